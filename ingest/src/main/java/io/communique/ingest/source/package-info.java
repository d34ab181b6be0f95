/** What we watch, as files say it. */
@NullMarked
package io.communique.ingest.source;

import org.jspecify.annotations.NullMarked;
