package io.communique.ingest.fetch;

import java.net.URI;

/**
 * One request and what came of it, for those who keep account of what a host was asked.
 *
 * @param url that was asked for
 * @param status of the answer; 0 if there was none
 * @param bytes of the answer's body as they came over the wire, before content decoding
 */
public record Exchange(URI url, int status, long bytes) {}
