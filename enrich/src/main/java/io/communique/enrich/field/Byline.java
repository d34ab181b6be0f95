package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line over a text that says who wrote it: a preposition and then nothing but names. */
final class Byline {
    private static final int LENGTH_MAX = 90;
    /** How many blocks and lines before the text proper a byline may stand. */
    private static final int NEAR = 2;

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}.'’-]*";
    private static final Pattern BYLINE = Pattern.compile(
            "(?:By|BY|Story by|Written by|Von|Par|Por|Di|Door|Av)(?-i:\\s(?!(?i:order|decree|decision|authority|law|virtue|resolution|ordre|décret|arrêté|orden|decreto|ley|resolución|beschluss|erlass|legge)\\b))("
                    + NAME + "(?:,?\\s(?:" + NAME
                    + "|and|und|et|y|e|&|of|the|for|de|du|des|der|la|le|von|van))*\\s" + NAME + ")");
    /** Bylines of a unit rather than of a person. */
    private static final Pattern UNIT = Pattern.compile(
            ".*(?:Public Affairs|Press Office|Communications?(?: Office| Directorate| Department)?|Media Relations|Public Information Office|Pressestelle|Service de presse|Oficina de Prensa)");

    private Byline() {}

    /** Returns the unit that signs a region, which may begin with title and date; empty if no byline names one. */
    static Optional<String> unit(List<TextBlock> region) {
        return region.stream()
                .limit(2 * NEAR)
                .flatMap(block -> block.lines().stream().limit(NEAR))
                .map(Byline::author)
                .flatMap(Optional::stream)
                .map(author -> author.replaceAll("\\.$", ""))
                .filter(author -> UNIT.matcher(author).matches())
                .findFirst();
    }

    /** Returns {@code text} without a byline that opens it; a text of nothing else stays. */
    static List<TextBlock> removed(List<TextBlock> text) {
        List<TextBlock> without = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            TextBlock block = text.get(i);
            boolean opens = i < NEAR && author(block.lines().get(0)).isPresent();
            if (!opens) {
                without.add(block);
            } else if (block.lines().size() > 1) {
                without.add(block.withoutFirstLine());
            }
        }
        return without.isEmpty() ? text : without;
    }

    private static Optional<String> author(String line) {
        Matcher byline = BYLINE.matcher(line);
        return line.length() <= LENGTH_MAX && byline.matches() ? Optional.of(byline.group(1)) : Optional.empty();
    }
}
