/** What operators say while the stage runs. */
@NullMarked
package io.communique.ingest.pause;

import org.jspecify.annotations.NullMarked;
