/** Releases that say next to the same: on two boards, on an aggregator, as a correction. */
@NullMarked
package io.communique.enrich.twin;

import org.jspecify.annotations.NullMarked;
