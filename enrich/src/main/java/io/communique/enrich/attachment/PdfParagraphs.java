package io.communique.enrich.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts lines together to the paragraphs that they were broken from. */
final class PdfParagraphs {
    private static final Pattern MARKER = Pattern.compile(
            "^(?:\\d{1,3}[.)](?=\\s|\\p{L})|\\(\\d{1,3}\\)|[가-하][.)](?=\\s)|\\([가-하]\\)|[①-⑳❶-❿]|[°○◦●•▪■□◻◇◆▣▶►▷☞※➢✓❖➔ㅇㅁ·]|[-–—*](?=\\s))");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？:：;；…][\"”'’)\\]」』]?$");
    private static final float MORE_LEADING = 1.4f;
    private static final float OTHER_SIZE = 0.12f;
    /** A space, and some play for letters of different width. */
    private static final float ROOM = 3;

    /** Share of the width by which the lines of one paragraph may differ where somebody broke them by hand. */
    private static final float RAGGED = 0.14f;

    private static final int AROUND = 6;

    private final List<PdfLine> lines;
    private final float leading;

    PdfParagraphs(List<PdfLine> lines) {
        this.lines = lines;
        this.leading = medianLeading(lines);
    }

    void writeTo(Paragraphs out) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (i > 0 && goesOn(lines.get(i - 1), line, i)) {
                join(paragraph, line.text());
            } else {
                out.add(paragraph);
                paragraph.setLength(0);
                paragraph.append(line.text());
            }
        }
        out.add(paragraph);
    }

    private boolean goesOn(PdfLine before, PdfLine line, int at) {
        if (MARKER.matcher(line.text()).find() || isOtherSize(before, line) || endsShort(before, line, at - 1)) {
            return false;
        }
        if (before.page() != line.page()) {
            return !SENTENCE_END.matcher(before.text()).find();
        }
        float gap = line.baseline() - before.baseline();
        if (gap > leading * MORE_LEADING) {
            return false;
        }
        boolean indented = line.left() > before.left() + line.size() * 0.8f;
        boolean hangs = MARKER.matcher(before.text()).find();
        return !indented || hangs || !SENTENCE_END.matcher(before.text()).find();
    }

    private static boolean isOtherSize(PdfLine before, PdfLine line) {
        float larger = Math.max(before.size(), line.size());
        return larger > 0 && Math.abs(before.size() - line.size()) / larger > OTHER_SIZE;
    }

    /**
     * Whether the next line's first word would have fitted: then somebody ended the line. Against the widest of the lines around it, for
     * columns and tables have margins of their own.
     */
    private boolean endsShort(PdfLine line, PdfLine next, int at) {
        float right = line.right();
        float left = line.left();
        for (int i = Math.max(0, at - AROUND); i <= Math.min(lines.size() - 1, at + AROUND); i++) {
            PdfLine other = lines.get(i);
            if (other.page() == line.page() && !isOtherSize(other, line)) {
                right = Math.max(right, other.right());
                left = Math.min(left, other.left());
            }
        }
        float character = (next.right() - next.left()) / next.text().length();
        float free = right - line.right();
        return free > character * (firstWord(next.text()) + ROOM) && free > (right - left) * RAGGED;
    }

    private static int firstWord(String text) {
        int end = 1;
        while (end < text.length() && text.charAt(end) != ' ' && !isIdeographic(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Chinese and Japanese have no spaces between words; a word broken at its hyphen comes together and keeps it. */
    private static void join(StringBuilder paragraph, String line) {
        char last = paragraph.charAt(paragraph.length() - 1);
        boolean dense = isIdeographic(last) && isIdeographic(line.charAt(0));
        boolean hyphen =
                last == '-' && paragraph.length() > 1 && Character.isLetter(paragraph.charAt(paragraph.length() - 2));
        paragraph.append(dense || hyphen ? "" : " ").append(line);
    }

    private static boolean isIdeographic(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || (c >= 0x3000 && c < 0x3040)
                || (c >= 0xff00 && c < 0xff66);
    }

    private static float medianLeading(List<PdfLine> lines) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (gap > 0.1f && lines.get(i).page() == lines.get(i - 1).page()) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        // The lower quartile: text has more lines within paragraphs than between, lists have not.
        return gaps.isEmpty() ? Float.MAX_VALUE : gaps.get(gaps.size() / 4);
    }
}
