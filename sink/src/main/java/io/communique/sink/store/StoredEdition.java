package io.communique.sink.store;

import io.communique.contract.release.Release;

/**
 * An edition as it lies in the store.
 *
 * @param sequence grows with each edition stored; a reader that remembers the last one misses none
 * @param release the whole record
 */
public record StoredEdition(long sequence, Release release) {}
