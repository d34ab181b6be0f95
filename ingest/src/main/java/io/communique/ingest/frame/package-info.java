/** Which nested frame holds a page's text. */
@NullMarked
package io.communique.ingest.frame;

import org.jspecify.annotations.NullMarked;
