package io.communique.enrich.stream;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import java.util.Optional;

/**
 * What subscribers are told.
 *
 * @param release as it is now
 * @param change what happened to it; empty if an edition was only completed
 */
record News(Release release, Optional<Change> change) {}
