/** The whole line in one process: broker, ingest, enrich, sink. */
@NullMarked
package io.communique.app.line;

import org.jspecify.annotations.NullMarked;
