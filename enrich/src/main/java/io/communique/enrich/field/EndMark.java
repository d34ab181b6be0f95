package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import java.util.regex.Pattern;

/** The mark with which press offices end a release, "###" or "-30-". What stands behind it is about the office, not of the release. */
final class EndMark {
    private static final Pattern MARK = Pattern.compile("#(?:\\s?#){0,5}|[-–—]\\s?30\\s?[-–—]");
    /** More than this of the text before it is no afterword: the mark parts two texts. */
    private static final double AFTERWORD_MAX = 0.5;

    private EndMark() {}

    /** Returns {@code text} up to the mark, which is part of it; all of it if there is none, or as much text behind it. */
    static List<TextBlock> removed(List<TextBlock> text) {
        for (int i = 1; i < text.size(); i++) {
            if (MARK.matcher(text.get(i).text()).matches()) {
                double before = TextBlock.weightOf(text.subList(0, i));
                double behind = TextBlock.weightOf(text.subList(i + 1, text.size()));
                return behind <= before * AFTERWORD_MAX ? text.subList(0, i + 1) : text;
            }
        }
        return text;
    }
}
