/** What is due when, and who may fetch it. */
@NullMarked
package io.communique.ingest.frontier;

import org.jspecify.annotations.NullMarked;
