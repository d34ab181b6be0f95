package io.communique.enrich.structure;

import io.communique.contract.release.Block.Kind;
import io.communique.enrich.structure.Marker.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Marks that stand in an element of their own, so that the paragraph beside them is indented. */
final class HangingMarkers {
    private HangingMarkers() {}

    /** Returns {@code parts} with each lone mark before the text that follows it. */
    static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i + 1 < parts.size() && isLone(part) && takesMark(parts.get(i + 1))) {
                joined.add(marked(part, parts.get(++i)));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    /** A dash or an asterisk alone parts sections. */
    private static boolean isLone(Part part) {
        return part.kind() != Kind.HEADING
                && part.kind() != Kind.TABLE_ROW
                && part.marker()
                        .filter(mark -> mark.isAllOf(part.text()) && mark.style() != Style.DASH)
                        .isPresent();
    }

    private static boolean takesMark(Part next) {
        return next.marker().isEmpty() && next.drawn().isEmpty() && next.kind() != Kind.TABLE_ROW;
    }

    private static Part marked(Part mark, Part next) {
        return new Part(
                mark.text() + " " + next.text(),
                mark.marker(),
                Optional.empty(),
                next.kind(),
                next.level(),
                next.bold());
    }
}
