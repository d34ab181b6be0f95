package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Published;
import io.communique.contract.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decides whether a release is a new edition; pure. */
public final class Editions {
    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\n\n");

    private Editions() {}

    /**
     * Compares a freshly read release with the edition known before.
     *
     * @param known the latest edition; empty if the release is new
     * @param read the same release as read now, in any edition number
     */
    public static EditionOutcome next(Optional<Release> known, Release read) {
        return next(known, read, paragraph -> false);
    }

    /**
     * Compares a freshly read release with the edition known before, which was perhaps read when less was known of its host.
     *
     * @param known the latest edition; empty if the release is new
     * @param read the same release as read now, in any edition number
     * @param isTemplate whether a paragraph is known to stand on the host's other pages: that it came or went is no edit
     */
    public static EditionOutcome next(Optional<Release> known, Release read, Predicate<String> isTemplate) {
        if (known.isEmpty()) {
            Release first = read.asEdition(1, read.fetchedAt());
            return new EditionOutcome.NewEdition(first, published(first));
        }
        if (saysTheSame(known.get(), read, isTemplate)) {
            return new EditionOutcome.Unchanged(
                    isOlder(read, known.get()) ? known.get() : AttachedFiles.keepingText(known.get(), read));
        }
        if (isOlder(read, known.get())) {
            return new EditionOutcome.Outdated();
        }
        Release next = read.asEdition(known.get().edition() + 1, known.get().firstSeenAt());
        return new EditionOutcome.NewEdition(next, Revision.between(known.get(), next));
    }

    /**
     * Compares an edition with itself after one of its files was read.
     *
     * <p>The first text of a file completes its edition; so does another reading of the same bytes. Other bytes with another text are the
     * publisher's revision.
     *
     * @param known the latest edition
     * @param read the same with the file's text
     * @param before the file as it was read before; empty if it never was
     * @param file as it was read now, not before {@code before}
     */
    public static EditionOutcome withFile(Release known, Release read, Optional<FileReading> before, FileReading file) {
        if (known.attachments().equals(read.attachments())) {
            return new EditionOutcome.Unchanged(known);
        }
        boolean sameBytes =
                before.filter(old -> old.sha256().equals(file.sha256())).isPresent();
        if (sameBytes || onlyNewTexts(known, read)) {
            return new EditionOutcome.Completed(read);
        }
        Release next = read.withAttachments(read.attachments(), read.provenance(), file.fetchedAt())
                .asEdition(known.edition() + 1, known.firstSeenAt());
        return new EditionOutcome.NewEdition(next, Revision.between(known, next));
    }

    private static boolean onlyNewTexts(Release known, Release read) {
        for (int i = 0; i < known.attachments().size(); i++) {
            Attachment before = known.attachments().get(i);
            boolean fresh = before.extraction() == Attachment.Extraction.NOT_FETCHED;
            if (!fresh && !before.equals(read.attachments().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOlder(Release read, Release known) {
        return read.fetchedAt().isBefore(known.fetchedAt());
    }

    /** Only what the article says makes an edition; navigation, counters, markup and our own rules do not. */
    private static boolean saysTheSame(Release known, Release read, Predicate<String> isTemplate) {
        return sameBody(known, read, isTemplate)
                && known.title().equals(read.title())
                && known.subtitle().equals(read.subtitle())
                && sameDate(known.published(), read.published())
                && files(known).equals(files(read));
    }

    private static boolean sameBody(Release known, Release read, Predicate<String> isTemplate) {
        return known.body().equals(read.body()) || own(known, isTemplate).equals(own(read, isTemplate));
    }

    /** What a release says and the other pages of its host do not. */
    private static List<String> own(Release release, Predicate<String> isTemplate) {
        return PARAGRAPH_BREAK
                .splitAsStream(release.body())
                .filter(isTemplate.negate())
                .toList();
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
