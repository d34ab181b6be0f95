package io.communique.enrich.attachment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Page numbers and running heads: what stands at the edge of one page and of most others too, but for its number. */
final class RunningHeads {
    /** Lines at the top and at the bottom of a page among which they are looked for. */
    private static final int EDGE = 2;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private RunningHeads() {}

    /** Returns {@code lines} without them; nothing is dropped from a document of one page. */
    static List<PdfLine> without(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages = new TreeMap<>();
        lines.forEach(line ->
                pages.computeIfAbsent(line.page(), any -> new ArrayList<>()).add(line));
        if (pages.size() < 2) {
            return lines;
        }
        Set<PdfLine> dropped = new HashSet<>();
        for (int place = 0; place < EDGE; place++) {
            dropRepeated(pages, place, true, dropped);
            dropRepeated(pages, place, false, dropped);
        }
        return lines.stream().filter(line -> !dropped.contains(line)).toList();
    }

    private static void dropRepeated(Map<Integer, List<PdfLine>> pages, int place, boolean top, Set<PdfLine> dropped) {
        Map<String, List<PdfLine>> alike = new HashMap<>();
        for (List<PdfLine> page : pages.values()) {
            if (page.size() > place) {
                PdfLine line = page.get(top ? place : page.size() - 1 - place);
                String form = NUMBER.matcher(line.text()).replaceAll("#");
                alike.computeIfAbsent(form, any -> new ArrayList<>()).add(line);
            }
        }
        // A cover and a title page often have none, left and right pages different ones.
        int enough = Math.max(2, (pages.size() + 2) / 3);
        alike.values().stream().filter(same -> same.size() >= enough).forEach(dropped::addAll);
    }
}
