package io.communique.contract.frontier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * Evidence that a page that was published is there no longer, collected over several visits while its host is otherwise healthy. Evidence
 * only: whether the release is withdrawn, somebody else decides.
 *
 * @param kind what the last visit saw
 * @param since first visit that saw the page missing, without a good answer in between
 * @param last latest visit that did
 * @param times visits that did, at least 1
 * @param confirmed whether there is enough of it, and it was published
 */
public record Absence(Kind kind, Instant since, Instant last, int times, boolean confirmed) {
    public Absence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(last, "last");
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1: " + times);
        }
    }

    /** Returns this evidence with one more visit. */
    public Absence again(Kind seen, Instant at) {
        return new Absence(seen, since, at, times + 1, confirmed);
    }

    /** Returns this evidence as published. */
    public Absence asConfirmed() {
        return new Absence(kind, since, last, times, true);
    }

    /** How a missing page shows. */
    public enum Kind {
        /** Status 404. */
        @JsonProperty("status-404")
        STATUS_404("status-404"),
        /** Status 410: the server says that it is gone for good. */
        @JsonProperty("status-410")
        STATUS_410("status-410"),
        /** A redirect to the front page, to a list, or to an address that calls itself an error. */
        @JsonProperty("redirected")
        REDIRECTED("redirected"),
        /** "Not found" in so many words, with status 200. */
        @JsonProperty("soft-404")
        SOFT_404("soft-404"),
        /** The page answers, but its list has dropped it from between its neighbours. */
        @JsonProperty("unlisted")
        UNLISTED("unlisted");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the word used on topics. */
        public String label() {
            return label;
        }

        /**
         * Reads a header's word.
         *
         * @throws IllegalArgumentException if it is none of the labels
         */
        public static Kind ofLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of absence: " + label);
        }
    }
}
