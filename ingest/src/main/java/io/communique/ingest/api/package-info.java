/** Lists that come as JSON; pure. */
@NullMarked
package io.communique.ingest.api;

import org.jspecify.annotations.NullMarked;
