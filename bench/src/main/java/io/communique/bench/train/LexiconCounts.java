package io.communique.bench.train;

import io.communique.enrich.strip.Lexicon;
import io.communique.enrich.strip.LexiconTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On how many sites each token stands in main text and in furniture. Sites, not blocks: a word of one site's menu, on each of its pages,
 * is one witness.
 */
final class LexiconCounts {
    private static final int ARTICLE = 1;
    private static final int FURNITURE = 2;
    /** Fewer witnesses than this say nothing. */
    private static final int SITES_MIN = 3;

    private static final float ODDS_MAX = 4;

    private final Map<Integer, int[]> counts = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> bySite = new HashMap<>();

    void add(String site, int token, boolean article) {
        int side = article ? ARTICLE : FURNITURE;
        Map<Integer, Integer> own = bySite.computeIfAbsent(site, key -> new HashMap<>());
        int before = own.getOrDefault(token, 0);
        if ((before & side) == 0) {
            own.put(token, before | side);
            counts.computeIfAbsent(token, key -> new int[2])[article ? 0 : 1]++;
        }
    }

    /** Returns what all sites together say. */
    Lexicon all() {
        return token -> odds(counts.get(token), 0);
    }

    /** Returns what all sites but one say: what a page must not learn from is itself. */
    Lexicon without(String site) {
        Map<Integer, Integer> own = bySite.getOrDefault(site, Map.of());
        return token -> odds(counts.get(token), own.getOrDefault(token, 0));
    }

    /** Returns what all sites together say, in the form that ships. */
    LexiconTable table() {
        Map<Integer, Float> table = new HashMap<>();
        counts.forEach((token, count) -> {
            float odds = odds(count, 0);
            if (odds != 0) {
                table.put(token, odds);
            }
        });
        return new LexiconTable(table);
    }

    private static float odds(int @Nullable [] count, int own) {
        if (count == null) {
            return 0;
        }
        int article = count[0] - (own & ARTICLE);
        int furniture = count[1] - ((own & FURNITURE) >> 1);
        if (article + furniture < SITES_MIN) {
            return 0;
        }
        float odds = (float) Math.log((article + 0.5) / (furniture + 0.5));
        return Math.round(Math.max(-ODDS_MAX, Math.min(ODDS_MAX, odds)) / LexiconTable.STEP) * LexiconTable.STEP;
    }
}
