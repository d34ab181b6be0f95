package io.communique.enrich.attachment;

/**
 * A line as it stands on a page, in points from the top left corner.
 *
 * @param page from 1
 * @param text folded, not blank
 * @param left of its first character
 * @param right of its last
 * @param baseline from the top
 * @param size of its type
 */
record PdfLine(int page, String text, float left, float right, float baseline, float size) {}
