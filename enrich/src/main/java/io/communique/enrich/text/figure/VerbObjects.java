package io.communique.enrich.text.figure;

import java.util.Optional;
import java.util.stream.IntStream;

/** What verbs of change are done to, and what verbs such as "keep" hold: the noun between the verb and the number. */
final class VerbObjects {
    private static final int OBJECT_MAX = 13;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final DirectObjects directs;
    private final SplitVerbs split;

    VerbObjects(Tokens tokens, Lexicon lexicon, NounPhrases phrases, Subjects subjects, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.subjects = subjects;
        directs = new DirectObjects(tokens, lexicon, dates);
        split = new SplitVerbs(tokens, lexicon);
    }

    /**
     * "Cut the fee for visas by $5", "raised the duty to 5 %": what stands between the verb and "by" or "to"; "cut fares 5 %".
     *
     * @param change whether the number is the size of a change
     */
    Optional<String> changed(int from, boolean change) {
        int direct = change ? directs.verbBefore(from) : -1;
        if (direct >= 0) {
            return phrases.between(direct + 1, from);
        }
        boolean size = lexicon.has("by", tokens.lower(from - 1));
        if (!size && !lexicon.has("level-of-object", tokens.lower(from - 1))) {
            return Optional.empty();
        }
        for (int at = from - 2; at > from - OBJECT_MAX && tokens.sentence(at) == tokens.sentence(from); at--) {
            boolean changes =
                    lexicon.changes(tokens.lower(at)) || split.direction(at).isPresent();
            if (changes && !subjects.isNoun(at)) {
                // "Cutting back its staff".
                int behind = lexicon.has("verb-particle", tokens.lower(at + 1)) ? at + 2 : at + 1;
                boolean taken = size ? !lexicon.has("connector", tokens.lower(behind)) : takesObject(at);
                return taken && behind < from - 1
                        ? phrases.between(behind, from - 1).or(() -> phrases.from(behind))
                        : Optional.empty();
            }
        }
        return beforeLastVerb(from);
    }

    /** "Hat die Förderung um 5 Millionen Euro erhöht": German puts the verb last, and what it is done to behind its auxiliary. */
    private Optional<String> beforeLastVerb(int from) {
        boolean last = lexicon.language().equals("de")
                && IntStream.range(from, from + OBJECT_MAX)
                        .filter(at -> tokens.sentence(at) == tokens.sentence(from))
                        .anyMatch(at ->
                                lexicon.direction("verb", tokens.lower(at)).isPresent());
        for (int at = from - 2; last && at > from - OBJECT_MAX && tokens.sentence(at) == tokens.sentence(from); at--) {
            if (lexicon.has("auxiliary", tokens.lower(at))) {
                int auxiliary = at;
                Optional<String> object = (at + 1 < from - 1 ? phrases.from(at + 1) : Optional.<String>empty())
                        .or(() -> phrases.ending(auxiliary));
                if (object.isPresent()) {
                    return object;
                }
            }
        }
        return Optional.empty();
    }

    /** "Raised duties", "increased the duty"; not "rose in May". */
    private boolean takesObject(int verb) {
        return lexicon.has("determiner", tokens.lower(verb + 1))
                || lexicon.has("a", tokens.lower(verb + 1))
                || (lexicon.has("transitive", tokens.lower(verb)) && phrases.isPart(verb + 1));
    }

    /** "Kept its rate at 5 %", "left the fee unchanged at $5": what stands between the verb and "at". */
    Optional<String> held(int from) {
        int to = lexicon.has("unchanged", tokens.lower(from - 2)) ? from - 2 : from - 1;
        for (int at = to - 1;
                lexicon.has("at", tokens.lower(from - 1))
                        && at > from - OBJECT_MAX
                        && tokens.sentence(at) == tokens.sentence(from);
                at--) {
            if (lexicon.has("holding", tokens.lower(at))) {
                return at + 1 < to ? phrases.between(at + 1, to) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
