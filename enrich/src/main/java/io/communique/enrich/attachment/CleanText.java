package io.communique.enrich.attachment;

/** Text as a person would copy it: white space folded, control characters gone, symbol fonts' bullets as characters. */
final class CleanText {
    /** Bullets of Symbol and Wingdings, which word processors store as private characters. */
    private static final String PRIVATE = "\uf0b7\uf0a7\uf06c\uf06e\uf06f\uf0a8\uf0d8\uf0fc\uf076\uf0e8\uf0a1\uf0a2";

    private static final String PUBLIC = "•▪●■□◻➢✓❖➔○○";

    private CleanText() {}

    /** Returns {@code raw} cleaned; lines are trimmed, blank ones go, tabs between words stay. */
    static String of(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        char pending = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c)) {
                pending = stronger(pending, c);
            } else if (isKept(c, raw, i)) {
                if (pending != 0 && !out.isEmpty()) {
                    out.append(pending);
                }
                pending = 0;
                out.append(shown(c));
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Of a run of white space the line break counts most, then the tab. */
    private static char stronger(char pending, char c) {
        if (pending == '\n' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == 0x0b) {
            return '\n';
        }
        return pending == '\t' || c == '\t' ? '\t' : ' ';
    }

    private static boolean isKept(char c, CharSequence raw, int at) {
        boolean shown = switch (Character.getType(c)) {
            case Character.CONTROL, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == '\u200c' || c == '\u200d';
            default -> c < '\ufffe';
        };
        if (!shown || !Character.isSurrogate(c)) {
            return shown;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(raw.charAt(at - 1));
    }

    private static char shown(char c) {
        int symbol = c >= '\uf000' && c <= '\uf0ff' ? PRIVATE.indexOf(c) : -1;
        return symbol < 0 ? c : PUBLIC.charAt(symbol);
    }
}
