package io.communique.enrich.text.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By what other names a text says that a person goes: {@code Ann Berg, also known as "the Gull"}. */
final class Aliases {
    private static final Set<String> ALONE = Set.of("aka", "alias", "nicknamed");

    private final Tokens tokens;
    private final Map<PersonMention, PersonMention> owners = new HashMap<>();
    private final Map<String, PersonMention> byName = new HashMap<>();

    Aliases(Reading reading, List<PersonMention> mentions) {
        this.tokens = reading.tokens();
        Map<Integer, PersonMention> byEnd = new HashMap<>();
        for (PersonMention mention : mentions) {
            PersonMention owner = byEnd.get(ownerEnd(mention.from));
            if (owner != null) {
                PersonMention whole = owners.getOrDefault(owner, owner);
                owners.put(mention, whole);
                byName.putIfAbsent(mention.name.toLowerCase(Locale.ROOT), whole);
            }
            byEnd.put(mention.to, mention);
        }
    }

    /** Returns the mention of the person whom this one means by another name; null if it is no other name. */
    @Nullable
    PersonMention owner(PersonMention mention) {
        PersonMention owner = owners.get(mention);
        return owner != null ? owner : byName.get(mention.name.toLowerCase(Locale.ROOT));
    }

    /** Returns where the name ends that another name beginning at the token is said of; -1 if none is. */
    private int ownerEnd(int token) {
        int at = tokens.isQuote(token - 1) ? token - 2 : token - 1;
        if (ALONE.contains(tokens.lower(at))) {
            at--;
        } else if (isDottedAka(at)) {
            at -= 6;
        } else if (tokens.is(at, "as") && tokens.is(at - 1, "known")) {
            at -= tokens.is(at - 2, "also") || tokens.is(at - 2, "better") ? 3 : 2;
        } else {
            return -1;
        }
        return tokens.is(at, ",") || tokens.is(at, "(") ? at : at + 1;
    }

    /** "a.k.a." is six tokens. */
    private boolean isDottedAka(int last) {
        return tokens.is(last, ".")
                && tokens.lower(last - 1).equals("a")
                && tokens.is(last - 2, ".")
                && tokens.lower(last - 3).equals("k")
                && tokens.is(last - 4, ".")
                && tokens.lower(last - 5).equals("a");
    }
}
