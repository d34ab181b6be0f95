package io.communique.ingest.frontier;

/** How many pages of a source are known, and how they are. */
final class Tally {
    long pages;
    long failing;
    long missing;

    void add(boolean isFailing, boolean isMissing, int sign) {
        pages += sign;
        failing += isFailing ? sign : 0;
        missing += isMissing ? sign : 0;
    }
}
