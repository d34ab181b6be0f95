package io.communique.enrich.page;

import io.communique.enrich.block.BlockReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Puts the parts of a streamed page where they belong. A server that renders React sends a page's frame first, with templates named {@code
 * B:0} or {@code P:0} for what is not ready, and the parts behind it, hidden, named {@code S:0}; scripts of a line say which goes where (React's
 * ReactDOMFizzInstructionSet). What the browser shows is what the reader of the page gets.
 */
final class StreamedParts {
    /** A call that fills a boundary (with or without its styles) or a placeholder. */
    private static final Pattern CALL = Pattern.compile("\\$R([CRS])\\(\"([^\"]{1,100})\",\\s*\"([^\"]{1,100})\"");

    private static final Pattern BOUNDARY = Pattern.compile("(.{0,80})B:([0-9a-f]{1,8})");
    /** More parts than this are no page's. */
    private static final int PARTS_MAX = 500;
    /** Taking nodes out one by one costs as much as their neighbours are many. */
    private static final int NEIGHBOURS_MAX = 5_000;

    private final Map<String, Element> parts = new HashMap<>();
    private final Map<String, Element> places = new HashMap<>();
    private final StringBuilder calls = new StringBuilder();

    private StreamedParts() {}

    /** Returns whether a page of these characters may be streamed: most need not be looked through for parts. */
    static boolean mayBeIn(String html) {
        for (int at = html.indexOf("S:"); at >= 0; at = html.indexOf("S:", at + 1)) {
            if (at + 2 < html.length() && HexFormat.isHexDigit(html.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Moves each part of {@code page} to its place; a page that is not streamed stays as it is. */
    static void place(Document page) {
        StreamedParts streamed = new StreamedParts();
        streamed.collect(page);
        if (!streamed.parts.isEmpty()) {
            streamed.placeAll();
        }
    }

    private void collect(Document page) {
        for (Element element : page.body().getElementsByAttribute("id")) {
            if (BlockReader.isStreamedPart(element)) {
                parts.putIfAbsent(element.id(), element);
            } else if (element.normalName().equals("template")) {
                places.putIfAbsent(element.id(), element);
            }
        }
        if (!parts.isEmpty()) {
            page.getElementsByTag("script")
                    .forEach(script -> calls.append(script.data()).append('\n'));
        }
    }

    private void placeAll() {
        int moved = 0;
        Matcher call = CALL.matcher(calls);
        while (call.find() && moved++ < PARTS_MAX) {
            boolean isPlaceholder = call.group(1).equals("S");
            put(call.group(isPlaceholder ? 2 : 3), call.group(isPlaceholder ? 3 : 2));
        }
        // Pages are also kept without their scripts; then the numbers have to do.
        for (String place : List.copyOf(places.keySet())) {
            Matcher boundary = BOUNDARY.matcher(place);
            if (boundary.matches() && moved++ < PARTS_MAX) {
                put(boundary.group(1) + "S:" + boundary.group(2), place);
            }
        }
    }

    private void put(String partName, String placeName) {
        Element part = parts.get(partName);
        Element place = places.get(placeName);
        Element around = place == null ? null : place.parent();
        if (part == null || place == null || around == null || place.parents().contains(part)) {
            return;
        }
        parts.remove(partName);
        places.remove(placeName);
        part.remove();
        removeStandIn(place, around);
        around.insertChildren(place.siblingIndex(), new ArrayList<>(part.childNodes()));
        place.remove();
    }

    /** What was shown until the part came stands behind the template, up to the comment that ends the boundary. */
    private static void removeStandIn(Element place, Element around) {
        if (around.childNodeSize() > NEIGHBOURS_MAX) {
            return;
        }
        List<Node> standIn = new ArrayList<>();
        int open = 0;
        for (Node at = place.nextSibling(); at != null; at = at.nextSibling()) {
            String mark = at instanceof Comment comment ? comment.getData() : "";
            if (mark.equals("/$") && open-- == 0) {
                standIn.forEach(Node::remove);
                return;
            }
            open += mark.startsWith("$") ? 1 : 0;
            standIn.add(at);
        }
    }
}
