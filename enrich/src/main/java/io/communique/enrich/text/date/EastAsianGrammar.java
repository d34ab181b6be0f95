package io.communique.enrich.text.date;

import java.util.List;
import java.util.Set;

/** Placeholder. */
final class EastAsianGrammar {
    EastAsianGrammar(List<Token> tokens, String text) {}

    static boolean reads(String language) {
        return Set.of("ko", "ja").contains(language);
    }

    List<Written> read() {
        return List.of();
    }
}
