package io.communique.desk.view;

import java.util.List;

/**
 * A block of a release's text.
 *
 * @param kind as the record's JSON names it, such as {@code list-item}
 * @param level of a heading or list item, from 1
 * @param marker of a list item, such as {@code 1.}; empty if there is none
 * @param pieces its text, in order
 */
public record Part(String kind, int level, String marker, List<Piece> pieces) {}
