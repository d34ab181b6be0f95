package io.communique.enrich.structure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark that a paragraph begins with. */
final class Marker {
    /** Numbers and letters need a following space or a non-digit, so that "1.5 million" has none; lone dashes need a space. */
    private static final Pattern MARKER = Pattern.compile(
            "^(?:\\d{1,3}[.)](?=\\s|\\p{L})|\\(\\d{1,3}\\)|[가-하][.)](?=\\s)|\\([가-하]\\)|[①-⑳❶-❿]|[°○◦●•▪■□◇◆▣▶►▷☞※ㅇㅁ·]|[-–—*](?=\\s)|\\*(?=\\p{L}))");

    private Marker() {}

    static Optional<String> of(String text) {
        Matcher matcher = MARKER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
