package io.communique.enrich.field;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A release's title.
 *
 * @param text plain text
 * @param at index of the block that shows it; -1 if none does
 */
public record Title(String text, int at) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|>»«–—:-]{1,2}\\s+|\\s*[|｜]\\s*");
    private static final Pattern TITLE_CLASS = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:h?tit(?:le|ulo|el)?|subject|headline|view_?tit\\w*|bo_?v_?tit\\w*)(?:$|[\\s_-])");
    private static final double LENGTH_MAX = 400;

    /** Returns the title that most witnesses agree on; empty if the page names none. */
    public static Optional<Title> vote(Document page, List<TextBlock> blocks, Region region, Optional<String> hint) {
        StructuredData data = new StructuredData(page);
        String head = BlockReader.fold(page.title());
        List<String> witnesses = new ArrayList<>();
        hint.map(BlockReader::fold).ifPresent(witnesses::add);
        data.meta("og:title", "twitter:title", "dcterms.title", "DC.title")
                .map(BlockReader::fold)
                .ifPresent(witnesses::add);
        data.jsonLd("headline").map(BlockReader::fold).ifPresent(witnesses::add);
        witnesses.add(head);

        Title best = null;
        double bestScore = 0;
        for (int i = 0; i < blocks.size() && i <= region.start() + 12; i++) {
            double score = score(blocks.get(i), i, region, witnesses);
            if (score > bestScore) {
                best = new Title(blocks.get(i).text(), i);
                bestScore = score;
            }
        }
        Optional<Title> shown = Optional.ofNullable(best);
        return shown.or(() -> named(witnesses, head));
    }

    /** Nothing on the page looks like a heading: then what the page calls itself, less the site's part. */
    private static Optional<Title> named(List<String> witnesses, String head) {
        return witnesses.stream()
                .filter(witness -> !witness.isEmpty())
                .findFirst()
                .map(witness -> witness.equals(head) ? longestPart(head) : witness)
                .filter(text -> !text.isEmpty())
                .map(text -> new Title(text, -1));
    }

    private static double score(TextBlock block, int at, Region region, List<String> witnesses) {
        double heading = heading(block.element());
        String text = block.text();
        double weight = TextWeight.of(text);
        boolean witnessed = witnesses.stream().anyMatch(witness -> agrees(witness, text));
        if (weight > LENGTH_MAX || weight < 4 || (heading == 0 && !witnessed)) {
            return 0;
        }
        double agreement = witnesses.stream()
                .mapToDouble(witness -> agreement(witness, text))
                .sum();
        double length = Math.min(weight, 60) / 60;
        double nearness = 1.0 / (1 + Math.abs(at - region.start()) / 6.0);
        double furniture = block.furniture() ? 0.2 : 1;
        return (heading + 2 * agreement) * (0.3 + length) * (0.3 + nearness) * furniture;
    }

    private static double heading(Element element) {
        Element at = element;
        for (int up = 0; up < 2 && at != null; up++, at = at.parent()) {
            switch (at.normalName()) {
                case "h1" -> {
                    return 2;
                }
                case "h2" -> {
                    return 1.4;
                }
                case "h3" -> {
                    return 1;
                }
                case "h4", "h5" -> {
                    return 0.6;
                }
                default -> {
                    if (TITLE_CLASS.matcher(at.className()).find()) {
                        return 0.9;
                    }
                }
            }
        }
        return 0;
    }

    private static boolean agrees(String witness, String text) {
        return agreement(witness, text) > 0;
    }

    /** Equal counts in full; a part of a longer one (site name behind, or cut by a list) counts for less. */
    private static double agreement(String witness, String text) {
        if (witness.isEmpty() || TextWeight.of(text) < 8) {
            return 0;
        }
        if (witness.equalsIgnoreCase(text)) {
            return 1;
        }
        String cut = witness.replaceAll("(?:\\.{2,}|…)$", "").strip();
        if (TextWeight.of(cut) >= 15 && text.startsWith(cut)) {
            return 0.8;
        }
        return witness.contains(text) ? 0.8 * text.length() / witness.length() + 0.1 : 0;
    }

    private static String longestPart(String head) {
        String longest = "";
        for (String part : SEPARATOR.split(head, -1)) {
            if (TextWeight.of(part) > TextWeight.of(longest)) {
                longest = part.strip();
            }
        }
        return longest;
    }
}
