/** Saved pages and plain texts to records, without Kafka. */
@NullMarked
package io.communique.app.extract;

import org.jspecify.annotations.NullMarked;
