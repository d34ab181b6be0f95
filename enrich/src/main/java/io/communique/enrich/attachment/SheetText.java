package io.communique.enrich.attachment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Rows of a workbook, cells parted by tabs; dates and percentages as a reader of the sheet sees them (ECMA-376 part 1, section 18). */
final class SheetText {
    /** Day 1 is 1 January 1900, and there is a 29 February 1900 that never was; from March 1900 on this epoch holds. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final int FIRST_DAY_AFTER_THE_GAP = 61;
    private static final int LAST_DAY = 2_958_465;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,200}\"|\\\\.|\\[[^\\]]{0,40}\\]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,300}(?:\\.\\d{1,300})?(?:[Ee][+-]?\\d{1,3})?");

    private final Paragraphs out;
    private final List<String> strings = new ArrayList<>();
    private final List<String> formatOfStyle = new ArrayList<>();
    private final Map<String, String> formats = new HashMap<>();

    SheetText(Paragraphs out) {
        this.out = out;
    }

    Markup.Handler styles() {
        return new Styles();
    }

    Markup.Handler strings() {
        return new Strings();
    }

    Markup.Handler cells() {
        return new Cells();
    }

    private String shown(String value, String style) {
        int index = style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1;
        String format = index >= 0 && index < formatOfStyle.size() ? formatOfStyle.get(index) : "0";
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        String code =
                QUOTED.matcher(formats.getOrDefault(format, builtIn(format))).replaceAll("");
        if (code.contains("%")) {
            return plain(number.movePointRight(2)) + "%";
        }
        boolean day = (code.contains("y") || code.contains("d")) && number.scale() <= 0;
        if (day
                && number.compareTo(BigDecimal.valueOf(FIRST_DAY_AFTER_THE_GAP)) >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
            return EPOCH.plusDays(number.intValue()).toString();
        }
        return plain(number);
    }

    /** Section 18.8.30: formats that every reader knows. */
    private static String builtIn(String id) {
        return switch (id) {
            case "9", "10" -> "0%";
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "57",
                    "58" -> "yyyy-mm-dd";
            default -> "0";
        };
    }

    /** Spreadsheets store 0.1 as 0.10000000000000001: fifteen digits are what they show. */
    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(15)).stripTrailingZeros();
        boolean huge = rounded.scale() < -30 || rounded.scale() > 30;
        return huge ? rounded.toString() : rounded.toPlainString();
    }

    private final class Styles implements Markup.Handler {
        private boolean inCells;

        @Override
        public void start(String name, XMLStreamReader element) {
            if (name.equals("numFmt")) {
                formats.put(Markup.attribute(element, "numFmtId"), Markup.attribute(element, "formatCode"));
            } else if (name.equals("cellXfs")) {
                inCells = true;
            } else if (inCells && name.equals("xf")) {
                formatOfStyle.add(Markup.attribute(element, "numFmtId"));
            }
        }

        @Override
        public void end(String name) {
            inCells &= !name.equals("cellXfs");
        }
    }

    private final class Strings implements Markup.Handler {
        private final StringBuilder text = new StringBuilder();
        private boolean showing;
        private boolean phonetic;

        @Override
        public void start(String name, XMLStreamReader element) {
            phonetic |= name.equals("rPh");
            showing = name.equals("t") && !phonetic;
        }

        @Override
        public void text(String characters) {
            if (showing) {
                text.append(characters);
            }
        }

        @Override
        public void end(String name) {
            showing = false;
            phonetic &= !name.equals("rPh");
            if (name.equals("si")) {
                strings.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private final class Cells implements Markup.Handler {
        private final StringBuilder row = new StringBuilder();
        private final StringBuilder value = new StringBuilder();
        private boolean showing;
        private String type = "";
        private String style = "";

        @Override
        public void start(String name, XMLStreamReader element) {
            if (name.equals("c")) {
                type = Markup.attribute(element, "t");
                style = Markup.attribute(element, "s");
                value.setLength(0);
            }
            showing = name.equals("v") || (name.equals("t") && type.equals("inlineStr"));
        }

        @Override
        public void text(String characters) {
            if (showing) {
                value.append(characters);
            }
        }

        @Override
        public void end(String name) {
            showing = false;
            if (name.equals("c") && row.length() < out.charactersMax()) {
                String cell = CleanText.of(cell()).replaceAll("[\\t\\n]", " ");
                row.append(row.isEmpty() || cell.isEmpty() ? "" : "\t").append(cell);
            } else if (name.equals("row")) {
                out.add(row);
                row.setLength(0);
            }
        }

        private String cell() {
            String raw = value.toString().strip();
            return switch (type) {
                case "s" -> {
                    int index = raw.matches("\\d{1,9}") ? Integer.parseInt(raw) : -1;
                    yield index >= 0 && index < strings.size() ? strings.get(index) : "";
                }
                case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
                case "str", "inlineStr", "e" -> value.toString();
                default -> shown(raw, style);
            };
        }
    }
}
