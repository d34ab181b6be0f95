package io.communique.ingest.attachment;

import java.net.URI;

/**
 * A file that a page links.
 *
 * @param url to ask for
 * @param link the same address as the page writes it, absolute
 */
public record FileLink(URI url, String link) {}
