package io.communique.enrich.text.figure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the noun that a number counts: "telephone conversations" in "three telephone conversations". */
final class CountedNoun {
    /**
     * A noun with the words that narrow it.
     *
     * @param name in the singular where the language's rules know how
     * @param to one past its last token
     */
    record Noun(String name, int from, int to) {}

    private static final int WORDS_MAX = 4;

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("children", "child"),
            Map.entry("lives", "life"),
            Map.entry("wives", "wife"),
            Map.entry("knives", "knife"),
            Map.entry("wolves", "wolf"),
            Map.entry("halves", "half"),
            Map.entry("leaves", "leaf"),
            Map.entry("thieves", "thief"),
            Map.entry("shelves", "shelf"),
            Map.entry("crises", "crisis"),
            Map.entry("analyses", "analysis"),
            Map.entry("theses", "thesis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("bases", "base"),
            Map.entry("criteria", "criterion"),
            Map.entry("phenomena", "phenomenon"),
            Map.entry("mice", "mouse"),
            Map.entry("teeth", "tooth"),
            Map.entry("geese", "goose"),
            Map.entry("series", "series"),
            Map.entry("species", "species"),
            Map.entry("movies", "movie"),
            Map.entry("calories", "calorie"),
            Map.entry("cookies", "cookie"),
            Map.entry("ties", "tie"),
            Map.entry("pies", "pie"),
            Map.entry("shoes", "shoe"),
            Map.entry("buses", "bus"),
            Map.entry("gases", "gas"),
            Map.entry("viruses", "virus"),
            Map.entry("headquarters", "headquarters"));

    private static final Set<String> IN_MEN = Set.of(
            "specimen",
            "regimen",
            "abdomen",
            "acumen",
            "cyclamen",
            "bitumen",
            "albumen",
            "foramen",
            "stamen",
            "semen",
            "yemen",
            "turkmen",
            "bremen");

    /** Their singular ends in an "e": "caches", "headaches". */
    private static final Pattern IN_CHE =
            Pattern.compile("(?:^|[a-z])(?:cache|ache|avalanche|niche|creche|crèche|quiche|moustache|psyche|cliche)s$");

    /** What most adjectives from Greek end in, and few nouns: "ballistic", "electronic". */
    private static final Pattern LEARNED = Pattern.compile("(?:[aeio]st|et|at|ph|om|on|er)ic$");

    private final Tokens tokens;
    private final Lexicon lexicon;

