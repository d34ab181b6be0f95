package io.communique.enrich.attachment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Bullets and numbers of a Word document: definitions from its numbering part, use from its paragraphs (ECMA-376 part 1, section 17.9). */
final class WordLabels implements Labels {
    private static final int LEVELS = 9;
    private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private String list = "";
    private int level;

    private record Level(String format, String text, int start) {}

    /** Returns what reads the numbering part. */
    Markup.Handler definitions() {
        return new Definitions();
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (name.equals("numId")) {
            list = Markup.attribute(element, "val");
        } else if (name.equals("ilvl")) {
            level = number(Markup.attribute(element, "val"));
        }
    }

    @Override
    public Optional<String> take() {
        String definition = lists.get(list);
        Level drawn = levels.get(definition + " " + level);
        list = "";
        if (definition == null || drawn == null) {
            return Optional.empty();
        }
        return Optional.of(label(definition, drawn)).filter(label -> !label.isBlank());
    }

    @Override
    public void endParagraph() {
        list = "";
        level = 0;
    }

    private String label(String definition, Level drawn) {
        if (drawn.format().equals("bullet")) {
            return CleanText.of(drawn.text());
        }
        if (drawn.format().equals("none")) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(definition, any -> new int[LEVELS]);
        counts[level] = counts[level] == 0 ? drawn.start() : counts[level] + 1;
        Arrays.fill(counts, level + 1, LEVELS, 0);
        return PLACEHOLDER.matcher(drawn.text()).replaceAll(mark -> number(definition, counts, mark));
    }

    private String number(String definition, int[] counts, MatchResult mark) {
        int of = Integer.parseInt(mark.group(1)) - 1;
        Level at = levels.get(definition + " " + of);
        return NumberFormat.write(Math.max(1, counts[of]), at == null ? "decimal" : at.format());
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Math.min(Integer.parseInt(digits), LEVELS - 1) : 0;
    }

    private final class Definitions implements Markup.Handler {
        private String definition = "";
        private String user = "";
        private int at;
        private String format = "";
        private String text = "";
        private int start = 1;

        @Override
        public void start(String name, XMLStreamReader element) {
            String value = Markup.attribute(element, "val");
            switch (name) {
                case "abstractNum" -> definition = Markup.attribute(element, "abstractNumId");
                case "num" -> user = Markup.attribute(element, "numId");
                case "abstractNumId" -> lists.put(user, value);
                case "lvl" -> {
                    at = number(Markup.attribute(element, "ilvl"));
                    format = "";
                    text = "";
                    start = 1;
                }
                case "numFmt" -> format = value;
                case "lvlText" -> text = value;
                case "start" -> start = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
                default -> {
                    // Fonts and indents.
                }
            }
        }

        @Override
        public void end(String name) {
            if (name.equals("lvl")) {
                levels.put(definition + " " + at, new Level(format, text, start));
            }
        }
    }
}
