package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that belongs to the release.
 *
 * @param url absolute address; empty where the page gives none that a program can follow (a script that posts a form)
 * @param name the file's name as the page shows it, never blank
 * @param mediaType by the name's ending; empty if that tells nothing
 * @param extraction what became of its text
 * @param text what it says; empty unless {@code extraction} is ok or partial
 */
public record Attachment(
        Optional<String> url, String name, Optional<String> mediaType, Extraction extraction, Optional<String> text) {
    public Attachment {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(extraction, "extraction");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an attachment has a name");
        }
        if (text.isPresent() && extraction != Extraction.OK && extraction != Extraction.PARTIAL) {
            throw new IllegalArgumentException("text of an attachment that was not read: " + name);
        }
    }

    /** Returns this attachment with what became of its text. */
    public Attachment read(Extraction outcome, Optional<String> content) {
        return new Attachment(url, name, mediaType, outcome, content);
    }

    /** What became of an attachment's text. */
    public enum Extraction {
        @JsonProperty("ok")
        OK,
        @JsonProperty("partial")
        PARTIAL,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("unsupported")
        UNSUPPORTED,
        @JsonProperty("not-fetched")
        NOT_FETCHED
    }
}
