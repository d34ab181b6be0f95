/** Numbers, bound to what they measure. */
@NullMarked
package io.communique.enrich.text.figure;

import org.jspecify.annotations.NullMarked;
