/** Canonical addresses; pure. */
@NullMarked
package io.communique.ingest.url;

import org.jspecify.annotations.NullMarked;
