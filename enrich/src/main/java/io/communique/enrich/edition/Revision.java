package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.change.DateChange;
import io.communique.contract.change.FigureChange;
import io.communique.contract.change.TextChange;
import io.communique.contract.change.WordChange;
import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What differs between two editions of one release. */
public final class Revision {
    /** Beyond this many paragraphs a side, the texts are compared as a whole: a diff takes time with the square of the changes. */
    private static final int PARAGRAPHS_MAX = 2_000;

    /** Characters that are compared word by word in all; passages beyond it differ as a whole. */
    private static final int COMPARED_MAX = 200_000;

    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\n\n");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]");

    private Revision() {}

    public static Change between(Release before, Release after) {
        List<TextChange> text = text(before, after);
        List<FigureChange> figures = FigureDiff.between(before, after);
        return new Change(
                Change.SCHEMA,
                after.id(),
                after.edition(),
                Change.Kind.REVISED,
                Optional.of(significance(before, after, figures)),
                after.fetchedAt(),
                after.source(),
                after.url(),
                after.title(),
                text,
                figures,
                EntityDiff.between(before, after),
                date(before, after),
                Optional.empty());
    }

    private static Optional<DateChange> date(Release before, Release after) {
        return Editions.sameDate(before.published(), after.published())
                ? Optional.empty()
                : Optional.of(new DateChange(
                        before.published().at(), after.published().at()));
    }

    /** Minor is what no reader needs to be told of: only case, punctuation and white space differ. */
    private static Change.Significance significance(Release before, Release after, List<FigureChange> figures) {
        boolean sameWords = words(before).equals(words(after));
        boolean sameFacts = figures.isEmpty()
                && Editions.sameDate(before.published(), after.published())
                && Editions.files(before).equals(Editions.files(after))
                && texts(before).equals(texts(after));
        return sameWords && sameFacts ? Change.Significance.MINOR : Change.Significance.MAJOR;
    }

    private static List<String> texts(Release release) {
        return release.attachments().stream()
                .flatMap(file -> file.text().stream())
                .map(text -> NO_WORD.matcher(text).replaceAll("").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String words(Release release) {
        String all = release.title().orElse("") + release.subtitle().orElse("") + release.body();
        return NO_WORD.matcher(all).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<TextChange> text(Release before, Release after) {
        List<String> old = paragraphs(before);
        List<String> now = paragraphs(after);
        if (old.size() > PARAGRAPHS_MAX || now.size() > PARAGRAPHS_MAX) {
            return List.of(change(passage(old), passage(now), false));
        }
        List<TextChange> changes = new ArrayList<>();
        int compared = 0;
        for (Difference difference : Difference.between(old, now)) {
            Optional<String> earlier = passage(old.subList(difference.oldStart(), difference.oldEnd()));
            Optional<String> later = passage(now.subList(difference.newStart(), difference.newEnd()));
            compared += earlier.map(String::length).orElse(0)
                    + later.map(String::length).orElse(0);
            changes.add(change(earlier, later, compared <= COMPARED_MAX));
        }
        return changes;
    }

    private static TextChange change(Optional<String> before, Optional<String> after, boolean byWord) {
        if (before.isEmpty() || after.isEmpty()) {
            return new TextChange(before, after, List.of());
        }
        List<WordChange> words = byWord
                ? WordDiff.between(before.get(), after.get())
                : List.of(
                        new WordChange(0, before.get().length(), 0, after.get().length()));
        return new TextChange(before, after, words);
    }

    /** Title, subtitle and the files' texts count as paragraphs, so that a reworded headline or annex shows in the change. */
    private static List<String> paragraphs(Release release) {
        List<String> all = new ArrayList<>();
        release.title().ifPresent(all::add);
        release.subtitle().ifPresent(all::add);
        PARAGRAPH_BREAK.splitAsStream(release.body()).forEach(all::add);
        release.attachments().stream()
                .flatMap(file -> file.text().stream())
                .flatMap(PARAGRAPH_BREAK::splitAsStream)
                .forEach(all::add);
        return all;
    }

    private static Optional<String> passage(List<String> paragraphs) {
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", paragraphs));
    }
}
