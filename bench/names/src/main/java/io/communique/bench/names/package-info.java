/** Trains the name model: labelled sentences, an encoder that learns from them, and the file that enrich reads. */
@NullMarked
package io.communique.bench.names;

import org.jspecify.annotations.NullMarked;
