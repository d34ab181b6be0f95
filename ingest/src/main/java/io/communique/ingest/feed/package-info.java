/** RSS, Atom and RDF feeds to candidates; pure. */
@NullMarked
package io.communique.ingest.feed;

import org.jspecify.annotations.NullMarked;
