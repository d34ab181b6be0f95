package io.communique.enrich.attachment;

import java.util.Set;

/**
 * What the elements of a document format mean to a reader, by local names.
 *
 * @param paragraphs a paragraph or heading
 * @param texts hold characters that are shown; empty if every character within a paragraph is
 * @param tabs a tab
 * @param breaks a line break
 * @param spaces a run of spaces, with its length in the attribute {@code c}
 * @param rows a row of a table
 * @param cells a cell of a row
 * @param skipped not part of the text: deletions, field codes, notes to the editor, running heads
 */
record Vocabulary(
        Set<String> paragraphs,
        Set<String> texts,
        Set<String> tabs,
        Set<String> breaks,
        Set<String> spaces,
        Set<String> rows,
        Set<String> cells,
        Set<String> skipped) {
    /** ECMA-376 part 1, section 17. */
    static final Vocabulary WORD = new Vocabulary(
            Set.of("p"),
            Set.of("t"),
            Set.of("tab", "ptab"),
            Set.of("br", "cr"),
            Set.of(),
            Set.of("tr"),
            Set.of("tc"),
            // A fallback repeats what the choice beside it says; a paragraph's properties hold tab stops that are no
            // tabs.
            Set.of("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sdtPr", "tblPr", "rt"));

    /** ECMA-376 part 1, section 21.1. */
    static final Vocabulary SLIDES = new Vocabulary(
            Set.of("p"),
            Set.of("t"),
            Set.of("tab"),
            Set.of("br"),
            Set.of(),
            Set.of("tr"),
            Set.of("tc"),
            Set.of("pPr", "rPr", "Fallback"));

    /** OpenDocument 1.3 part 3, sections 5, 6 and 9. */
    static final Vocabulary OPEN_DOCUMENT = new Vocabulary(
            Set.of("p", "h"),
            Set.of(),
            Set.of("tab"),
            Set.of("line-break"),
            Set.of("s"),
            Set.of("table-row"),
            Set.of("table-cell"),
            Set.of("tracked-changes", "annotation", "note-citation", "forms", "desc", "title", "notes", "ruby-text"));

    /** KS X 6101, the paragraph lists of sections. */
    static final Vocabulary HWPX = new Vocabulary(
            Set.of("p"),
            Set.of("t"),
            Set.of("tab"),
            Set.of("lineBreak"),
            Set.of("nbSpace", "fwSpace"),
            Set.of("tr"),
            Set.of("tc"),
            Set.of("secPr", "header", "footer", "hiddenComment", "shapeComment", "script", "parameters", "memo"));
}
