/** What a site's robots.txt allows (RFC 9309). */
@NullMarked
package io.communique.ingest.robots;

import org.jspecify.annotations.NullMarked;
