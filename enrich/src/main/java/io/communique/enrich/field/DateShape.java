package io.communique.enrich.field;

/**
 * What a text has that dates are made of, from one look at its characters: which forms need not be searched for.
 *
 * @param runs how many runs of digits it has
 * @param longest digits of the longest
 * @param separators how many dots, slashes and hyphens
 * @param slash whether one of them is a slash
 * @param arabic whether it has letters of the Arabic script
 * @param era whether it has a character that begins the name of an era of Japan
 */
record DateShape(int runs, int longest, int separators, boolean slash, boolean arabic, boolean era) {
    /** Looks at {@code text}, in which digits are ASCII. */
    static DateShape of(String text) {
        int runs = 0;
        int run = 0;
        int longest = 0;
        int separators = 0;
        boolean slash = false;
        boolean arabic = false;
        boolean era = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                runs += run == 0 ? 1 : 0;
                run++;
                longest = Math.max(longest, run);
            } else {
                run = 0;
                separators += c == '.' || c == '/' || c == '-' ? 1 : 0;
                slash |= c == '/';
                arabic |= c >= '\u0600' && c < '\u0700';
                era |= c == 'R' || c == 'H' || c == '令' || c == '平' || c == '昭';
            }
        }
        return new DateShape(runs, longest, separators, slash, arabic, era);
    }

    /** Day and year, or more. */
    boolean mayHaveName() {
        return runs >= 2;
    }

    /** A year in full. */
    boolean mayHaveYear() {
        return longest >= 4;
    }

    boolean mayHaveEra() {
        return era && runs >= 2;
    }

    boolean mayHaveNumbers() {
        return runs >= 3 && separators >= 2;
    }

    boolean mayBeginWithYear() {
        return runs >= 3 && mayHaveYear();
    }

    boolean mayBeCompact() {
        return longest >= 8;
    }
}
