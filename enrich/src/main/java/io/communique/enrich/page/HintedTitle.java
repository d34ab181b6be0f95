package io.communique.enrich.page;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What list or feed called a release, held against the page that its address led to.
 *
 * <p>Lists cut titles, reword and inflect them; so only beginnings of words count, in scripts without spaces pairs of characters. A page
 * contradicts the title if no line of it shows half of these, and its whole text hardly more than a few. Links do not count: another
 * page's list may well show the title.
 */
final class HintedTitle {
    /** With fewer the title says too little to be contradicted. */
    private static final int STEMS_MIN = 4;

    private static final int STEM_LENGTH = 5;
    private static final int WORD_MIN = 4;
    /** A line that has this share of them is the title, or tells of the same. */
    private static final double SAME = 0.5;
    /** Less than this share of them in a whole text is chance. */
    private static final double CHANCE = 0.4;
    /** A shorter text has no room to speak of its title. */
    private static final double TEXT_MIN = 200;

    private static final double LINKED = 0.6;
    /** Titles are written in one script; from here on letters are not Latin. */
    private static final int BEYOND_LATIN = 0x370;

    private final Set<String> stems = new HashSet<>();
    private final boolean latin;

    HintedTitle(String title) {
        String folded = BlockReader.fold(title);
        stems(folded, stems::add);
        latin = isLatin(folded);
    }

    /** Returns whether the page speaks of something else. */
    boolean isContradictedBy(Document page, List<TextBlock> blocks, Region region) {
        if (stems.size() < STEMS_MIN || region.weight() < TEXT_MIN || shows(page.title())) {
            return false;
        }
        for (TextBlock block : blocks) {
            if (block.linkDensity() < LINKED && shows(block.text())) {
                return false;
            }
        }
        for (Element meta : page.head().select("meta[content]")) {
            if (shows(meta.attr("content"))) {
                return false;
            }
        }
        Set<String> missing = new HashSet<>(stems);
        StringBuilder text = new StringBuilder();
        for (TextBlock block : region.blocks()) {
            stems(block.text(), missing::remove);
            text.append(block.text(), 0, Math.min(block.text().length(), 200));
        }
        return isLatin(text) == latin && missing.size() > stems.size() * (1 - CHANCE);
    }

    private boolean shows(String line) {
        Set<String> missing = new HashSet<>(stems);
        stems(line, missing::remove);
        return missing.size() <= stems.size() * (1 - SAME);
    }

    private static boolean isLatin(CharSequence text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long beyond = text.chars()
                .filter(c -> c >= BEYOND_LATIN && Character.isLetter(c))
                .count();
        return beyond * 2 < letters;
    }

    /** The beginnings of longer words, numbers of three digits and more, and pairs of characters where words are not parted. */
    private static void stems(String text, Consumer<String> out) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inWord && isDense(text.charAt(i))) {
                if (i > 0 && isDense(text.charAt(i - 1))) {
                    out.accept(text.substring(i - 1, i + 1));
                }
                from = i + 1;
            } else if (!inWord) {
                word(text, from, i, out);
                from = i + 1;
            }
        }
    }

    private static void word(String text, int from, int to, Consumer<String> out) {
        int length = to - from;
        if (length >= WORD_MIN || (length == WORD_MIN - 1 && Character.isDigit(text.charAt(from)))) {
            out.accept(text.substring(from, Math.min(to, from + STEM_LENGTH)).toLowerCase(Locale.ROOT));
        }
    }

    /** Han, kana, Hangul. */
    private static boolean isDense(char c) {
        return (c >= 0x3040 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
    }
}
