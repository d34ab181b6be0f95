package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.frontier.Absence;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Published;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.contract.release.Withdrawal;
import java.time.Instant;
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
            return new EditionOutcome.NewEdition(first, Change.of(Change.Kind.PUBLISHED, first, first.fetchedAt()));
        }
        Release before = known.get();
        if (before.state() == Release.State.WITHDRAWN) {
            return again(before, read, isTemplate);
        }
        if (saysTheSame(before, read, isTemplate)) {
            return new EditionOutcome.Unchanged(
                    isOlder(read, before) ? before : AttachedFiles.keepingText(before, read));
        }
        if (isOlder(read, before)) {
            return new EditionOutcome.Outdated();
        }
        Release next = following(before, read);
        return new EditionOutcome.NewEdition(next, Revision.between(before, next));
    }

    /**
     * Compares a release that was read again by the present rules with the edition known before.
     *
     * <p>The bytes of the known edition make no other one, whatever rules read them: nobody revised anything. Other bytes than those are
     * compared only with what the present rules have read too, or a change of our rules would pass for an edit.
     *
     * @param known the latest edition; empty if older rules did not take the page for a release
     * @param read the same release as read now, in any edition number
     * @param isTemplate as for {@link #next}
     */
    public static EditionOutcome replayed(Optional<Release> known, Release read, Predicate<String> isTemplate) {
        if (known.isEmpty()) {
            return next(known, read, isTemplate);
        }
        Release before = known.get();
        boolean sameRules =
                before.provenance().enricher().equals(read.provenance().enricher());
        if (before.provenance().pageSha256().equals(read.provenance().pageSha256())) {
            return sameRules ? new EditionOutcome.Unchanged(before) : reread(before, read);
        }
        return sameRules || isOlder(read, before)
                ? next(known, read, isTemplate)
                : new EditionOutcome.Unchanged(before);
    }

    private static EditionOutcome reread(Release before, Release read) {
        int readings = before.provenance().readings();
        Release again = read.withAttachments(
                        read.attachments(), read.provenance().asReading(readings), before.fetchedAt())
                .asEdition(before.edition(), before.firstSeenAt())
                .standing(before.standing());
        if (again.equals(before.withAttachments(before.attachments(), again.provenance(), before.fetchedAt()))) {
            return new EditionOutcome.Unchanged(again);
        }
        return new EditionOutcome.Reread(again.withAttachments(
                again.attachments(), again.provenance().asReading(readings + 1), again.fetchedAt()));
    }

    private static Release following(Release before, Release read) {
        return read.asEdition(before.edition() + 1, before.firstSeenAt()).standing(before.standing());
    }

    /** A page of before the withdrawal may come late; one of after it brings the release back. */
    private static EditionOutcome again(Release withdrawn, Release read, Predicate<String> isTemplate) {
        Instant since = withdrawn.standing().map(Standing::since).orElse(withdrawn.fetchedAt());
        if (!read.fetchedAt().isAfter(since)) {
            return new EditionOutcome.Outdated();
        }
        Release back = withdrawn.standing(Optional.of(new Standing(read.fetchedAt(), Optional.empty())));
        Change restored = Change.of(Change.Kind.RESTORED, back, read.fetchedAt());
        if (saysTheSame(back, read, isTemplate)) {
            return new EditionOutcome.Restored(AttachedFiles.keepingText(back, read), List.of(restored));
        }
        Release next = following(back, read);
        return new EditionOutcome.Restored(next, List.of(restored, Revision.between(back, next)));
    }

    /**
     * Decides what evidence of absence means for a release.
     *
     * <p>That its list no longer shows a page which still answers withdraws nothing: lists are rebuilt, and the publisher still serves the text.
     *
     * @param known the latest edition; empty if there never was one, and then there is nothing to withdraw
     * @param absence as gathered over several visits, while the page's host was otherwise well
     */
    public static EditionOutcome absent(Optional<Release> known, Absence absence) {
        if (known.isEmpty() || absence.kind() == Absence.Kind.UNLISTED) {
            return new EditionOutcome.Outdated();
        }
        Release before = known.get();
        if (before.state() == Release.State.WITHDRAWN) {
            return new EditionOutcome.Unchanged(before);
        }
        Instant seen = before.standing()
                .map(Standing::since)
                .filter(since -> since.isAfter(before.fetchedAt()))
                .orElse(before.fetchedAt());
        if (!absence.last().isAfter(seen)) {
            return new EditionOutcome.Outdated();
        }
        Withdrawal evidence = new Withdrawal(absence.kind().label(), absence.since(), absence.last(), absence.times());
        Release gone = before.standing(Optional.of(new Standing(absence.last(), Optional.of(evidence))));
        return new EditionOutcome.Withdrawn(gone, Change.of(Change.Kind.WITHDRAWN, gone, absence.last()));
    }

    /**
     * Compares an edition with itself after one of its files was read.
     *
     * <p>The first text of a file completes its edition; the same bytes with another text are read anew by later rules. Other bytes with another text are the
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
        if (before.filter(old -> old.sha256().equals(file.sha256())).isPresent()) {
            int readings = known.provenance().readings() + 1;
            return new EditionOutcome.Reread(
                    read.withAttachments(read.attachments(), read.provenance().asReading(readings), read.fetchedAt()));
        }
        if (onlyNewTexts(known, read)) {
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
}
