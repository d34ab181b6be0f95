package io.communique.enrich.text;

import io.communique.contract.release.Block;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text to annotate, and what is known of it.
 *
 * @param text plain; offsets of all findings are UTF-16 code units into it
 * @param blocks its parts, in order; empty if not known
 * @param language BCP 47 tag; empty if not known
 * @param published the day it appeared; empty if not known
 * @param publisherCountry ISO 3166-1 alpha-2; empty if not known
 */
public record AnnotationInput(
        String text,
        List<Block> blocks,
        Optional<String> language,
        Optional<LocalDate> published,
        Optional<String> publisherCountry) {
    public AnnotationInput {
        Objects.requireNonNull(text, "text");
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(publisherCountry, "publisherCountry");
    }
}
