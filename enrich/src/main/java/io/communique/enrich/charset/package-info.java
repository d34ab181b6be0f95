/** From bytes to characters. */
@NullMarked
package io.communique.enrich.charset;

import org.jspecify.annotations.NullMarked;
