package io.communique.contract.page;

import java.net.URI;

/**
 * Where a file is attached.
 *
 * @param page canonical address of the release's page; its host decides the partition of the file's record
 * @param link the file's address as the page links it, absolute, otherwise as written there
 */
public record AttachedTo(URI page, String link) {
    public AttachedTo {
        RawPage.requireCanonical(page);
        if (link.isBlank()) {
            throw new IllegalArgumentException("link must not be blank");
        }
    }
}
