/** How often a host may be asked; pure, given the time. */
@NullMarked
package io.communique.ingest.politeness;

import org.jspecify.annotations.NullMarked;
