package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which list a block is an item of. */
final class Items {
    /** An item's own wrappers; what lies deeper is a page inside a list. */
    private static final int LEVELS = 6;

    private Items() {}

    /** Returns the list around the item that {@code block} is or stands in; null if there is none near. */
    static @Nullable Element listOf(TextBlock block) {
        Element at = block.element();
        for (int level = 0; level < LEVELS && at != null; level++) {
            if (at.normalName().equals("li")) {
                return at.parent();
            }
            at = at.parent();
        }
        return null;
    }
}
