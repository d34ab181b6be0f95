package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which acronyms of a text stand for a body that it names. */
final class Acronyms {
    private static final int INITIALS_MIN = 3;

    private final Reading reading;
    private final Tokens tokens;

    Acronyms(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /**
     * "the Nordic Ocean Union (NOU)": from there on NOU is that union, and so it is where one body alone of the text has these initials. "The
     * 28th Conference of the Parties (COP28)" is one event.
     */
    void link() {
        Map<String, Draft> byInitials = byInitials();
        Map<String, Draft> bracketed = new HashMap<>();
        Map<String, Draft> events = new HashMap<>();
        List<Draft> drafts = new ArrayList<>(reading.drafts());
        drafts.sort(Comparator.comparingInt(Draft::from));
        for (Draft draft : drafts) {
            String word = draft.to() == draft.from() + 1 ? tokens.word(draft.from()) : "";
            if (draft.type() == Entity.Type.ORGANIZATION) {
                link(draft, bracketed.getOrDefault(word, byInitials.get(word)), bracketed);
            } else if (draft.type() == Entity.Type.EVENT) {
                link(draft, events.get(word), events);
            }
        }
    }

    /** Makes the draft the whole one in short, if there is one, and remembers what stands in brackets behind it. */
    private void link(Draft draft, @Nullable Draft whole, Map<String, Draft> bracketed) {
        if (whole != null && !draft.listed() && !whole.key().equals(draft.key())) {
            reading.rename(draft, whole);
        }
        int at = draft.to();
        if (tokens.is(at, "(") && tokens.is(at + 2, ")") && tokens.isAllCapitals(at + 1)) {
            bracketed.putIfAbsent(tokens.word(at + 1), draft);
        }
    }

    /** Returns the bodies by their initials, three and more; initials that two have are left out. */
    private Map<String, Draft> byInitials() {
        Map<String, Draft> named = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (Draft draft : reading.drafts()) {
            for (String initials : draft.type() == Entity.Type.ORGANIZATION ? initials(draft) : Set.<String>of()) {
                Draft other = initials.length() < INITIALS_MIN ? null : named.putIfAbsent(initials, draft);
                if (other != null && !other.key().equals(draft.key())) {
                    doubtful.add(initials);
                }
            }
        }
        named.keySet().removeAll(doubtful);
        return named;
    }

    /** "FDA" for "U.S. Food and Drug Administration", "NFA" for "Norwegian Fish Agency": a country before the name may be a part of it or not. */
    private Set<String> initials(Draft draft) {
        int behind = reading.countryEnd(draft.from());
        return Set.copyOf(List.of(initials(draft, draft.from()), behind < draft.to() ? initials(draft, behind) : ""));
    }

    private String initials(Draft draft, int from) {
        StringBuilder initials = new StringBuilder();
        for (int i = from; i < draft.to(); i++) {
            if (tokens.isCapitalised(i)) {
                initials.appendCodePoint(tokens.word(i).codePointAt(0));
            }
        }
        return draft.to() - from < INITIALS_MIN ? "" : initials.toString();
    }
}
