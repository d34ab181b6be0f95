package io.communique.ingest.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guess at what identifies a site's releases: the parameter, or the number in the path, that differs from one to the next. */
final class IdPattern {
    private static final Pattern NUMBER = Pattern.compile("\\d{2,}");
    private static final int ITEMS_MIN = 3;

    private IdPattern() {}

    /** Returns a pattern for {@code siteId} that finds another id in each of the addresses; empty if there is none, or too few addresses. */
    static Optional<String> of(List<URI> urls) {
        if (urls.size() < ITEMS_MIN) {
            return Optional.empty();
        }
        return byParameter(urls).or(() -> byNumber(urls));
    }

    private static Optional<String> byParameter(List<URI> urls) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (URI url : urls) {
            for (String pair : (url.getRawQuery() == null ? "" : url.getRawQuery()).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(equals + 1).matches("[\\w-]+")) {
                    values.computeIfAbsent(pair.substring(0, equals), any -> new HashSet<>())
                            .add(pair.substring(equals + 1));
                }
            }
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() == urls.size())
                .map(entry -> "[?&]" + escaped(entry.getKey()) + "=([\\w-]+)")
                .findFirst();
    }

    /** The one place with a number that all paths share. */
    private static Optional<String> byNumber(List<URI> urls) {
        Set<String> shapes = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (URI url : urls) {
            Matcher number = NUMBER.matcher(url.getRawPath());
            if (!number.find()) {
                return Optional.empty();
            }
            ids.add(number.group());
            String before = url.getRawPath().substring(0, number.start());
            shapes.add(before.substring(before.lastIndexOf('/') + 1).isEmpty() ? before : "");
            if (number.find()) {
                return Optional.empty();
            }
        }
        String shape = shapes.iterator().next();
        boolean one = shapes.size() == 1 && shape.length() > 1 && new HashSet<>(ids).size() == urls.size();
        return one ? Optional.of(escaped(shape) + "(\\d+)") : Optional.empty();
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
    }
}
