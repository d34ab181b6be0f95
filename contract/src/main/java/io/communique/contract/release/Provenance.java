package io.communique.contract.release;

import java.util.Objects;
import java.util.Optional;

/**
 * What a record was made from, and by what; the same bytes, the same earlier pages of the host and the same enricher give the same
 * record.
 *
 * @param pageSha256 of the page's bytes, as in the page's {@code sha-256} header
 * @param enricher version of the rules
 * @param charset IANA name of the encoding that the bytes were read in; empty if there was nothing to decode
 * @param quality how far to trust it
 * @param templatePages how many other pages of the host were known, whose common text is furniture; 0 if too few to say anything
 * @param readings how often these bytes were read anew, by later rules, with another result; 0 for a record of the first reading
 */
public record Provenance(
        String pageSha256,
        String enricher,
        Optional<String> charset,
        Quality quality,
        int templatePages,
        int readings) {
    public Provenance {
        Objects.requireNonNull(pageSha256, "pageSha256");
        Objects.requireNonNull(enricher, "enricher");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(quality, "quality");
        if (templatePages < 0) {
            throw new IllegalArgumentException("templatePages must not be negative: " + templatePages);
        }
        if (readings < 0) {
            throw new IllegalArgumentException("readings must not be negative: " + readings);
        }
    }

    /** Makes the provenance of a page that was read as the first of its host. */
    public Provenance(String pageSha256, String enricher, Optional<String> charset, Quality quality) {
        this(pageSha256, enricher, charset, quality, 0, 0);
    }

    /** Returns this with another judgement of its quality. */
    public Provenance withQuality(Quality judged) {
        return new Provenance(pageSha256, enricher, charset, judged, templatePages, readings);
    }

    /** Returns this as the record of another reading of the same bytes. */
    public Provenance asReading(int number) {
        return new Provenance(pageSha256, enricher, charset, quality, templatePages, number);
    }
}
