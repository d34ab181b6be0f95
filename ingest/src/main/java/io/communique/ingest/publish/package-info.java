/** The Kafka producer edge. */
@NullMarked
package io.communique.ingest.publish;

import org.jspecify.annotations.NullMarked;
