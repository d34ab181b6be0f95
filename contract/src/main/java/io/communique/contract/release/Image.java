package io.communique.contract.release;

import java.util.Objects;
import java.util.Optional;

/**
 * A picture that belongs to the release.
 *
 * @param url absolute address
 * @param alt what the page shows where the picture cannot be seen; empty if it says nothing
 * @param caption the line under the picture; empty if there is none
 */
public record Image(String url, Optional<String> alt, Optional<String> caption) {
    public Image {
        Objects.requireNonNull(alt, "alt");
        Objects.requireNonNull(caption, "caption");
        if (url.isBlank()) {
            throw new IllegalArgumentException("a picture has an address");
        }
    }
}
