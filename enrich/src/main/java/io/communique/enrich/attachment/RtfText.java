package io.communique.enrich.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The text of a Rich Text Format document (RTF Specification 1.9.1). Not safe to share between threads. */
final class RtfText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int DEPTH_MAX = 500;
    /** Groups that a reader does not see. */
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "fldinst",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "pnseclvl",
            "filetbl",
            "deleted",
            "annotation",
            "atnid",
            "atnauthor",
            "nonshppict",
            "mmathPr",
            "bkmkstart",
            "bkmkend");
    /** Code pages of fonts, by the number of their character set. */
    private static final Map<Integer, String> CHARSETS = Map.of(
            0,
            "windows-1252",
            128,
            "windows-31j",
            129,
            "x-windows-949",
            134,
            "GBK",
            136,
            "Big5",
            161,
            "windows-1253",
            162,
            "windows-1254",
            178,
            "windows-1256",
            204,
            "windows-1251",
            238,
            "windows-1250");

    private final byte[] bytes;
    private final Paragraphs out;
    private final StringBuilder paragraph = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Deque<State> outer = new ArrayDeque<>();
    private Charset codePage = WESTERN;
    private State state = new State();
    private int at;
    private int toSkip;
    private boolean row;

    RtfText(byte[] bytes, Paragraphs out) {
        this.bytes = bytes;
        this.out = out;
    }

    void read() throws UnreadableFileException {
        while (at < bytes.length && !out.isFull()) {
            step();
        }
        if (out.isFull() && at < bytes.length) {
            out.cut("too much text");
        }
        endParagraph();
        if (!outer.isEmpty()) {
            out.cut("ends early");
        }
    }

    private void step() throws UnreadableFileException {
        int c = bytes[at++] & 0xff;
        switch (c) {
            case '{' -> {
                flush();
                if (outer.size() >= DEPTH_MAX) {
                    throw new UnreadableFileException("nested too deeply");
                }
                outer.push(state);
                state = new State(state);
            }
            case '}' -> {
                flush();
                toSkip = 0;
                state = outer.isEmpty() ? state : outer.pop();
            }
            case '\\' -> control();
            case '\r', '\n' -> {
                // Line ends of the file are not those of the text.
            }
            default -> octet(c);
        }
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        int c = bytes[at] & 0xff;
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < bytes.length && at - start < 32 && isLetter(bytes[at] & 0xff)) {
            at++;
        }
        String word = new String(bytes, start, at - start, WESTERN);
        int number = number();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        word(word, number);
    }

    /** Returns the number behind a control word; the smallest integer if there is none. */
    private int number() {
        boolean negative = at + 1 < bytes.length && bytes[at] == '-' && isDigit(bytes[at + 1]);
        at += negative ? 1 : 0;
        if (at >= bytes.length || !isDigit(bytes[at])) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        while (at < bytes.length && isDigit(bytes[at])) {
            value = Math.min(value, 100_000_000) * 10 + bytes[at++] - '0';
        }
        return negative ? -value : value;
    }

    private void symbol(int c) {
        switch (c) {
            case '\'' -> {
                int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
                int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    octet(high * 16 + low);
                }
            }
            case '*' -> state.hidden = true;
            case '~' -> character("\u00a0");
            case '_' -> character("-");
            case '\\', '{', '}' -> octet(c);
            case '\n', '\r' -> endParagraph();
            default -> {
                // Optional hyphens and index marks.
            }
        }
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "sect", "page" -> paragraphMark();
            case "line" -> character("\n");
            case "tab" -> character("\t");
            case "cell" -> {
                character("\t");
                row = true;
            }
            case "row" -> {
                row = false;
                endParagraph();
            }
            case "u" -> unicode(number);
            case "uc" -> state.fallbacks = Math.max(0, Math.min(number, 100));
            case "ansicpg" -> codePage = charset("windows-" + number, charset("x-windows-" + number, WESTERN));
            case "f" -> state.font = number;
            case "fcharset" ->
                CHARSETS.entrySet().stream()
                        .filter(known -> known.getKey() == number && number != 0 && fonts.size() < 10_000)
                        .forEach(known -> fonts.put(state.font, charset(known.getValue(), codePage)));
            case "bin" -> at = (int) Math.min(bytes.length, at + (long) Math.max(0, number));
            case "emdash" -> character("—");
            case "endash" -> character("–");
            case "bullet" -> character("•");
            case "lquote" -> character("‘");
            case "rquote" -> character("’");
            case "ldblquote" -> character("“");
            case "rdblquote" -> character("”");
            default -> state.hidden |= HIDDEN.contains(word.toLowerCase(Locale.ROOT)) || HIDDEN.contains(word);
        }
    }

    private void unicode(int number) {
        flush();
        if (number != Integer.MIN_VALUE) {
            // Section "Unicode RTF": a signed 16-bit number, and a fallback behind it for readers of old.
            character(String.valueOf((char) number));
            toSkip = state.fallbacks;
        }
    }

    private void octet(int c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (!state.hidden) {
            pending.write(c);
        }
    }

    private void character(String text) {
        flush();
        if (!state.hidden) {
            paragraph.append(text);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            paragraph.append(pending.toString(fonts.getOrDefault(state.font, codePage)));
            pending.reset();
        }
    }

    private void paragraphMark() {
        if (row) {
            character(" ");
        } else {
            endParagraph();
        }
    }

    private void endParagraph() {
        flush();
        out.add(paragraph);
        paragraph.setLength(0);
    }

    private static Charset charset(String name, Charset otherwise) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** What a group inherits from the one around it. */
    private static final class State {
        private boolean hidden;
        private int font;
        private int fallbacks;

        State() {
            fallbacks = 1;
        }

        State(State around) {
            hidden = around.hidden;
            font = around.font;
            fallbacks = around.fallbacks;
        }
    }
}
