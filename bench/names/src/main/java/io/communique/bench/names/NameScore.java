package io.communique.bench.names;

import io.communique.bench.names.LabelledSentence.Name;
import io.communique.enrich.text.entity.model.NameLabel.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts names whose words and kind are both right. */
final class NameScore {
    private static final Set<Kind> SCORED = Set.of(Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE);

    private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);

    void add(List<Name> gold, List<Name> found) {
        Set<Name> right = new HashSet<>(gold);
        right.retainAll(new HashSet<>(found));
        gold.forEach(name -> count(name.kind())[0]++);
        found.forEach(name -> count(name.kind())[1]++);
        right.forEach(name -> count(name.kind())[2]++);
    }

    private int[] count(Kind kind) {
        return counts.computeIfAbsent(kind, any -> new int[3]);
    }

    /** Returns F1 of persons, organisations and places together, then of each kind. */
    @Override
    public String toString() {
        int[] sum = new int[3];
        counts.forEach((kind, count) -> {
            for (int i = 0; i < 3 && SCORED.contains(kind); i++) {
                sum[i] += count[i];
            }
        });
        return f1(sum)
                + counts.entrySet().stream()
                        .map(entry -> " " + entry.getKey().name().toLowerCase(Locale.ROOT) + " " + f1(entry.getValue()))
                        .collect(Collectors.joining(",", " (", " )"));
    }

    private static String f1(int[] count) {
        return String.format(
                Locale.ROOT, "%.1f", count[0] + count[1] == 0 ? 0 : 200.0 * count[2] / (count[0] + count[1]));
    }
}
