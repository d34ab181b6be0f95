package io.communique.enrich.strip;

/** What a text looks like without being understood: counted in one pass. */
final class TextShape {
    final int length;
    final int words;
    final int letters;
    final int digits;
    final int capitals;
    final int capitalised;
    final int commas;
    final int sentenceEnds;
    final int dashesAndBars;
    final int quotes;
    final int dense;
    final int years;
    final boolean endsSentence;
    final boolean endsColon;
    final boolean hasAt;
    final boolean hasCopyright;
    final boolean hasAddress;
    final boolean startsSmall;
    final boolean startsWithMark;

    TextShape(String text) {
        int words = 0;
        int letters = 0;
        int digits = 0;
        int capitals = 0;
        int capitalised = 0;
        int commas = 0;
        int sentenceEnds = 0;
        int bars = 0;
        int quotes = 0;
        int dense = 0;
        int years = 0;
        boolean at = false;
        boolean copyright = false;
        int run = 0;
        char before = ' ';
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean word = Letters.isLetterOrDigit(c);
            if (word && !Letters.isLetterOrDigit(before) && before != '\'' && before != '’') {
                words++;
                capitalised += Letters.isUpperCase(c) ? 1 : 0;
            }
            if (Letters.isDigit(c)) {
                digits++;
                run++;
            } else {
                years += run == 4 && isYear(text, i - 4) ? 1 : 0;
                run = 0;
                if (word) {
                    letters++;
                    capitals += Letters.isUpperCase(c) ? 1 : 0;
                    dense += c >= 0x1100 ? 1 : 0;
                } else {
                    switch (c) {
                        case ',', ';', '、', '，', '،' -> commas++;
                        case '.', '!', '?', '。', '！', '？', '؟', '।' ->
                            sentenceEnds +=
                                    i + 1 == length || !Letters.isLetterOrDigit(text.charAt(i + 1)) || c > 0x7f ? 1 : 0;
                        case '|', '-', '–', '—', '/', '»', '›', '>', '·', '•' -> bars++;
                        case '"', '“', '”', '„', '«', '‘' -> quotes++;
                        case '@' -> at = true;
                        case '©', '®' -> copyright = true;
                        default -> {}
                    }
                }
            }
            before = c;
        }
        years += run == 4 && isYear(text, length - 4) ? 1 : 0;
        this.length = length;
        this.words = words;
        this.letters = letters;
        this.digits = digits;
        this.capitals = capitals;
        this.capitalised = capitalised;
        this.commas = commas;
        this.sentenceEnds = sentenceEnds;
        this.dashesAndBars = bars;
        this.quotes = quotes;
        this.dense = dense;
        this.years = years;
        this.hasAt = at;
        this.hasCopyright = copyright;
        this.hasAddress = text.contains("www.") || text.contains("://");
        char first = text.charAt(0);
        this.startsSmall = Character.isLowerCase(first);
        this.startsWithMark = !Letters.isLetterOrDigit(first);
        int last = length - 1;
        while (last > 0 && isCloser(text.charAt(last))) {
            last--;
        }
        char end = text.charAt(last);
        this.endsSentence = ".!?。！？…؟।".indexOf(end) >= 0;
        this.endsColon = end == ':' || end == '：';
    }

    private static boolean isYear(String text, int from) {
        return text.startsWith("19", from) || text.startsWith("20", from);
    }

    private static boolean isCloser(char c) {
        return "\"”’'»)]」』 ".indexOf(c) >= 0;
    }
}
