/** Which files a release's page links. */
@NullMarked
package io.communique.ingest.attachment;

import org.jspecify.annotations.NullMarked;
