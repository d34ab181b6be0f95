package io.communique.enrich.page;

import java.util.Locale;
import java.util.function.Function;

/**
 * A page that is no release.
 *
 * @param reason why
 * @param detail the evidence, for a person
 */
public record Rejected(Reason reason, String detail) implements PageReading {
    @Override
    public <R> R fold(Function<Article, R> article, Function<Rejected, R> rejected) {
        return rejected.apply(this);
    }

    /** Why a page is no release. */
    public enum Reason {
        /** The server said so: any status but 2xx. */
        ERROR_STATUS,
        /** Bytes that are no HTML: an image, JSON, a feed. */
        NOT_HTML,
        /** HTML without text. */
        EMPTY,
        /** "Not found", said with status 200. */
        SOFT_404,
        /** Links to releases, and no release. */
        LISTING,
        /** A gatekeeper's page: a bot check, a waiting room, a wall. */
        CHALLENGE;

        /** Returns the word used on topics and in output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
