/** The HTTP edge: limits, deadlines, and addresses that are off limits. */
@NullMarked
package io.communique.ingest.fetch;

import org.jspecify.annotations.NullMarked;
