/** Looking at a site or a source for a person, once: nothing is published, nothing remembered. */
@NullMarked
package io.communique.ingest.probe;

import org.jspecify.annotations.NullMarked;
