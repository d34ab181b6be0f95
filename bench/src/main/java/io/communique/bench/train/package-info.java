/** Learns the block classifier from labelled pages. */
@NullMarked
package io.communique.bench.train;

import org.jspecify.annotations.NullMarked;
