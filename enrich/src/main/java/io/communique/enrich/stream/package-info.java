/** The Kafka Streams topology around the pure steps; the only part of enrich that knows Kafka. */
@NullMarked
package io.communique.enrich.stream;

import org.jspecify.annotations.NullMarked;
