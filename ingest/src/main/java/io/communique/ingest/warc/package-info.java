/** Archives of what was fetched, ours and other people's (WARC 1.1, ISO 28500:2017). */
@NullMarked
package io.communique.ingest.warc;

import org.jspecify.annotations.NullMarked;
