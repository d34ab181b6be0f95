package io.communique.enrich.field;

import io.communique.contract.release.Attachment;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The files that belong to a release: linked from its text, or from the block of files beside it. */
public final class Attachments {
    private static final int ATTACHMENTS_MAX = 100;
    /** How far above the text the block of files may hang in the tree. */
    private static final int LEVELS_UP = 4;

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("hwp", "application/x-hwp"),
            Map.entry("hwpx", "application/hwp+zip"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("csv", "text/csv"),
            Map.entry("zip", "application/zip"));

    private static final Pattern ENDING =
            Pattern.compile("(?i)\\.(" + String.join("|", MEDIA_TYPES.keySet()) + ")(?=$|[?#&\\s)\\]])");
    private static final Pattern SIZE =
            Pattern.compile("\\s*[(\\[]\\s*[\\d.,]+\\s*(?i:[KMG]?B|bytes?|바이트)[^)\\]]{0,20}[)\\]]\\s*$");

    private Attachments() {}

    /** Returns the files linked in and around {@code region}, each once, in the order of the page. */
    public static List<Attachment> find(Region region) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        for (Element link : neighbourhood(region).select("a")) {
            if (found.size() < ATTACHMENTS_MAX && !inNavigation(link)) {
                attachment(link).ifPresent(file -> found.putIfAbsent(file.url().orElse("") + " " + file.name(), file));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Element neighbourhood(Region region) {
        Element at = region.container();
        for (int up = 0;
                up < LEVELS_UP && at.parent() != null && !at.normalName().equals("body");
                up++) {
            at = at.parent();
        }
        return at;
    }

    private static boolean inNavigation(Element link) {
        return link.closest("nav, header, footer, aside") != null;
    }

    private static Optional<Attachment> attachment(Element link) {
        String shown = SIZE.matcher(BlockReader.fold(link.text())).replaceAll("");
        String address = link.attr("abs:href");
        Optional<String> type = ending(shown).or(() -> ending(address));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String name = shown.isEmpty() ? lastSegment(address) : shown;
        Optional<String> url = Optional.of(address).filter(absolute -> absolute.startsWith("http"));
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(new Attachment(
                        url, name, type.map(MEDIA_TYPES::get), Attachment.Extraction.NOT_FETCHED, Optional.empty()));
    }

    private static Optional<String> ending(String text) {
        Matcher matcher = ENDING.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String lastSegment(String address) {
        String path = address.replaceAll("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
