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
        /** HTML without text, pictures and files: nothing, or nothing but menus. */
        EMPTY,
        /** Scripts that would fetch the text, and no text: the shell of an application, a request to switch scripts on. */
        SCRIPT_ONLY,
        /** "Not found", said with status 200. */
        SOFT_404,
        /** Another page than the one that list or feed told of: the front page, another document. */
        WRONG_PAGE,
        /** Links to releases, and no release. */
        LISTING,
        /** A request for consent to cookies in place of the text. */
        CONSENT,
        /** A gatekeeper's page: a bot check, a refusal by a firewall. */
        CHALLENGE,
        /** A queue before the page, or a site that is shut for now: asking later helps. */
        WAITING_ROOM,
        /** A title, and that its text will follow. A later visit finds the text; that is then the first edition. */
        PLACEHOLDER;

        /** Returns the word used on topics and in output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
