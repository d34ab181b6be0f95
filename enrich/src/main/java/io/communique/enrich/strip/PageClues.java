package io.communique.enrich.strip;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import java.util.function.IntConsumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page's head and scripts say of its text: title, description, and the article itself where JSON-LD repeats it. */
final class PageClues {
    private static final int SCRIPT_LENGTH_MAX = 1 << 20;
    private static final int GRAM = 3;

    private final TokenSet title = new TokenSet();
    private final TokenSet description;
    private final TokenSet repeated;

    PageClues(Document page) {
        Element head = page.head();
        Tokens.words(BlockReader.fold(page.title()), 0, title::add);
        StringBuilder described = new StringBuilder();
        for (Element meta : head.getElementsByTag("meta")) {
            String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
            switch (name) {
                case "og:title", "twitter:title" -> Tokens.words(BlockReader.fold(meta.attr("content")), 0, title::add);
                case "description", "og:description", "twitter:description" ->
                    described.append(meta.attr("content")).append(" \u0001 ");
                default -> {}
            }
        }
        description = grams(described.toString());
        repeated = grams(articleBody(page));
    }

    /** The longest {@code articleBody} of the page's JSON-LD, escapes and all: words are compared, not characters. */
    private static String articleBody(Document page) {
        String longest = "";
        for (Element script : page.getElementsByTag("script")) {
            if (script.attr("type").equalsIgnoreCase("application/ld+json")) {
                String data = script.data();
                int at = data.length() > SCRIPT_LENGTH_MAX ? -1 : data.indexOf("\"articleBody\"");
                if (at >= 0) {
                    String body = jsonString(data, at + "\"articleBody\"".length());
                    longest = body.length() > longest.length() ? body : longest;
                }
            }
        }
        return longest;
    }

    private static String jsonString(String json, int from) {
        int start = json.indexOf('"', from);
        StringBuilder value = new StringBuilder();
        for (int i = start + 1; start >= 0 && i < json.length() && json.charAt(i) != '"'; i++) {
            char c = json.charAt(i);
            if (c != '\\' || i + 1 == json.length()) {
                value.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            if (escaped == 'u' && i + 4 < json.length()) {
                value.append(unicode(json.substring(i + 1, i + 5)));
                i += 4;
            } else {
                value.append(escaped == 'n' || escaped == 't' || escaped == 'r' ? ' ' : escaped);
            }
        }
        return value.toString();
    }

    private static char unicode(String digits) {
        try {
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            return ' ';
        }
    }

    private static TokenSet grams(String text) {
        TokenSet grams = new TokenSet();
        forGrams(text, grams::add);
        return grams;
    }

    /** Runs of three words; shorter texts have none. */
    private static void forGrams(String text, IntConsumer out) {
        int[] last = new int[GRAM];
        int[] count = {0};
        wordsOf(text, word -> {
            last[count[0]++ % GRAM] = word;
            if (count[0] >= GRAM) {
                int first = count[0] % GRAM;
                out.accept((last[first] * 31 + last[(first + 1) % GRAM]) * 31 + last[(first + 2) % GRAM]);
            }
        });
    }

    private static void wordsOf(String text, IntConsumer out) {
        int from = 0;
        // Tokens.words stops after a number of tokens; whole texts are given in pieces.
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 100);
            while (to < text.length() && to < from + 140 && Character.isLetterOrDigit(text.charAt(to))) {
                to++;
            }
            Tokens.words(text.substring(from, to), 0, out);
            from = to;
        }
    }

    /** Returns the share of the title's words that are in {@code block}, and of the block's that are in the title. */
    double[] titleOverlap(TextBlock block) {
        if (title.isEmpty()) {
            return new double[] {0, 0};
        }
        TokenSet words = new TokenSet();
        int[] common = {0};
        Tokens.words(block.text(), 0, token -> common[0] += words.add(token) && title.contains(token) ? 1 : 0);
        return words.isEmpty()
                ? new double[] {0, 0}
                : new double[] {(double) common[0] / title.size(), (double) common[0] / words.size()};
    }

    boolean hasDescription() {
        return !description.isEmpty();
    }

    boolean hasRepeated() {
        return !repeated.isEmpty();
    }

    /** Returns the share of the block's word runs that the description has. */
    double described(TextBlock block) {
        return share(block, description);
    }

    /** Returns the share of the block's word runs that the JSON-LD's article has. */
    double repeated(TextBlock block) {
        return share(block, repeated);
    }

    private static double share(TextBlock block, TokenSet in) {
        if (in.isEmpty()) {
            return 0;
        }
        int[] counts = {0, 0};
        forGrams(block.text(), gram -> {
            counts[0]++;
            counts[1] += in.contains(gram) ? 1 : 0;
        });
        return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
    }
}
