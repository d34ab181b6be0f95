package io.communique.enrich.edition;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.communique.contract.change.Change;
import io.communique.contract.change.FigureChange;
import io.communique.contract.change.TextChange;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What differs between two editions of one release. */
final class Revision {
    /** Beyond this many paragraphs a side, the texts are compared as a whole: a diff takes time with the square of the changes. */
    private static final int PARAGRAPHS_MAX = 2_000;

    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\n\n");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]");

    private Revision() {}

    static Change between(Release before, Release after) {
        List<TextChange> text = text(before, after);
        List<FigureChange> figures = figures(before.figures(), after.figures());
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
                figures);
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
            return List.of(
                    new TextChange(Optional.of(String.join("\n\n", old)), Optional.of(String.join("\n\n", now))));
        }
        List<TextChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            changes.add(new TextChange(
                    passage(delta.getSource().getLines()),
                    passage(delta.getTarget().getLines())));
        }
        return changes;
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

    /** Pairs figures that measure the same thing; equal ones drop out, the rest came, went or changed. */
    private static List<FigureChange> figures(List<Figure> before, List<Figure> after) {
        List<Figure> gone = new ArrayList<>(before);
        List<Figure> fresh = new ArrayList<>();
        for (Figure figure : after) {
            if (take(gone, old -> sameThing(old, figure) && sameNumber(old, figure))
                    .isEmpty()) {
                fresh.add(figure);
            }
        }
        List<FigureChange> changes = new ArrayList<>();
        for (Figure figure : fresh) {
            changes.add(new FigureChange(take(gone, old -> sameThing(old, figure)), Optional.of(figure)));
        }
        for (Figure figure : gone) {
            changes.add(new FigureChange(Optional.of(figure), Optional.empty()));
        }
        return changes;
    }

    private static Optional<Figure> take(List<Figure> from, Predicate<Figure> wanted) {
        for (Iterator<Figure> figures = from.iterator(); figures.hasNext(); ) {
            Figure figure = figures.next();
            if (wanted.test(figure)) {
                figures.remove();
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    private static boolean sameThing(Figure a, Figure b) {
        return a.kind() == b.kind() && a.unit().equals(b.unit()) && a.about().equals(b.about());
    }

    private static boolean sameNumber(Figure a, Figure b) {
        return a.value().equals(b.value())
                && a.low().equals(b.low())
                && a.high().equals(b.high())
                && a.approximate() == b.approximate()
                && a.comparator().equals(b.comparator())
                && a.change().equals(b.change())
                && a.period().equals(b.period());
    }
}
