/** A page as a sequence of text blocks. */
@NullMarked
package io.communique.enrich.block;

import org.jspecify.annotations.NullMarked;
