package io.communique.enrich.twin;

import io.communique.contract.release.Release;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a release's text is compared by, in a few hundred bytes: a MinHash of its runs of four words (Broder, "On the resemblance and
 * containment of documents", 1997), and its numbers. Runs are hashed well once; the further hash functions are linear in that (Bohman, Cooper
 * and Frieze, "Min-wise independent linear permutations", 2000): a product and a sum each.
 *
 * <p>Two releases are twins if four of five runs are the same, most of their numbers too, and they were not published far apart: statistics of
 * two months share their words but not their figures, and a yearly greeting shares both. Precision comes before recall.
 *
 * @param release id
 * @param url of the release, which says where it is kept
 * @param day of publication; empty if undated
 * @param minima of the runs' hashes, one for each hash function
 * @param numbers hashes of the numbers in the text, ascending, each once
 */
public record Sketch(String release, URI url, Optional<LocalDate> day, List<Integer> minima, List<Integer> numbers) {
    /** Parts of the minima; twins have at least one part in common, nearly always. */
    static final int BANDS = 4;

    private static final int BAND_ROWS = 4;
    private static final int FUNCTIONS = 48;
    private static final int RUN = 4;
    /** With fewer runs a text is a notice, and one notice is like another. */
    private static final int RUNS_MIN = 40;

    /** The beginning of a long text tells it from others; its numbers are taken from all of it. */
    private static final int RUNS_MAX = 1_500;

    private static final int NUMBERS_MAX = 48;
    /** With fewer numbers their sharing says nothing. */
    private static final int NUMBERS_MIN = 3;

    private static final double SAME_TEXT = 0.8;
    private static final double SAME_NUMBERS = 0.6;
    private static final int DAYS_MAX = 45;

    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final int[] FACTORS = factors();
    private static final int[] SUMMANDS = summands();

    public Sketch {
        Objects.requireNonNull(day, "day");
        minima = List.copyOf(minima);
        numbers = List.copyOf(numbers);
    }

    /** Returns the sketch of a release; empty if its text is too short to be told from others. */
    public static Optional<Sketch> of(Release release) {
        WordHashes words = WordHashes.of(release.body(), RUNS_MAX + RUN - 1);
        if (words.count() < RUNS_MIN + RUN - 1) {
            return Optional.empty();
        }
        Optional<LocalDate> day = release.published()
                .at()
                .filter(at -> at.length() >= 10)
                .map(at -> LocalDate.parse(at.substring(0, 10)));
        return Optional.of(new Sketch(release.id(), release.url(), day, minima(words), numbers(words)));
    }

    /** Returns a number for each part of the minima; whoever shares one may be a twin. */
    public List<Long> bands() {
        List<Long> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            long hash = WordHashes.FNV_OFFSET + band;
            for (int minimum : minima.subList(band * BAND_ROWS, (band + 1) * BAND_ROWS)) {
                hash = (hash ^ minimum) * WordHashes.FNV_PRIME;
            }
            bands.add(mix(hash));
        }
        return bands;
    }

    /** Returns whether both are of one text. */
    public boolean isTwinOf(Sketch other) {
        return !release.equals(other.release)
                && sameText(other) >= SAME_TEXT
                && (Math.max(numbers.size(), other.numbers.size()) < NUMBERS_MIN || sameNumbers(other) >= SAME_NUMBERS)
                && !farApart(other);
    }

    private double sameText(Sketch other) {
        int same = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            same += minima.get(i).equals(other.minima.get(i)) ? 1 : 0;
        }
        return (double) same / FUNCTIONS;
    }

    private double sameNumbers(Sketch other) {
        Set<Integer> both = new HashSet<>(numbers);
        both.retainAll(other.numbers);
        Set<Integer> all = new HashSet<>(numbers);
        all.addAll(other.numbers);
        return (double) both.size() / all.size();
    }

    private boolean farApart(Sketch other) {
        return day.isPresent()
                && other.day.isPresent()
                && Math.abs(day.get().toEpochDay() - other.day.get().toEpochDay()) > DAYS_MAX;
    }

    private static List<Integer> minima(WordHashes words) {
        int[] minima = new int[FUNCTIONS];
        Arrays.fill(minima, Integer.MAX_VALUE);
        int runs = words.count() - RUN + 1;
        long[] mixed = new long[words.count()];
        Arrays.setAll(mixed, word -> mix(words.at(word)));
        for (int i = 0; i < runs; i++) {
            long hash = WordHashes.FNV_OFFSET;
            for (int word = i; word < i + RUN; word++) {
                hash = (hash ^ mixed[word]) * WordHashes.FNV_PRIME;
            }
            lower(minima, (int) (mix(hash) >>> 32));
        }
        return Arrays.stream(minima).boxed().toList();
    }

    /** A loop of its own over arrays alone, of a length known beforehand; compilers that make vectors of a minimum can. */
    private static void lower(int[] minima, int hash) {
        for (int function = 0; function < FUNCTIONS; function++) {
            minima[function] = Math.min(minima[function], hash * FACTORS[function] + SUMMANDS[function]);
        }
    }

    /** Odd ones, so that each function is a permutation. */
    private static int[] factors() {
        return IntStream.range(0, FUNCTIONS)
                .map(function -> (int) mix((function + 1) * GOLDEN) | 1)
                .toArray();
    }

    private static int[] summands() {
        return IntStream.range(0, FUNCTIONS)
                .map(function -> (int) (mix((function + 1) * GOLDEN) >>> 32))
                .toArray();
    }

    private static List<Integer> numbers(WordHashes words) {
        return words.numbers()
                .mapToInt(hash -> (int) mix(hash))
                .distinct()
                .sorted()
                .limit(NUMBERS_MAX)
                .boxed()
                .toList();
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return z ^ (z >>> 31);
    }
}
