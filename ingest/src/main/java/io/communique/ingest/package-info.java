/** Watches ministries' press pages and publishes what they send. */
@NullMarked
package io.communique.ingest;

import org.jspecify.annotations.NullMarked;
