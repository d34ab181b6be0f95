package io.communique.enrich.text.entity;

import java.util.Set;

/** States of the United States as they are written in short behind a town: by the post, or as newspapers do. */
final class UsStates {
    private static final Set<String> POSTAL = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY");

    private static final Set<String> DOTTED = Set.of(
            "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md",
            "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va",
            "Wash", "Wis", "Wyo");

    private static final Set<String> INITIALS =
            Set.of("N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "R.I.", "S.C.", "S.D.", "W.V.", "D.C.");

    private UsStates() {}

    /** Returns whether the token is a state in short: "TN", "Tenn.", "N.Y.". */
    static boolean isShort(Tokens tokens, int token) {
        String word = tokens.word(token);
        boolean dotted = DOTTED.contains(word) && tokens.is(token + 1, ".") && tokens.isJoined(token + 1);
        return dotted || POSTAL.contains(word) || INITIALS.contains(word);
    }

    /** Returns whether the token is a state as newspapers write it, "Tenn." or "N.Y.", which is nothing else. */
    static boolean isPlainly(Tokens tokens, int token) {
        return isShort(tokens, token) && !POSTAL.contains(tokens.word(token));
    }
}
