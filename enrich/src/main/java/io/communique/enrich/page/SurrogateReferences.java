package io.communique.enrich.page;

/**
 * Character references to halves of surrogate pairs. HTML (13.2.5.80, numeric character reference end state) reads each as U+FFFD; jsoup
 * leaves the half in its text, which then can be written in no encoding.
 */
final class SurrogateReferences {
    private static final String START = "&#";
    /** Leading zeros included; longer ones are no code points that jsoup would take for a half. */
    private static final int DIGITS_MAX = 16;

    private SurrogateReferences() {}

    /**
     * Returns {@code html} with U+FFFD for each half that stands alone. Two references that make a pair stay: old content systems write
     * emoji so, and jsoup's text is then the character that was meant.
     */
    static String replaced(String html) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (int at = html.indexOf(START); at >= 0; at = html.indexOf(START, at + 1)) {
            int end = end(html, at);
            char half = half(html, at, end);
            if (half != 0) {
                int nextEnd = html.startsWith(START, end) ? end(html, end) : end;
                if (Character.isHighSurrogate(half) && Character.isLowSurrogate(half(html, end, nextEnd))) {
                    at = end;
                } else {
                    out.append(html, copied, at).append('\ufffd');
                    copied = end;
                }
            }
        }
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    /** Returns one past the reference at {@code at}, its semicolon included if it has one. */
    private static int end(String html, int at) {
        int from = digits(html, at);
        int end = from;
        while (end < html.length()
                && Character.digit(html.charAt(end), radix(html, at)) >= 0
                && html.charAt(end) < 0x80) {
            end++;
        }
        return end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
    }

    /** Returns the half of a pair that the reference from {@code at} to {@code end} names; 0 if it names none. */
    private static char half(String html, int at, int end) {
        int from = digits(html, at);
        int to = end > from && html.charAt(end - 1) == ';' ? end - 1 : end;
        if (to <= from || to - from > DIGITS_MAX) {
            return 0;
        }
        long code = Long.parseUnsignedLong(html, from, to, radix(html, at));
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE ? (char) code : 0;
    }

    private static int digits(String html, int at) {
        return at + START.length() + (radix(html, at) == 16 ? 1 : 0);
    }

    private static int radix(String html, int at) {
        int mark = at + START.length();
        return mark < html.length() && (html.charAt(mark) | ' ') == 'x' ? 16 : 10;
    }
}
