package io.communique.enrich.stream;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import java.util.List;

/**
 * What subscribers are told.
 *
 * @param release as it is now
 * @param changes what happened to it, in this order; empty if an edition was only completed
 */
record News(Release release, List<Change> changes) {
    News {
        changes = List.copyOf(changes);
    }
}
