/** Which blocks are the article and which are page furniture. */
@NullMarked
package io.communique.enrich.strip;

import org.jspecify.annotations.NullMarked;
