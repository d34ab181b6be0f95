/** From a raw page to a release: pure functions, no Kafka, no clock. */
@NullMarked
package io.communique.enrich;

import org.jspecify.annotations.NullMarked;
