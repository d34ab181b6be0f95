package io.communique.contract.release;

/** Checks that several records share. */
final class Checks {
    private Checks() {}

    static void requireCountry(String code) {
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country must be an ISO 3166-1 alpha-2 code: " + code);
        }
    }

    static void requireSpan(int start, int end) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must have 0 <= start <= end: " + start + ".." + end);
        }
    }

    /** Checks that {@code text} is what {@code body} holds from {@code start} to {@code end}. */
    static void requireQuote(String body, String text, int start, int end) {
        if (end > body.length() || !body.regionMatches(start, text, 0, end - start) || text.length() != end - start) {
            throw new IllegalArgumentException("the body does not read \"" + text + "\" from " + start + " to " + end);
        }
    }
}
