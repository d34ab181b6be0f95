package io.communique.enrich.structure;

import io.communique.contract.release.Block.Kind;
import io.communique.enrich.block.TextWeight;
import io.communique.enrich.structure.Marker.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What parts are by their own words and those around them: asides, footnotes, headings in bold type. */
final class Kinds {
    /** An aside is short; a long paragraph that begins with a star is a paragraph. */
    private static final double NOTE_MAX = 300;
    /** Beyond this a line in bold type is emphasis. */
    private static final double HEADING_MAX = 100;
    /** One bold line may be a lead or a name; a page that uses them as headings does so again. */
    private static final int HEADINGS_MIN = 2;

    private static final int HEADING_LEVEL_MAX = 6;
    private static final String NO_HEADING_ENDS = ".,;:…。，、；：";
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Kinds() {}

    /** Returns {@code parts} with their final kinds. */
    static List<Part> settled(List<Part> parts) {
        return withHeadings(withNotes(parts));
    }

    private static List<Part> withNotes(List<Part> parts) {
        List<Part> settled = new ArrayList<>(parts.size());
        Set<String> references = new HashSet<>();
        boolean listed = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean aside = has(part, Style.ASIDE);
            listed = aside && (listed || announcesList(parts, i));
            boolean note = (aside && !listed)
                    || (has(part, Style.FOOTNOTE)
                            && references.contains(part.marker().orElseThrow().text()));
            settled.add(note && TextWeight.of(part.text()) <= NOTE_MAX ? as(part, Kind.NOTE, part.level()) : part);
            addReferences(part.text(), references);
        }
        return settled;
    }

    private static boolean has(Part part, Style style) {
        return part.kind() != Kind.HEADING
                && part.kind() != Kind.CAPTION
                && part.marker().filter(mark -> mark.style() == style).isPresent();
    }

    /** Stars behind a colon, two or more, are bullets. */
    private static boolean announcesList(List<Part> parts, int first) {
        return first > 0
                && first + 1 < parts.size()
                && parts.get(first).text().startsWith("*")
                && parts.get(first + 1).text().startsWith("*")
                && (parts.get(first - 1).text().endsWith(":")
                        || parts.get(first - 1).text().endsWith("："));
    }

    /** Numbers in brackets, or raised, behind the beginning of a text: a footnote may answer them. */
    private static void addReferences(String text, Set<String> references) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = i + 1;
            if (c == '[') {
                while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                    end++;
                }
                if (end > i + 1 && end < text.length() && text.charAt(end) == ']') {
                    references.add(text.substring(i, end + 1));
                }
                i = end - 1;
            } else if (RAISED_DIGITS.indexOf(c) >= 0) {
                while (end < text.length() && RAISED_DIGITS.indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                references.add(text.substring(i, end));
                i = end - 1;
            }
        }
    }

    private static List<Part> withHeadings(List<Part> parts) {
        int headings = 0;
        for (int i = 0; i + 1 < parts.size(); i++) {
            headings += looksLikeHeading(parts.get(i), parts.get(i + 1)) ? 1 : 0;
        }
        if (headings < HEADINGS_MIN) {
            return parts;
        }
        List<Part> settled = new ArrayList<>(parts.size());
        int above = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            above = part.kind() == Kind.HEADING ? part.level() : above;
            settled.add(
                    i + 1 < parts.size() && looksLikeHeading(part, parts.get(i + 1))
                            ? as(part, Kind.HEADING, Math.min(HEADING_LEVEL_MAX, above + 1))
                            : part);
        }
        return settled;
    }

    private static boolean looksLikeHeading(Part part, Part next) {
        String text = part.text();
        return part.bold()
                && part.kind() == Kind.PARAGRAPH
                && part.marker()
                        .map(Marker::style)
                        .filter(style -> !style.isNumber())
                        .isEmpty()
                && !next.bold()
                && next.kind() != Kind.HEADING
                && NO_HEADING_ENDS.indexOf(text.charAt(text.length() - 1)) < 0
                && TextWeight.of(text) <= HEADING_MAX;
    }

    private static Part as(Part part, Kind kind, int level) {
        return new Part(part.text(), part.marker(), part.drawn(), kind, level, part.bold());
    }
}
