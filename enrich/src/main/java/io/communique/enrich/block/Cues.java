package io.communique.enrich.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Fragments of which one must be in a text for a pattern to match: most texts have none, and are spared the pattern. One pass, whatever
 * the number of fragments; case does not matter.
 */
public final class Cues {
    private static final int BUCKETS = 256;

    /** Fragments by the lower eight bits of their first character. */
    private final String[][] byFirst = new String[BUCKETS][0];

    private Cues(List<String> fragments) {
        List<List<String>> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>());
        }
        fragments.forEach(fragment -> buckets.get(bucket(fragment.charAt(0))).add(fragment));
        for (int i = 0; i < BUCKETS; i++) {
            byFirst[i] = buckets.get(i).toArray(new String[0]);
        }
    }

    /** Makes cues of {@code fragments}, none of them empty. */
    public static Cues of(String... fragments) {
        return new Cues(List.of(fragments));
    }

    /** Returns whether one of the fragments is in {@code text}. */
    public boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (String fragment : byFirst[bucket(text.charAt(i))]) {
                if (mayGoOn(text, i + 1, fragment) && text.regionMatches(true, i, fragment, 0, fragment.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A look at the second character spares most comparisons: in every language many words begin with the same letter. */
    private static boolean mayGoOn(String text, int at, String fragment) {
        return fragment.length() == 1 || (at < text.length() && bucket(text.charAt(at)) == bucket(fragment.charAt(1)));
    }

    private static int bucket(char c) {
        return (c < 0x80 ? c >= 'A' && c <= 'Z' ? c | 0x20 : c : Character.toLowerCase(c)) & (BUCKETS - 1);
    }
}
