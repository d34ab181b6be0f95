package io.communique.enrich.edition;

import io.communique.contract.change.FigureChange;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import io.communique.contract.release.Release;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which numbers came, went or changed between two editions; pure.
 *
 * <p>A figure keeps its identity by what it measures: its kind, its unit and the thing it is about, then its period, then its place in the text. A figure that
 * only moved is no change.
 */
final class FigureDiff {
    /** Pairing looks at every candidate; of more figures of one thing than this, the first in the text is taken. */
    private static final int CANDIDATES_MAX = 500;

    private final Release before;
    private final Release after;
    /** By what they measure, figures of the earlier edition that have no equal in the later one. */
    private final Map<Thing, Set<Figure>> gone = new LinkedHashMap<>();

    private FigureDiff(Release before, Release after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the changes: first in the order of the later text what changed or came, then what went. */
    static List<FigureChange> between(Release before, Release after) {
        if (before.figures().equals(after.figures())) {
            return List.of();
        }
        return new FigureDiff(before, after).changes();
    }

    private List<FigureChange> changes() {
        List<FigureChange> changes = new ArrayList<>();
        for (Figure figure : unequal()) {
            Optional<Figure> old = earlier(figure);
            old.ifPresent(gone.getOrDefault(Thing.of(figure), new LinkedHashSet<>())::remove);
            changes.add(new FigureChange(old, Optional.of(figure)));
        }
        gone.values().stream()
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(Figure::start))
                .forEach(figure -> changes.add(new FigureChange(Optional.of(figure), Optional.empty())));
        return changes;
    }

    /** Returns the later edition's figures without equal in the earlier one; what that has and the later one has not is gone. */
    private List<Figure> unequal() {
        Map<Statement, Deque<Figure>> equal = new LinkedHashMap<>();
        for (Figure figure : before.figures()) {
            equal.computeIfAbsent(Statement.of(figure), any -> new ArrayDeque<>())
                    .add(figure);
        }
        List<Figure> fresh = new ArrayList<>();
        for (Figure figure : after.figures()) {
            Figure same =
                    equal.getOrDefault(Statement.of(figure), new ArrayDeque<>()).poll();
            if (same == null) {
                fresh.add(figure);
            }
        }
        equal.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Figure::start))
                .forEach(figure -> gone.computeIfAbsent(Thing.of(figure), any -> new LinkedHashSet<>())
                        .add(figure));
        return fresh;
    }

    private Optional<Figure> earlier(Figure figure) {
        return gone.getOrDefault(Thing.of(figure), Set.of()).stream()
                .limit(CANDIDATES_MAX)
                .min(Comparator.comparing((Figure old) -> !old.period().equals(figure.period()))
                        .thenComparing(old -> !lead(before, old).equals(lead(after, figure)))
                        .thenComparing(old -> Math.abs(place(before, old) - place(after, figure))));
    }

    /** What stands just before a figure, in its own line: the same words there introduce the same figure. */
    private static String lead(Release release, Figure figure) {
        int line = release.body().lastIndexOf('\n', Math.max(0, figure.start() - 1)) + 1;
        int from = Math.max(line, figure.start() - 24);
        return from > figure.start() ? "" : release.body().substring(from, figure.start());
    }

    /** Where in the text a figure stands, from 0 to 1. */
    private static double place(Release release, Figure figure) {
        return release.body().isEmpty()
                ? 0
                : figure.start() / (double) release.body().length();
    }

    /** What a figure measures. */
    private record Thing(Figure.Kind kind, Optional<String> unit, Optional<String> about) {
        static Thing of(Figure figure) {
            return new Thing(figure.kind(), figure.unit(), figure.about().map(about -> about.toLowerCase(Locale.ROOT)));
        }
    }

    /** What a figure says of it. */
    private record Statement(
            Thing thing,
            Optional<BigDecimal> value,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            boolean approximate,
            Optional<Figure.Comparator> comparator,
            Optional<Figure.Direction> change,
            Optional<Period> period) {
        static Statement of(Figure figure) {
            return new Statement(
                    Thing.of(figure),
                    figure.value().map(BigDecimal::stripTrailingZeros),
                    figure.low().map(BigDecimal::stripTrailingZeros),
                    figure.high().map(BigDecimal::stripTrailingZeros),
                    figure.approximate(),
                    figure.comparator(),
                    figure.change(),
                    figure.period());
        }
    }
}
