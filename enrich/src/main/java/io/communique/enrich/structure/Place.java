package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import io.communique.enrich.block.Headings;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the elements around a block make of it.
 *
 * @param cell the nearest cell of a table; absent outside of tables
 * @param row the nearest row of a table; absent outside of tables
 * @param table the table that the row belongs to; absent outside of tables
 * @param item the nearest item of a list; absent outside of lists
 * @param kind what the block is, but for its own words
 * @param level depth of heading or list, at least 1
 */
record Place(
        @Nullable Element cell,
        @Nullable Element row,
        @Nullable Element table,
        @Nullable Element item,
        Block.Kind kind,
        int level) {
    /** A footnote says that it is one near its text. */
    private static final int FOOTNOTE_LEVELS_MAX = 8;

    /**
     * Returns where {@code element} stands; one walk up the tree.
     *
     * @param nesting gets the tables around the one that it stands in
     */
    static Place of(Element element, Set<Element> nesting) {
        Element cell = null;
        Element row = null;
        Element table = null;
        Element item = null;
        boolean caption = false;
        boolean quote = false;
        boolean note = false;
        int items = 0;
        int up = 0;
        for (Element at = element; at != null; at = at.parent()) {
            switch (at.normalName()) {
                case "td", "th" -> cell = cell == null && table == null ? at : cell;
                case "tr" -> row = row == null && table == null ? at : row;
                case "table" -> {
                    if (table == null) {
                        table = at;
                    } else {
                        nesting.add(at);
                    }
                }
                case "figcaption", "caption" -> caption = true;
                case "blockquote" -> quote = true;
                case "li" -> {
                    item = item == null && table == null ? at : item;
                    items++;
                }
                default -> {}
            }
            note = note || (up++ < FOOTNOTE_LEVELS_MAX && isFootnote(at));
        }
        int heading = Headings.level(element);
        Block.Kind kind = heading > 0 ? Block.Kind.HEADING : kind(caption, note, quote, items > 0);
        return new Place(cell, row, table, item, kind, heading > 0 ? heading : Math.max(1, items));
    }

    private static Block.Kind kind(boolean caption, boolean note, boolean quote, boolean item) {
        if (caption) {
            return Block.Kind.CAPTION;
        }
        if (note) {
            return Block.Kind.NOTE;
        }
        Block.Kind other = item ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
        return quote ? Block.Kind.QUOTE : other;
    }

    /** By the role of DPUB-ARIA 1.0, or the anchors that word processors and wikis write. */
    private static boolean isFootnote(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String role = element.attr("role");
        String id = element.id();
        return role.equals("doc-footnote")
                || role.equals("doc-endnotes")
                || isNumbered(id, "_ftn")
                || isNumbered(id, "_edn")
                || isNumbered(id, "fn")
                || isNumbered(id, "footnote");
    }

    private static boolean isNumbered(String id, String name) {
        int at = name.length();
        if (!id.startsWith(name)) {
            return false;
        }
        while (at < id.length() && (id.charAt(at) == '-' || id.charAt(at) == ':' || id.charAt(at) == '_')) {
            at++;
        }
        return at < id.length() && id.charAt(at) >= '0' && id.charAt(at) <= '9';
    }
}
