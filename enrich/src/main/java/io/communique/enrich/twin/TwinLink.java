package io.communique.enrich.twin;

import java.net.URI;

/**
 * Says that a release has a twin.
 *
 * @param url of the release, which says where it is kept
 * @param other id of the twin
 */
public record TwinLink(URI url, String other) {}
