package io.communique.contract.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** The name of a file, out of what a page shows or an address holds. Pure, and linear in what it is given. */
public final class FileName {
    /** Longer texts on a link are sentences. */
    private static final int LENGTH_MAX = 300;

    private static final String OPENING = "([（［【「<";
    private static final String CLOSING = ")]）］】」>";
    /** Parts the name from what is said about the file. */
    private static final String SEPARATORS = ",;|/-–—·•:>»←→▶▼↓";

    private FileName() {}

    /**
     * Returns the name in {@code shown}, without what is said beside it: type, size, how often it was taken, "Download", "opens in a new
     * window". What is left is as the page wrote it, white space folded.
     *
     * @return empty if nothing but that was said, too much for a name, or an address
     */
    public static Optional<String> in(String shown) {
        String text = folded(shown);
        if (text.length() > LENGTH_MAX || text.contains("://")) {
            return Optional.empty();
        }
        int end = FileType.endOfName(text);
        boolean named = end > 0 && (end == text.length() || isNote(text.substring(end)));
        String name = withoutLabel(named ? text.substring(0, end) : withoutNotes(text));
        return name.isEmpty() || (!named && FileWords.isGeneric(name)) || hasNoLetter(name)
                ? Optional.empty()
                : Optional.of(name);
    }

    /** Returns {@code text} with each run of white space as one space, and without characters that nobody sees. */
    public static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = out.length() > 0;
            } else if (c != '\u00ad' && c != '\u200b' && c != '\u2060' && c != '\ufeff' && !Character.isISOControl(c)) {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Returns {@code escaped}, a part of an address, as a person would write it: as UTF-8, or where its octets are none in the page's own
     * encoding, which is how browsers of old sent it.
     *
     * @return empty if its octets are characters in neither
     */
    static Optional<String> decoded(String escaped, Charset page) {
        boolean plusIsSpace = escaped.indexOf('+') >= 0 && escaped.indexOf('%') >= 0 && !escaped.contains("%20");
        ByteArrayOutputStream octets = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            int octet = c == '%' ? octet(escaped, i + 1) : -1;
            if (octet >= 0) {
                octets.write(octet);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                octets.write(' ');
            } else if (c < 0x80) {
                octets.write(c);
            } else {
                // Characters beyond ASCII were decoded with the page: they come out as they came in.
                int end = Character.isHighSurrogate(c) && i + 1 < escaped.length() ? i + 2 : i + 1;
                octets.writeBytes(escaped.substring(i, end).getBytes(UTF_8));
                i = end - 1;
            }
        }
        byte[] bytes = octets.toByteArray();
        return text(bytes, UTF_8).or(() -> page.equals(UTF_8) ? Optional.empty() : text(bytes, page));
    }

    private static int octet(String escaped, int at) {
        if (at + 1 >= escaped.length()) {
            return -1;
        }
        int high = Character.digit(escaped.charAt(at), 16);
        int low = Character.digit(escaped.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasNoLetter(String name) {
        return name.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** "Anlage: Karte.pdf" is the name behind the label; a colon further in belongs to the name. */
    private static String withoutLabel(String name) {
        int colon = Math.max(name.indexOf(':'), name.indexOf('：'));
        String bare = colon > 0 && FileWords.isGeneric(name.substring(0, colon)) ? name.substring(colon + 1) : name;
        int from = 0;
        while (from < bare.length() && (bare.charAt(from) == ' ' || SEPARATORS.indexOf(bare.charAt(from)) >= 0)) {
            from++;
        }
        return bare.substring(from).strip();
    }

    private static String withoutNotes(String text) {
        String rest = text;
        String shorter = withoutLastNote(rest);
        while (shorter.length() < rest.length()) {
            rest = shorter;
            shorter = withoutLastNote(rest);
        }
        return rest;
    }

    private static String withoutLastNote(String text) {
        String bare = withoutTrailing(text, " ↓→▼");
        if (bare.isEmpty()) {
            return bare;
        }
        int closing = CLOSING.indexOf(bare.charAt(bare.length() - 1));
        if (closing >= 0) {
            int opening = bare.lastIndexOf(OPENING.charAt(closing));
            return opening >= 0 && isNote(bare.substring(opening + 1, bare.length() - 1))
                    ? withoutTrailing(bare.substring(0, opening), " " + SEPARATORS)
                    : bare;
        }
        return withoutLastWords(bare);
    }

    /** What stands behind a separator, or asks for the file in a script without upper case, is no part of the name. */
    private static String withoutLastWords(String text) {
        for (int at = text.length() - 1; at > 0; at--) {
            boolean separator = SEPARATORS.indexOf(text.charAt(at)) >= 0
                    && (at + 1 == text.length() || text.charAt(at + 1) == ' ' || text.charAt(at - 1) == ' ');
            if (separator) {
                String tail = text.substring(at + 1);
                return isNote(tail) || tail.isBlank() ? withoutTrailing(text.substring(0, at), " ") : text;
            }
            if (text.charAt(at) == ' ' && isAskingOrSize(text.substring(at + 1))) {
                return withoutTrailing(text.substring(0, at), " " + SEPARATORS);
            }
        }
        return text;
    }

    private static boolean isAskingOrSize(String tail) {
        String words = tail.toLowerCase(Locale.ROOT);
        return (words.indexOf(' ') < 0 && !FileWords.isLatin(words) && FileWords.isAsking(words))
                || (FileWords.hasSize(tail) && FileWords.isGeneric(tail));
    }

    /** Says something about the file, or nothing: "(PDF, 298KB)", "[HWP 1.2 MB]", "다운로드 12회". */
    private static boolean isNote(String text) {
        return hasNoLetter(text) || FileWords.hasSize(text) || isWordsOnly(text);
    }

    /** "Version 4" tells one file from another; a number beside a type or a request counts pages or visits. */
    private static boolean isWordsOnly(String text) {
        return FileWords.isGeneric(text)
                && text.chars().anyMatch(Character::isLetter)
                && (text.chars().noneMatch(Character::isDigit) || FileWords.namesTypeOrAsks(text));
    }

    private static String withoutTrailing(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
