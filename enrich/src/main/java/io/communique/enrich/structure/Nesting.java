package io.communique.enrich.structure;

import io.communique.enrich.structure.Marker.Style;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep a marked paragraph lies among those before it. Says 1 where the order of marks leaves doubt: a number after a dash may go on
 * with what came before a summary.
 */
final class Nesting {
    private final Deque<Style> open = new ArrayDeque<>();

    /** A heading begins anew. */
    void reset() {
        open.clear();
    }

    /** Returns the level of the next paragraph with such a mark, 1 for the outermost. */
    int level(Style style) {
        if (!style.isNumber() && !style.isBullet()) {
            return 1;
        }
        while (!open.isEmpty() && open.peek() != style && !nests(style, open.peek())) {
            open.pop();
        }
        if (open.isEmpty() || open.peek() != style) {
            open.push(style);
        }
        return open.size();
    }

    /** Whether {@code inner} opens a level below {@code outer}, which no paragraph of its own style is open above. */
    private boolean nests(Style inner, Style outer) {
        if (open.contains(inner)) {
            return false;
        }
        if (inner.isNumber() == outer.isNumber()) {
            return inner.compareTo(outer) > 0;
        }
        return inner.isBullet()
                || (inner.compareTo(Style.LETTER) > 0 && (outer == Style.SQUARE || outer == Style.CIRCLE));
    }
}
