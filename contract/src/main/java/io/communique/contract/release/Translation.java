package io.communique.contract.release;

import java.net.URI;

/**
 * The same release in another language, a release of its own.
 *
 * @param language BCP 47 tag, as the publisher gives it
 * @param url where it is
 */
public record Translation(String language, URI url) {}
