package io.communique.enrich.text.entity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What English words do in names: which make a title, an organisation, an event, and which never belong to a name. */
final class Words {
    /** Sets of enums all, the empty one too: rules ask them more often than anything else, and of one class they are asked faster. */
    private static final Set<Kind> NONE = EnumSet.noneOf(Kind.class);

    private final Map<String, Set<Kind>> kinds = new HashMap<>();
    private final Map<String, Set<Kind>> begun = new HashMap<>();
    private final Map<Kind, Phrases<Kind>> phrases = new EnumMap<>(Kind.class);

    private static final Words ENGLISH = new Words();

    /** Returns the words of the English rules, which all finders share. */
    static Words english() {
        return ENGLISH;
    }

    private Words() {
        Kind section = Kind.FUNCTION;
        for (String line : Resource.lines("words-en.txt")) {
            if (line.startsWith("[")) {
                section = Kind.valueOf(line.substring(1, line.length() - 1)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'));
            } else {
                for (String word : line.split(" ", -1)) {
                    put(word.replace('_', ' '), section);
                }
            }
        }
    }

    private void put(String phrase, Kind kind) {
        kinds.computeIfAbsent(phrase, any -> EnumSet.noneOf(Kind.class)).add(kind);
        // "mr." is a word of a text, though in small letters it is cut into two.
        for (String first : List.of(phrase, new Tokens(phrase).lower(0))) {
            begun.computeIfAbsent(first, any -> EnumSet.noneOf(Kind.class)).add(kind);
        }
        phrases.computeIfAbsent(kind, any -> new Phrases<>(true)).put(phrase, kind);
    }

    /** Returns one past the longest phrase of the kind that begins at the token; the token itself if there is none. */
    int end(Tokens tokens, int at, Kind kind) {
        Phrases<Kind> of = phrases.get(kind);
        Phrases.Match<Kind> match = of == null ? null : of.longest(tokens, at);
        int single = kinds(tokens.lower(at)).contains(kind) ? at + 1 : at;
        return match == null ? single : match.to();
    }

    /** Returns the kinds of a word in small letters. */
    Set<Kind> kinds(String lower) {
        return kinds.getOrDefault(lower, NONE);
    }

    /** Returns the kinds of which a phrase begins with a word in small letters, or is that word. */
    Set<Kind> begun(String lower) {
        return begun.getOrDefault(lower, NONE);
    }

    /** The sections of the file. */
    enum Kind {
        TITLE_HEAD,
        TITLE_MODIFIER,
        HONORIFIC,
        PORTFOLIO,
        ORGANIZATION_OF,
        ORGANIZATION_LAST,
        COMPANY,
        EVENT_HEAD,
        EVENT_HEAD_LOWER,
        EVENT_ADJECTIVE,
        ORDINAL,
        CALENDAR,
        POSSESSED,
        FUNCTION,
        GROUP_PLACE,
        PLACE_VERB,
        KOREAN_SURNAME,
        PARTICLE,
        GIVEN_NAME,
        THING,
        NO_PERSON_AFTER,
        PARTY,
        SHIP,
        STORM,
        PACT,
        ELECTION,
        PEOPLE
    }
}