    CountedNoun(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** The noun from a token on, counted once ({@code one}) or more often. */
    Optional<Noun> at(int from, boolean one) {
        return switch (lexicon.language()) {
            case "de" -> german(from);
            case "fr", "es" -> romance(from, one);
            default -> one ? singular(from) : plural(from);
        };
    }

    /** The noun behind a hyphen, in the singular: "page" in "a 12-page paper"; only what things are usually sized by. */
    Optional<Noun> attributive(int from) {
        boolean known = lexicon.has("compound", tokens.lower(from)) && !tokens.capital(from);
        return known ? Optional.of(new Noun(tokens.lower(from), from, from + 1)) : Optional.empty();
    }

    /** "A 12 page paper": the noun in the singular before the one that it sizes, no hyphen between. */
    Optional<Noun> sizing(int from) {
        boolean another = isNounPart(from + 1) && !isPlural(from + 1);
        return attributive(from).filter(noun -> another && lexicon.language().equals("en"));
    }

    private Optional<Noun> plural(int from) {
        // "Reports" is a verb, but right behind a number it is what is counted.
        if (lexicon.has("noun-or-verb", tokens.lower(from))) {
            return Optional.of(noun(from, from));
        }
        int at = from;
        // "Hands-on activities", but "150 characters-long".
        Optional<Noun> bound = Optional.empty();
        for (int words = 0; words < WORDS_MAX && isNounPart(at); words++) {
            if (isPlural(at) && (tokens.joins(at + 1) || isNameBefore(at))) {
                bound = bound.isPresent() ? bound : Optional.of(noun(from, at));
            } else if (isPlural(at)) {
                int end = at;
                while (end - at < 2
                        && isNounPart(end + 1)
                        && !tokens.joins(end + 1)
                        && isPlural(end + 1)
                        && !lexicon.has("only-verb", tokens.lower(end + 1))) {
                    end++;
                }
                return Optional.of(noun(from, end));
            }
            at = next(at);
        }
        return bound;
    }

    /** "Harbourworks common shares": the name of whose they are. */
    private boolean isNameBefore(int at) {
        boolean small = isNounPart(at + 1) && !tokens.capital(at + 1) && !isPlural(at + 1);
        return small && tokens.capital(at) && isNounPart(at + 2) && !tokens.capital(at + 2) && isPlural(at + 2);
    }

    /** The first word that is no adjective; what follows it may be the verb. */
    private Optional<Noun> singular(int from) {
        int at = from;
        for (int words = 0; words < WORDS_MAX && isNounPart(at); words++) {
            String word = tokens.lower(at);
            boolean ending =
                    word.endsWith("ing") || (word.endsWith("ed") && !word.endsWith("eed") && !isPlural(at + 1));
            boolean participle = (ending || isNameOfOther(at)) && isNounPart(at + 1);
            if (!participle && !isAdjective(at) && !tokens.joins(at + 1)) {
                return isPlural(at) ? Optional.empty() : Optional.of(noun(from, at));
            }
            at = next(at);
        }
        return Optional.empty();
    }

    /** "One Bergen resident", "one Old Mill share": the name is not what is counted. */
    private boolean isNameOfOther(int at) {
        String next = tokens.lower(at + 1);
        return tokens.capital(at)
                && !tokens.startsSentence(at)
                && !lexicon.has("verb", next)
                && !lexicon.has("only-verb", next)
                && !next.endsWith("ed")
                && !isPlural(at + 1);
    }

    /** Nouns are written with a capital; the words before it are not. */
    private Optional<Noun> german(int from) {
        int at = from;
        for (int words = 0; words < WORDS_MAX && isNounPart(at); words++) {
            if (tokens.capital(at)) {
                while (tokens.joins(at + 1) && tokens.isWord(at + 2)) {
                    at += 2;
                }
                return Optional.of(named(from, at, tokens.text().substring(tokens.start(from), tokens.end(at))));
            }
            at = next(at);
        }
        return Optional.empty();
    }

    /** "nuevos puestos de trabajo": the first word in the plural, adjectives behind it left alone. */
    private Optional<Noun> romance(int from, boolean one) {
        int at = lexicon.has("linker", tokens.lower(from)) ? from + 1 : from;
        int first = at;
        for (int words = 0; words < 3 && isNounPart(at); words++) {
            boolean adjective = lexicon.has("adjective", tokens.lower(at));
            String lower = tokens.lower(at);
            boolean plural = lower.endsWith("s") || lower.endsWith("x");
            if (!adjective && (one || plural) && lower.length() > 2) {
                return Optional.of(named(first, at, tokens.text().substring(tokens.start(first), tokens.end(at))));
            }
            at = next(at);
        }
        return Optional.empty();
    }

    private Noun named(int from, int last, String name) {
        return new Noun(name, from, last + 1);
    }

    private Noun noun(int from, int last) {
        int narrowed = from;
        // "Three of the ministry's inspectors" are inspectors.
        for (int at = from; at < last; at++) {
            String word = tokens.lower(at);
            boolean owner = !tokens.capital(at) && (word.endsWith("'s") || word.endsWith("’s"));
            narrowed = owner ? at + 1 : narrowed;
        }
        while (narrowed < last && lexicon.has("noun-drop", tokens.lower(narrowed))) {
            narrowed++;
        }
        String modifiers = tokens.text().substring(tokens.start(narrowed), tokens.start(last));
        return new Noun(modifiers.replace('\n', ' ') + singularOf(tokens.written(last)), from, last + 1);
    }

    private int next(int at) {
        return tokens.joins(at + 1) ? at + 2 : at + 1;
    }

    private boolean isNounPart(int at) {
        // "Held" is a verb, but not in "rebel-held villages".
        return tokens.isWord(at) && (tokens.joins(at - 1) || !lexicon.has("stop", tokens.lower(at)));
    }

    private boolean isAdjective(int at) {
        String word = tokens.lower(at);
        boolean learned = LEARNED.matcher(word).find() && isNounPart(at + 1) && !isPlural(at + 1);
        return lexicon.has("adjective", word)
                || learned
                || tokens.joins(at + 1)
                || (tokens.joins(at - 1) && isNounPart(at + 1))
                || (word.length() > 5
                        && (word.endsWith("ous")
                                || word.endsWith("ful")
                                || word.endsWith("ical")
                                || word.endsWith("ial")
                                || word.endsWith("able")
                                || word.endsWith("ible")
                                || word.endsWith("less")
                                || word.endsWith("ly")
                                || word.endsWith("est")));
    }

    private boolean isPlural(int at) {
        String word = tokens.lower(at);
        if (lexicon.has("plural", word) || isCompoundOfPlural(word)) {
            return true;
        }
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("'s")
                && !word.endsWith("’s")
                && !word.endsWith("ous")
                && !lexicon.has("not-plural", word);
    }

    /** "Businesspeople", "schoolchildren", "policewomen", "airmen"; not "specimen". */
    private static boolean isCompoundOfPlural(String word) {
        boolean men = word.endsWith("men") && word.length() > 5 && !IN_MEN.contains(word);
        return men || word.endsWith("people") || word.endsWith("children") || word.endsWith("women");
    }

    /** The singular of an English noun; a word that is in the singular already stays. */
    static String singularOf(String written) {
        String word = written.toLowerCase(java.util.Locale.ROOT);
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("men") && word.length() > 4) {
            return written.substring(0, written.length() - 2) + "an";
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return written.substring(0, written.length() - 3) + "y";
        }
        if (word.endsWith("ches")
                && IN_CHE.matcher(word).find()
                && !word.endsWith("eaches")
                && !word.endsWith("oaches")) {
            return written.substring(0, written.length() - 1);
        }
        if (word.endsWith("sses")
                || word.endsWith("shes")
                || word.endsWith("ches")
                || word.endsWith("xes")
                || word.endsWith("zzes")) {
            return written.substring(0, written.length() - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural && word.length() > 3 ? written.substring(0, written.length() - 1) : written;
    }
}
