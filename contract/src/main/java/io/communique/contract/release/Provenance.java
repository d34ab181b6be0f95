package io.communique.contract.release;

import java.util.Objects;
import java.util.Optional;

/**
 * What a record was made from, and by what; the same bytes and the same enricher give the same record.
 *
 * @param pageSha256 of the page's bytes, as in the page's {@code sha-256} header
 * @param enricher version of the rules
 * @param charset IANA name of the encoding that the bytes were read in; empty if there was nothing to decode
 * @param quality how far to trust it
 */
public record Provenance(String pageSha256, String enricher, Optional<String> charset, Quality quality) {
    public Provenance {
        Objects.requireNonNull(pageSha256, "pageSha256");
        Objects.requireNonNull(enricher, "enricher");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(quality, "quality");
    }
}
