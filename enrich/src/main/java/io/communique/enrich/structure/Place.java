package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import io.communique.enrich.block.Headings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the elements around a block make of it.
 *
 * @param row the nearest row of a table; absent outside of tables
 * @param kind what the block is, but for its own words
 * @param level depth of heading or list, at least 1
 */
record Place(@Nullable Element row, Block.Kind kind, int level) {
    /** Returns where {@code element} stands; one walk up the tree. */
    static Place of(Element element) {
        Element row = null;
        boolean caption = false;
        boolean quote = false;
        int items = 0;
        for (Element at = element; at != null; at = at.parent()) {
            switch (at.normalName()) {
                case "tr" -> row = row == null ? at : row;
                case "figcaption", "caption" -> caption = true;
                case "blockquote" -> quote = true;
                case "li" -> items++;
                default -> {}
            }
        }
        int heading = Headings.level(element);
        if (heading > 0) {
            return new Place(row, Block.Kind.HEADING, heading);
        }
        Block.Kind inList = items > 0 ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
        Block.Kind inQuote = quote ? Block.Kind.QUOTE : inList;
        return new Place(row, caption ? Block.Kind.CAPTION : inQuote, Math.max(1, items));
    }
}
