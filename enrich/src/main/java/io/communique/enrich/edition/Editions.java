package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Published;
import io.communique.contract.release.Release;
import java.util.List;
import java.util.Optional;

/** Decides whether a release is a new edition; pure. */
public final class Editions {
    private Editions() {}

    /**
     * Compares a freshly read release with the edition known before.
     *
     * @param known the latest edition; empty if the release is new
     * @param read the same release as read now, in any edition number
     */
    public static EditionOutcome next(Optional<Release> known, Release read) {
        if (known.isEmpty()) {
            Release first = read.asEdition(1, read.fetchedAt());
            return new EditionOutcome.NewEdition(first, published(first));
        }
        if (saysTheSame(known.get(), read)) {
            return new EditionOutcome.Unchanged();
        }
        if (read.fetchedAt().isBefore(known.get().fetchedAt())) {
            return new EditionOutcome.Outdated();
        }
        Release next = read.asEdition(known.get().edition() + 1, known.get().firstSeenAt());
        return new EditionOutcome.NewEdition(next, Revision.between(known.get(), next));
    }

    /** Only what the article says makes an edition; navigation, counters, markup and our own rules do not. */
    private static boolean saysTheSame(Release known, Release read) {
        return known.body().equals(read.body())
                && known.title().equals(read.title())
                && known.subtitle().equals(read.subtitle())
                && sameDate(known.published(), read.published())
                && files(known).equals(files(read));
    }

    /**
     * Whether two publication dates may be one. A feed gives the minute and the page the day; where one side says less, only what both
     * say counts, so that another way to the same page makes no edition.
     */
    static boolean sameDate(Published a, Published b) {
        if (a.at().isEmpty() || b.at().isEmpty() || a.from() != b.from()) {
            return true;
        }
        return a.at().equals(b.at());
    }

    static List<String> files(Release release) {
        return release.attachments().stream().map(Attachment::name).toList();
    }

    private static Change published(Release first) {
        return new Change(
                Change.SCHEMA,
                first.id(),
                first.edition(),
                Change.Kind.PUBLISHED,
                Optional.empty(),
                first.fetchedAt(),
                first.source(),
                first.url(),
                first.title(),
                List.of(),
                List.of());
    }
}
