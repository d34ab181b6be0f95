package io.communique.enrich.page;

import io.communique.enrich.template.PageBlocks;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page shows, before it is read as a release.
 *
 * @param statedAddress the address that the page gives as its own; empty if it gives none
 * @param blocks its blocks, the furniture too
 */
public record Shown(Optional<URI> statedAddress, PageBlocks blocks) {
    public Shown {
        Objects.requireNonNull(statedAddress, "statedAddress");
        Objects.requireNonNull(blocks, "blocks");
    }
}
