package io.communique.sink.store;

import io.communique.contract.release.Release;

/**
 * A release whole, with its place in the order of first storing.
 *
 * @param number as in {@link StoredRelease#number}
 * @param release the current edition
 */
public record NumberedRelease(long number, Release release) {}
