package io.communique.ingest.politeness;

/**
 * What one host was asked since the process began; robots.txt, redirects and files are requests like any other.
 *
 * @param requests made
 * @param notModified answered with 304: asked without costing more than a few hundred bytes
 * @param refused answered with 401, 403, 429 or 451
 * @param unanswered without any status
 * @param bytes of bodies, as they came over the wire
 */
public record HostTraffic(long requests, long notModified, long refused, long unanswered, long bytes) {
    /** Returns the share of requests that were answered with 304, from 0 to 1; 0 if there were none. */
    public double notModifiedShare() {
        return requests == 0 ? 0 : notModified / (double) requests;
    }
}
