package io.communique.enrich.structure;

import io.communique.enrich.block.TextBlock;
import io.communique.enrich.block.TextWeight;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Paragraphs from the lines of a block: joined where they were only wrapped, apart where a new thought or a mark begins. */
final class WrappedLines {
    /** A line this long that ends in the middle of a sentence was broken by a typewriter's habit, not by its author. */
    private static final double WRAPPED_MIN = 45;
    /** Typewriters and mail programs break lines between these. */
    private static final double WIDTH_MIN = 40;

    private static final double WIDTH_MAX = 140;
    /** So much shorter than the longest line a line may be for its end to be the margin's doing. */
    private static final double RAGGED = 0.1;
    /** The share of lines that must end at the margin before the block counts as wrapped by a machine. */
    private static final double EVENLY = 0.7;

    private static final int EVENLY_LINES_MIN = 3;
    /** Verses, addresses and lists begin more of their lines with a capital than prose does. */
    private static final double CAPITALS_MAX = 0.6;
    /** In scripts without spaces a line may break after any character. */
    private static final double WORD_MAX = 15;
    /** A last line so short, with a capital and without an end, is a signature. */
    private static final double SIGNATURE_MAX = 30;

    private static final String SENTENCE_ENDS = ".!?。！？:;：；…\"”'’)]";
    /** After these a hyphen stands for a part of a word that is not repeated: "Vor- und Nachteile". */
    private static final Set<String> CONJUNCTIONS = Set.of(
            "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "o", "e", "en", "of", "och", "og");

    private final List<String> lines;
    private final TextBlock block;
    private final double[] widths;
    private final double width;
    private final boolean evenly;

    /** A paragraph, and whether all of it is in bold type. */
    record Paragraph(String text, boolean bold) {}

    private WrappedLines(TextBlock block) {
        this.block = block;
        this.lines = block.lines();
        this.widths = lines.stream().mapToDouble(TextWeight::of).toArray();
        double most = 0;
        for (double one : widths) {
            most = Math.max(most, one);
        }
        this.width = most;
        this.evenly = isEvenlyWrapped();
    }

    /** Returns the paragraphs of {@code block}. */
    static List<Paragraph> joined(TextBlock block) {
        return block.lines().size() == 1
                ? List.of(new Paragraph(block.text(), block.isBold(0)))
                : new WrappedLines(block).joined();
    }

    private List<Paragraph> joined() {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder(lines.get(0));
        boolean bold = block.isBold(0);
        for (int i = 1; i < lines.size(); i++) {
            if (isWrappedAfter(i - 1)) {
                paragraph.append(glue(lines.get(i - 1), lines.get(i)));
            } else {
                paragraphs.add(new Paragraph(paragraph.toString(), bold));
                paragraph.setLength(0);
                bold = block.isBold(i);
            }
            paragraph.append(lines.get(i));
        }
        paragraphs.add(new Paragraph(paragraph.toString(), bold));
        return paragraphs;
    }

    private boolean isWrappedAfter(int i) {
        String next = lines.get(i + 1);
        if (block.isBold(i) != block.isBold(i + 1) || Marker.of(next).isPresent()) {
            return false;
        }
        if (evenly && isFull(i)) {
            return true;
        }
        return widths[i] >= WRAPPED_MIN && !endsSentence(lines.get(i)) && !isSignature(i + 1);
    }

    private boolean isSignature(int i) {
        String line = lines.get(i);
        return i == lines.size() - 1
                && widths[i] < SIGNATURE_MAX
                && Character.isUpperCase(line.codePointAt(0))
                && !endsSentence(line);
    }

    private static boolean endsSentence(String line) {
        return SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Most lines end where the next word would have passed the margin, and few begin as verses do. */
    private boolean isEvenlyWrapped() {
        if (lines.size() < EVENLY_LINES_MIN || width < WIDTH_MIN || width > WIDTH_MAX) {
            return false;
        }
        int full = 0;
        int capitals = 0;
        int marks = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            String next = lines.get(i + 1);
            full += isFull(i) ? 1 : 0;
            capitals += Character.isUpperCase(next.codePointAt(0)) ? 1 : 0;
            marks += Marker.of(next).isPresent() ? 1 : 0;
        }
        int joints = lines.size() - 1 - marks;
        return joints > 0 && full >= joints * EVENLY && capitals <= joints * CAPITALS_MAX;
    }

    /** Whether the first word of the next line would not have fitted on this one. */
    private boolean isFull(int i) {
        String next = lines.get(i + 1);
        int space = next.indexOf(' ');
        double word = TextWeight.of(space < 0 ? next : next.substring(0, space));
        return widths[i] + 1 + Math.min(WORD_MAX, word) > width * (1 - RAGGED);
    }

    /** Between lines stands a space, but not in scripts that have none, nor behind the hyphen of a word. */
    private static String glue(String line, String next) {
        int before = line.codePointBefore(line.length());
        int after = next.codePointAt(0);
        if (before == '-' && line.length() > 1 && Character.isLetter(line.codePointBefore(line.length() - 1))) {
            int end = next.indexOf(' ');
            boolean shared = CONJUNCTIONS.contains(end < 0 ? next : next.substring(0, end));
            return Character.isLetter(after) && !shared ? "" : " ";
        }
        return isUnspaced(before) && isUnspaced(after) ? "" : " ";
    }

    private static boolean isUnspaced(int c) {
        if ((c >= 0x3001 && c <= 0x301f) || (c >= 0xff01 && c <= 0xff5e)) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
