package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a quantity measures, in the text's own words: the noun phrase behind it ("growth in exports", "60 % of revenue"), the one before it
 * ("a fine of $10"), the subject of its verb ("exports rose by 5 %"), or the noun that it counts. Empty where none of these is plain.
 */
final class Measured {
    private static final int LABEL_MAX = 8;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final VerbObjects objects;
    private final NounsInTurn inTurn;
    private final Comparatives comparatives;
    private final DatePlaces dates;

    Measured(Tokens tokens, Lexicon lexicon, DatePlaces dates) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        phrases = new NounPhrases(tokens, lexicon, dates);
        subjects = new Subjects(tokens, lexicon, dates, phrases);
        objects = new VerbObjects(tokens, lexicon, phrases, subjects, dates);
        inTurn = new NounsInTurn(tokens, lexicon, phrases, subjects);
        comparatives = new Comparatives(tokens, lexicon);
        this.dates = dates;
    }

    /**
     * The thing measured.
     *
     * @param from first token of the quantity with its hedges
     * @param previous what the size of a change just before in the clause is about: "rose 5 % to $3 million" speaks of one thing
     */
    Optional<String> of(Quantity q, int from, Optional<Direction> change, Optional<String> previous) {
        if (q.kind() == Kind.DURATION) {
            return q.unit().filter(Measured::isAge).isPresent() ? Optional.empty() : lasting(q, from, change, previous);
        }
        if (q.unit().equals(Optional.of("magnitude"))
                && lexicon.phraseBefore("magnitude-of", tokens, q.from()).isPresent()
                && lexicon.has("linked", tokens.lower(from - 2))) {
            return phrases.ending(from - 2);
        }
        if (q.attributive() && lexicon.has("owned", tokens.lower(q.to() + 1))) {
            // "A 61%-owned yard" is owned; what else is said of it is not by so much.
            return Optional.empty();
        }
        if (q.rule().equals("ratio")) {
            boolean every = lexicon.has("every", tokens.lower(q.from()));
            return every || q.unit().isEmpty() ? q.unit() : counted(q).or(q::unit);
        }
        boolean size = lexicon.has("by", tokens.lower(from - 1));
        boolean minor = q.unit().filter(unit -> lexicon.has("minor-unit", unit)).isPresent();
        if (q.kind() == Kind.COUNT && q.unit().isPresent() && !minor) {
            Optional<String> changed = change.isPresent() && size
                    ? objects.changed(from, change.isPresent()).or(() -> subjects.before(from))
                    : Optional.empty();
            return changed.or(() -> doing(q)).or(() -> counted(q));
        }
        if (isMultiplied(q.from())) {
            // "Doubled its grants", "doubled in May".
            int object = lexicon.has("reflexive", tokens.lower(q.to())) ? q.to() + 1 : q.to();
            return (lexicon.has("determiner", tokens.lower(object)) ? phrases.from(object) : Optional.<String>empty())
                    .or(() -> subjects.of(q.from()));
        }
        boolean signed = tokens.isSymbol(from - 1, "+-−–");
        Optional<String> bracketed =
                change.isEmpty() || signed ? beforeBrackets(q, signed ? from - 1 : from) : Optional.empty();
        if (bracketed.isPresent()) {
            return bracketed;
        }
        Optional<String> part = isPartOfBehind(from) ? subjects.before(from) : Optional.empty();
        if (part.isPresent()) {
            return part;
        }
        boolean isSize = change.isPresent()
                && isSizeOfNoun(from)
                && lexicon.has("in", tokens.lower(q.to()))
                && !dates.has(q.to() + 1)
                && !isOfTime(q.to() + 1);
        Optional<String> behind =
                allottedTo(q).or(() -> isSize || isSpent(q, from) ? phrases.from(q.to() + 1) : behind(q, from, change));
        if (behind.isPresent()) {
            return behind;
        }
        boolean level =
                lexicon.has("to", tokens.lower(from - 1)) || (!size && lexicon.has("level-to", tokens.lower(from - 1)));
        if (level && previous.isPresent()) {
            return previous;
        }
        Optional<String> label = label(q, from);
        if (label.isPresent()) {
            return label;
        }
        Optional<String> before = resultBefore(q, from)
                .or(() -> linkedBefore(from))
                .or(() -> objects.changed(from, change.isPresent()))
                .or(() -> objects.held(from))
                .or(() -> subjects.ofModal(from))
                .or(() -> subjects.before(from))
                .or(() -> subjects.leveled(from))
                .or(() -> subjects.inverted(q.to()));
        return isShareOfWhole(q) ? spentOnBehind(q).or(() -> before).or(() -> phrases.from(q.to() + 1)) : before;
    }

    private boolean isMultiplied(int verb) {
        String word = tokens.lower(verb);
        return lexicon.direction("verb", word).isPresent()
                || lexicon.has("multiplied", word)
                || lexicon.has("divided", word);
    }

    /** Whether a unit is one of age: "year of age", "month of age". */
    static boolean isAge(String unit) {
        return unit.endsWith(" of age");
    }

    /**
     * "3 hours of sleep", "a three-year ban", "a delay of 2 hours", "cuts the wait by 3 days to 5 days", "the age is 41 years": how long something
     * takes is about it. "Within 3 hours of midnight" and "over the course of 3 hours" only say when.
     */
    private Optional<String> lasting(Quantity q, int from, Optional<Direction> change, Optional<String> previous) {
        boolean level = lexicon.has("to", tokens.lower(from - 1)) && previous.isPresent();
        if (level) {
            return previous;
        }
        boolean within = lexicon.has("within", tokens.lower(from));
        if (within || lexicon.has("course", tokens.lower(from - 2))) {
            return Optional.empty();
        }
        if (q.attributive() || lexicon.has("of", tokens.lower(q.to()))) {
            return phrases.from(q.attributive() && !tokens.joins(q.to()) ? q.to() : q.to() + 1);
        }
        boolean said = change.isPresent()
                || lexicon.has("be", tokens.lower(from - 1))
                || (lexicon.has("level-to", tokens.lower(from - 1)) && lexicon.isChangeBefore(tokens, from, LABEL_MAX));
        // "Die Ware innerhalb von 3 Tagen": the word before must be a noun.
        boolean noun = !lexicon.language().equals("de") || tokens.capital(from - 2);
        return objects.changed(from, change.isPresent())
                .or(() -> noun ? linkedBefore(from) : Optional.empty())
                .or(() -> said ? subjects.before(from) : Optional.empty());
    }

    /** What the second of two numbers is of, where it is said in turn: see {@link NounsInTurn#of}. */
    Optional<String> inTurn(Quantity q, int from, Quantity previous, Optional<String> first) {
        return inTurn.of(q, from, previous, first);
    }

    /** Whether there is no other verb of change or level behind one number and before the word that leads to the next. */
    boolean isOneClause(int first, int to) {
        return IntStream.range(first, to - 1).noneMatch(at -> subjects.isVerb(at) && !subjects.isNoun(at));
    }

    /** "€30 million is earmarked for growers". */
    private Optional<String> allottedTo(Quantity q) {
        boolean allotted = q.kind() == Kind.MONEY
                && lexicon.has("be", tokens.lower(q.to()))
                && lexicon.has("allotted", tokens.lower(q.to() + 1))
                && (lexicon.has("for", tokens.lower(q.to() + 2)) || lexicon.has("to", tokens.lower(q.to() + 2)));
        return allotted ? phrases.from(q.to() + 3) : Optional.empty();
    }

    /** "Spends 2 % of GDP on defence". */
    private Optional<String> spentOnBehind(Quantity q) {
        return lexicon.has("spent-on", tokens.lower(q.to() + 2)) ? phrases.from(q.to() + 3) : Optional.empty();
    }

    /** "Exports of rice: 4,877 tonnes" on a line of its own: all of the label. */
    private Optional<String> labelOfLine(Quantity q, int from) {
        // In a table the value stands in the next cell.
        int colon = tokens.isCellEnd(from - 1) ? from - 2 : from - 1;
        int first = colon;
        while (colon - first < LABEL_MAX && tokens.isWord(first - 1)) {
            first--;
        }
        int before = tokens.isSymbol(first - 1, "-–•*·○●▪") ? first - 2 : first - 1;
        boolean ends = q.kind() != Kind.COUNT || tokens.kind(q.to()) == Tokens.Kind.BREAK;
        boolean line = tokens.kind(before) == Tokens.Kind.BREAK && ends;
        boolean said = first < colon && !(first == colon - 1 && lexicon.has("vague", tokens.lower(first)));
        return line && said && tokens.isSymbol(colon, ":") ? Optional.of(phrases.text(first, colon)) : Optional.empty();
    }

    /** "Makers, 34 per cent; growers, 11 per cent": all that stands before the number says of what it is. */
    private Optional<String> label(Quantity q, int from) {
        Optional<String> line = labelOfLine(q, from);
        if (line.isPresent()) {
            return line;
        }
        int comma = from - 1;
        int at = comma;
        while (at > comma - LABEL_MAX && phrases.isPart(at - 1) && !tokens.startsSentence(at)) {
            at--;
        }
        int opens = lexicon.has("determiner", tokens.lower(at - 1)) ? at - 1 : at;
        opens = lexicon.has("and", tokens.lower(opens - 1)) ? opens - 1 : opens;
        boolean all = tokens.startsSentence(opens) || tokens.isSymbol(opens - 1, ":");
        boolean alone = tokens.isSymbol(comma, ",") && at < comma && all;
        return alone && tokens.isSymbol(q.to(), ";.—") ? phrases.ending(comma) : Optional.empty();
    }

    /** "The number of ferries (27,478)": alone in brackets, it says how much what stands before them is. */
    private Optional<String> beforeBrackets(Quantity q, int from) {
        if (!tokens.isSymbol(from - 1, "(") || !tokens.isSymbol(q.to(), ")")) {
            return Optional.empty();
        }
        if (dates.has(from - 2)) {
            // "Lower than a year earlier (649,000)".
            return Optional.empty();
        }
        // "Prices have risen (+7.4 %)".
        boolean verb = lexicon.direction("verb", tokens.lower(from - 2)).isPresent() && !subjects.isNoun(from - 2);
        return verb ? subjects.of(from - 2) : phrases.ending(from - 1);
    }

    /** "Tourism accounts for 6 % of revenue", "represents 6 % of it": the share is the subject's. */
    private boolean isPartOfBehind(int from) {
        int verb = lexicon.has("for", tokens.lower(from - 1)) ? from - 2 : from - 1;
        return lexicon.has("part-verb", tokens.lower(verb));
    }

    /** "A decline of 9 % in catches": the noun before says which way, the one behind what. */
    private boolean isSizeOfNoun(int from) {
        return lexicon.has("linked", tokens.lower(from - 1))
                && lexicon.direction("change-noun", tokens.lower(from - 2)).isPresent();
    }

    /** "Will spend up to $5 million on the repair of roads", "allocates $3 million to schools": it is spent on what stands behind. */
    private boolean isSpent(Quantity q, int from) {
        String verb = tokens.lower(from - 1);
        String next = tokens.lower(q.to());
        return (q.kind() == Kind.MONEY || q.kind() == Kind.RATE)
                && ((lexicon.has("spend", verb) && lexicon.has("spent-on", next))
                        || (lexicon.has("allot", verb) && lexicon.has("to", next)));
    }

    // ---- behind

    /** "510,000 people engaging in exchanges". */
    private Optional<String> doing(Quantity q) {
        boolean participle = lexicon.has("participle", tokens.lower(q.to()));
        int at = q.to() + 1;
        while (participle && lexicon.has("participle-object", tokens.lower(at)) && at < q.to() + 3) {
            at++;
        }
        return participle && lexicon.has("in", tokens.lower(at)) ? phrases.from(at + 1) : Optional.empty();
    }

    private Optional<String> counted(Quantity q) {
        // "An eight-person team" is of persons, and what it says is about the team.
        boolean bound = q.attributive() && tokens.joins(q.to() - 2);
        if (bound && lexicon.direction("noun", tokens.lower(q.to())).isPresent()) {
            return lexicon.has("in-for", tokens.lower(q.to() + 1)) ? phrases.from(q.to() + 2) : Optional.empty();
        }
        return (bound ? phrases.from(q.to()) : Optional.<String>empty()).or(() -> countedNoun(q));
    }

    private Optional<String> countedNoun(Quantity q) {
        int from = q.to();
        // The "k" of "24k tickets" is of the number.
        while (from - 1 > q.from()
                && !(tokens.glued(from - 1) && tokens.isNumber(from - 2))
                && ((tokens.isWord(from - 1) && !phrases.isNumeral(from - 1)) || tokens.joins(from - 1))) {
            from--;
        }
        while (from < q.to()
                && ((lexicon.has("stop", tokens.lower(from)) && !lexicon.has("noun-or-verb", tokens.lower(from)))
                        || lexicon.has("noun-drop", tokens.lower(from))
                        || tokens.isSymbol(from, "-‑"))) {
            from++;
        }
        return from < q.to() ? Optional.of(phrases.text(from, q.to())) : Optional.empty();
    }

    private Optional<String> behind(Quantity q, int from, Optional<Direction> change) {
        int at = q.to();
        if (tokens.joins(at)) {
            return phrases.from(at + 1);
        }
        if (q.attributive() && q.kind() == Kind.RATE) {
            // What could be a verb is a noun here: "a $35-a-share offer".
            boolean noun = lexicon.has("verb-too", tokens.lower(at));
            return noun ? Optional.of(phrases.text(at, at + 1)) : phrases.from(at);
        }
        if (q.kind() == Kind.MONEY && lexicon.has("determiner", tokens.lower(at))) {
            // "Mit 5 Millionen Euro der größte Geber": behind a sum an article begins something else.
            return Optional.empty();
        }
        Optional<String> compared = q.kind() == Kind.PERCENT && change.isPresent()
                ? comparatives.behind(at).map(noun -> phrases.text(noun.from(), noun.to()))
                : Optional.empty();
        if (compared.isPresent()) {
            return compared;
        }
        while (change.isPresent() && at < q.to() + 3 && lexicon.has("change-adjective", tokens.lower(at))) {
            at++;
        }
        // "A 6.8 % pay rise".
        if (at > q.to()
                && lexicon.has("changed-noun", tokens.lower(at - 1))
                && lexicon.direction("noun", tokens.lower(at)).isPresent()) {
            return Optional.of(phrases.text(at - 1, at));
        }
        // "A 34 % profit gain".
        if (change.isPresent()
                && tokens.isWord(at)
                && at == q.to()
                && lexicon.direction("noun", tokens.lower(at)).isEmpty()
                && lexicon.direction("change-noun", tokens.lower(at + 1)).isPresent()) {
            return phrases.between(at, at + 1);
        }
        boolean changeNoun = change.isPresent()
                && lexicon.direction("noun", tokens.lower(at)).isPresent();
        if (changeNoun) {
            return lexicon.has("in-for", tokens.lower(at + 1)) ? phrases.from(at + 2) : Optional.empty();
        }
        // "Compared with 3 % for the southern ports".
        if (q.kind() == Kind.PERCENT
                && change.isEmpty()
                && lexicon.has("for", tokens.lower(at))
                && lexicon.has("determiner", tokens.lower(at + 1))
                && lexicon.phraseBefore("compared", tokens, from).isPresent()) {
            return phrases.from(at + 1);
        }
        boolean part = q.kind() == Kind.PERCENT || q.kind() == Kind.RATIO || q.kind() == Kind.QUANTITY;
        if (lexicon.has("of", tokens.lower(at))) {
            return isShareOfWhole(q) || (q.kind() == Kind.COUNT && isOfTime(at + 1))
                    ? Optional.empty()
                    : phrases.from(numberEnd(at + 1));
        }
        if (q.kind() == Kind.MONEY
                && change.isEmpty()
                && lexicon.has("in-for", tokens.lower(at))
                && !isWhere(at)
                && !isOfTime(at + 1)) {
            return (lexicon.has("for", tokens.lower(at)) && isSaidOf(from)) || isInfinitive(at + 1)
                    ? Optional.empty()
                    : phrases.from(at + 1).filter(phrase -> !isVenue(phrase));
        }
        boolean direct = tokens.isWord(at) && !tokens.glued(at) && change.isEmpty() && (part || q.kind() == Kind.MONEY);
        boolean adjective =
                (lexicon.has("share-adjective", tokens.lower(at)) || lexicon.has("dimension", tokens.lower(at)))
                        && !phrases.isPart(at + 1);
        return direct && !adjective && !lexicon.has("article-less", lexicon.language())
                ? phrases.from(at)
                : Optional.empty();
    }

    /** "3 millones en octubre", "frente a los 2 millones del año anterior": when, not for what. */
    private boolean isOfTime(int at) {
        boolean english = lexicon.language().equals("en");
        return !english && (lexicon.has("month", tokens.lower(at)) || lexicon.has("time-noun", tokens.lower(at)));
    }

    /** "De 1 milliard pour atteindre 6 milliards". */
    private boolean isInfinitive(int at) {
        return lexicon.has("level-infinitive", tokens.lower(at));
    }

    /** "Will invest $5 billion in the United States". */
    private boolean isWhere(int at) {
        return lexicon.language().equals("en")
                && lexicon.has("in", tokens.lower(at))
                && phrases.from(at + 1).filter(Measured::isName).isPresent();
    }

    private static boolean isName(String phrase) {
        return Arrays.stream(phrase.split(" ", -1)).allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    /** "At $5 in national trading": where it cost so much. */
    private boolean isVenue(String phrase) {
        String head = phrase.substring(phrase.lastIndexOf(' ') + 1);
        return lexicon.has("venue", head.toLowerCase(Locale.ROOT));
    }

    /** "The fee is $5 for adults", "is worth $5 for adults": for whom does not say what. */
    private boolean isSaidOf(int from) {
        return lexicon.has("level-verb", tokens.lower(from - 1))
                || linkedBefore(from).isPresent();
    }

    /** "4 % of GDP": the unit in which debts and budgets are measured. */
    private boolean isShareOfWhole(Quantity q) {
        return q.kind() == Kind.PERCENT
                && lexicon.has("of", tokens.lower(q.to()))
                && lexicon.has("whole", tokens.lower(q.to() + 1));
    }

    /** Returns one past the number in "two thirds of the 27 states"; the token itself if there is none. */
    private int numberEnd(int token) {
        int at = lexicon.has("determiner", tokens.lower(token)) ? token + 1 : token;
        int end = at + 1;
        while (lexicon.has("scale", tokens.lower(end))) {
            end++;
        }
        return tokens.isNumber(at) && tokens.isWord(end) ? end : token;
    }

    // ---- before

    /** "A net loss of $3 million": in money it is what came of the year, and by how much nothing fell. */
    private Optional<String> resultBefore(Quantity q, int from) {
        int linked = lexicon.has("a", tokens.lower(from - 1)) ? from - 2 : from - 1;
        boolean result = q.kind() == Kind.MONEY
                && lexicon.has("linked", tokens.lower(linked))
                && lexicon.has("result-noun", tokens.lower(linked - 1));
        return result ? phrases.nearestEnding(linked) : Optional.empty();
    }

    /** "A fine of $10", "sales of 5,835 units"; "an increase of 5 %", "a total of 5" and "doté de 5" only say what kind of number it is. */
    private Optional<String> linkedBefore(int from) {
        int at = from - 1;
        if (lexicon.has("a", tokens.lower(at))) {
            at--;
        }
        if (!lexicon.has("linked", tokens.lower(at))) {
            return Optional.empty();
        }
        // "Ausgaben in Höhe von 5 Millionen".
        Optional<Phrases.Match<String>> link = lexicon.phraseBefore("linked", tokens, at + 1);
        if (link.filter(words -> words.to() - words.from() > 1).isPresent()) {
            return phrases.lastNoun(link.get().from());
        }
        if (lexicon.has("vague", tokens.lower(at - 1))) {
            return phrases.rateEnding(at);
        }
        if (tokens.isSymbol(at - 1, ",") && lexicon.has("apposing", tokens.lower(at))) {
            // "La prime, de 1 000 €, sera versée".
            return lexicon.changes(tokens.lower(at - 2)) ? Optional.empty() : phrases.nearestEnding(at - 1);
        }
        // The "off" of "a write-off" says nothing of itself.
        boolean kindOfNumber = !tokens.joins(at - 2)
                && (lexicon.has("changing", tokens.lower(at - 1))
                        || lexicon.has("linked-participle", tokens.lower(at - 1))
                        || lexicon.direction("noun", tokens.lower(at - 1)).isPresent()
                        || lexicon.direction("verb", tokens.lower(at - 1)).isPresent());
        return kindOfNumber ? Optional.empty() : phrases.nearestEnding(at);
    }
}
