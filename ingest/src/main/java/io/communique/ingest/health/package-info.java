/** Whether what we collect of a source is all that there is to collect: cadence, silence, drift, states. Pure. */
@NullMarked
package io.communique.ingest.health;

import org.jspecify.annotations.NullMarked;
