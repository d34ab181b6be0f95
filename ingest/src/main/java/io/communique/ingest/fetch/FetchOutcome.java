package io.communique.ingest.fetch;

import io.communique.contract.page.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What came of asking for one address. */
public sealed interface FetchOutcome {
    /** Handles every case. */
    <R> R fold(
            Function<Fetched, R> fetched,
            Function<Unchanged, R> unchanged,
            Function<TooLarge, R> tooLarge,
            Function<Refused, R> refused,
            Function<Failed, R> failed);

    /**
     * A whole body, status 2xx.
     *
     * @param finalUrl that answered, after redirects
     * @param status 200 to 299
     * @param contentType as received; empty if there was none
     * @param etag as received; empty if there was none
     * @param lastModified as received; empty if there was none
     * @param body after content decoding
     * @param at when the last byte had arrived
     */
    record Fetched(
            URI finalUrl,
            int status,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Bytes body,
            Instant at)
            implements FetchOutcome {
        public Fetched {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(etag, "etag");
            Objects.requireNonNull(lastModified, "lastModified");
        }

        @Override
        public <R> R fold(
                Function<Fetched, R> fetched,
                Function<Unchanged, R> unchanged,
                Function<TooLarge, R> tooLarge,
                Function<Refused, R> refused,
                Function<Failed, R> failed) {
            return fetched.apply(this);
        }
    }

    /** 304: as it was at the last visit. */
    record Unchanged() implements FetchOutcome {
        @Override
        public <R> R fold(
                Function<Fetched, R> fetched,
                Function<Unchanged, R> unchanged,
                Function<TooLarge, R> tooLarge,
                Function<Refused, R> refused,
                Function<Failed, R> failed) {
            return unchanged.apply(this);
        }
    }

    /**
     * The body is larger than is taken; reading stopped at the limit.
     *
     * @param bytesMax the limit
     */
    record TooLarge(long bytesMax) implements FetchOutcome {
        @Override
        public <R> R fold(
                Function<Fetched, R> fetched,
                Function<Unchanged, R> unchanged,
                Function<TooLarge, R> tooLarge,
                Function<Refused, R> refused,
                Function<Failed, R> failed) {
            return tooLarge.apply(this);
        }
    }

    /**
     * The site, or our own guard, will not have us there.
     *
     * @param reason a fixed word, such as {@code http-403} or {@code address-guard}
     * @param status of the answer; 0 if there was none
     * @param location where the answer sent us although we may not follow there; empty if it sent us nowhere
     */
    record Refused(String reason, int status, Optional<URI> location) implements FetchOutcome {
        public Refused {
            Objects.requireNonNull(location, "location");
        }

        /** Makes a refusal that leads nowhere, of whatever status. */
        public Refused(String reason) {
            this(reason, 0, Optional.empty());
        }

        @Override
        public <R> R fold(
                Function<Fetched, R> fetched,
                Function<Unchanged, R> unchanged,
                Function<TooLarge, R> tooLarge,
                Function<Refused, R> refused,
                Function<Failed, R> failed) {
            return refused.apply(this);
        }
    }

    /**
     * No usable answer.
     *
     * @param reason a fixed word, such as {@code http-404} or {@code timeout}
     * @param hostFault whether the host as a whole is in trouble (no answer, 5xx, 429), not only this address
     * @param retryAfter what the server asked for; zero if nothing
     */
    record Failed(String reason, boolean hostFault, Duration retryAfter) implements FetchOutcome {
        @Override
        public <R> R fold(
                Function<Fetched, R> fetched,
                Function<Unchanged, R> unchanged,
                Function<TooLarge, R> tooLarge,
                Function<Refused, R> refused,
                Function<Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
