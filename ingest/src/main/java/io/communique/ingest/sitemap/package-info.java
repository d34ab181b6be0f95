/** Sitemaps and their indexes; pure. */
@NullMarked
package io.communique.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
