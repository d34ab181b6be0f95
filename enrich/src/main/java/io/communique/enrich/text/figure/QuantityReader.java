package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Figure.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The grammar of quantities: a number or a range of two, with the currency before or behind, the unit, or the noun that is counted. Looks
 * at a bounded number of tokens from where it begins.
 */
final class QuantityReader {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final int CHANGE_DISTANCE_MAX = 8;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** From here on a number behind "percentage of" may be a year. */
    private static final BigDecimal YEAR_MIN = new BigDecimal(1000);

    private static final BigDecimal AGE_MAX = new BigDecimal(130);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);

    /** The rule of a number of tenths of a point, "décimas". */
    private static final String TENTHS = "tenths-of-point";

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final NumeralReader numerals;
    private final CountedNoun nouns;
    private final Optional<String> country;

    QuantityReader(Tokens tokens, Lexicon lexicon, Optional<String> country) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.country = country;
        numerals = new NumeralReader(tokens, lexicon, country);
        nouns = new CountedNoun(tokens, lexicon);
    }

    /** The currency sign before a number and the number, or the number alone: what a quantity begins with. */
    private record Head(int from, Numeral number, Optional<String> currency, boolean negative) {}

    /** A unit as read: where it ends and what it makes of the number. */
    private record Reading(
            int to, Kind kind, Optional<String> unit, Optional<Unit> measured, String rule, boolean attributive) {
        Reading(int to, Kind kind, String unit, String rule) {
            this(to, kind, Optional.of(unit), Optional.empty(), rule, false);
        }

        Reading(int to, Unit unit, boolean attributive) {
            this(to, unit.kind(), Optional.of(unit.name()), Optional.of(unit), "unit", attributive);
        }
    }

    /** The quantity that begins at a token; empty if none does. A number without any unit is a quantity without unit. */
    Optional<Quantity> at(int i) {
        if (!tokens.isNumber(i) && !isMinus(i) && !lexicon.mayBegin(tokens.lower(i))) {
            return Optional.empty();
        }
        return multiple(i)
                .or(() -> oneTenth(i))
                .or(() -> everyNth(i))
                .or(() -> shareOfThings(i))
                .or(() -> head(i).flatMap(this::quantity));
    }

    /** What the scale words of a quantity multiply it by, "million"; one if there are none. */
    BigDecimal scale(Quantity q) {
        return head(q.from()).map(head -> head.number().scale()).orElse(BigDecimal.ONE);
    }

    /** "Jeder fünfte Haushalt", "every third household": so much of all of them; "every third year" says when. */
    private Optional<Quantity> everyNth(int i) {
        Optional<BigDecimal> parts =
                lexicon.has("every", tokens.lower(i)) ? lexicon.number("nth", tokens.lower(i + 1)) : Optional.empty();
        Optional<CountedNoun.Noun> noun =
                parts.isPresent() && lexicon.unitWord(tokens, i + 2).isEmpty()
                        ? nouns.at(i + 2, true)
                        : Optional.empty();
        return noun.map(counted -> share(i, counted.to(), BigDecimal.ONE, parts.orElseThrow(), counted.name()));
    }

    /** "Un Français sur cinq", "deux logements sur trois", "una de cada cuatro mujeres": a part of all of them. */
    private Optional<Quantity> shareOfThings(int i) {
        boolean single = lexicon.has("single", tokens.lower(i));
        Numeral one = new Numeral(i, i + 1, BigDecimal.ONE, Numeral.Form.WORDS, BigDecimal.ONE);
        Optional<Quantity> direct = single ? ratio(new Head(i, one, Optional.empty(), false)) : Optional.empty();
        if (direct.isPresent() || !lexicon.knows("things-out-of")) {
            return direct;
        }
        Optional<Numeral> part = single ? Optional.of(one) : numerals.at(i);
        return part.filter(number -> !number.scaled() && NumeralReader.isWhole(number.value()))
                .flatMap(this::shareOfThings);
    }

    private Optional<Quantity> shareOfThings(Numeral part) {
        Optional<CountedNoun.Noun> noun = nouns.at(part.to(), true);
        Optional<Numeral> whole = noun.flatMap(things -> lexicon.phrase("things-out-of", tokens, things.to()))
                .flatMap(outOf -> numerals.at(outOf.to()))
                .filter(number -> NumeralReader.isWhole(number.value())
                        && number.value().compareTo(part.value()) > 0
                        && number.value().compareTo(YEAR_MIN) <= 0
                        && !isNounBehind(number.to()));
        return whole.map(all -> share(
                part.from(),
                all.to(),
                part.value(),
                all.value(),
                noun.orElseThrow().name()));
    }

    private static Quantity share(int from, int to, BigDecimal part, BigDecimal whole, String noun) {
        BigDecimal share = Quantity.plain(part.divide(whole, MathContext.DECIMAL64));
        return new Quantity(from, to, share, share, Kind.RATIO, Optional.of(noun), Optional.empty(), "ratio", false);
    }

    /** "Un rapport sur trois ministères", "un plan sur cinq ans": what is counted has its plural behind the number. */
    private boolean isNounBehind(int at) {
        String word = tokens.lower(at);
        return tokens.isWord(at) && !lexicon.has("stop", word) && (word.endsWith("s") || word.endsWith("x"));
    }

    private Optional<Quantity> quantity(Head head) {
        if (head.number().form() == Numeral.Form.MAGNITUDE) {
            return magnitude(head);
        }
        Optional<Quantity> ratio = ratio(head);
        if (ratio.isPresent()) {
            return ratio;
        }
        Optional<Quantity> range = range(head);
        if (range.isPresent()) {
            return range;
        }
        Reading reading = read(head);
        return Optional.of(withCents(head, reading)
                .orElseGet(() ->
                        quantity(head, head.number().value(), head.number().value(), reading)));
    }

    private Quantity quantity(Head head, BigDecimal lower, BigDecimal upper, Reading reading) {
        boolean tenths = reading.rule().equals(TENTHS);
        BigDecimal low = tenths ? Quantity.plain(lower.movePointLeft(1)) : lower;
        BigDecimal high = tenths ? Quantity.plain(upper.movePointLeft(1)) : upper;
        BigDecimal sign = head.negative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        boolean range = low.compareTo(high) != 0;
        BigDecimal signed = range ? low : Quantity.plain(low.multiply(sign));
        Optional<Measure> measure =
                reading.measured().flatMap(unit -> unit.measure(range ? Optional.empty() : Optional.of(signed)));
        return new Quantity(
                head.from(),
                reading.to(),
                signed,
                range ? high : signed,
                reading.kind(),
                reading.unit(),
                measure,
                range && !reading.rule().equals("magnitude") ? reading.rule() + "-range" : reading.rule(),
                reading.attributive());
    }

    /** "Thirteen dollars and forty-five cents": one sum. */
    private Optional<Quantity> withCents(Head head, Reading reading) {
        if (reading.kind() != Kind.MONEY || head.number().scaled()) {
            return Optional.empty();
        }
        int at = lexicon.has("and", tokens.lower(reading.to())) ? reading.to() + 1 : reading.to();
        Optional<Numeral> cents =
                numerals.at(at).filter(number -> number.value().compareTo(HUNDRED) < 0);
        Optional<Integer> end = cents.flatMap(number -> lexicon.phrase("minor", tokens, number.to()))
                .map(Phrases.Match::to)
                .or(() -> cents.filter(number -> at == reading.to() && areSpoken(head.number(), number))
                        .map(Numeral::to));
        return end.map(to -> {
            BigDecimal value = head.number().value().add(cents.get().value().movePointLeft(2));
            Reading sum = new Reading(to, Kind.MONEY, reading.unit(), Optional.empty(), reading.rule(), false);
            return quantity(head, value, value, sum);
        });
    }

    /** "Thirteen dollars forty-five": both in words, and nothing else that the second could count. */
    private boolean areSpoken(Numeral whole, Numeral cents) {
        return whole.form() == Numeral.Form.WORDS
                && cents.form() == Numeral.Form.WORDS
                && !tokens.isWord(cents.to())
                && !tokens.joins(cents.to())
                && !tokens.isSymbol(cents.to(), "%％");
    }

    // ---- what begins a quantity

    private Optional<Head> head(int i) {
        Optional<Phrases.Match<String>> sign =
                lexicon.currencySign(tokens, i, country).filter(match -> isSign(match) && tokens.isNumber(match.to()));
        if (sign.isPresent()) {
            Optional<String> currency = lexicon.currency(sign.get().meaning(), country);
            return numerals.at(sign.get().to())
                    .map(number -> new Head(i, number, Optional.of(currency.orElse("")), minusBefore(i)));
        }
        if (lexicon.isCurrencyCode(tokens.written(i)) && tokens.isNumber(i + 1) && isCodeOf(i, numerals.at(i + 1))) {
            return numerals.at(i + 1).map(number -> new Head(i, number, Optional.of(tokens.written(i)), false));
        }
        boolean minusWord = lexicon.has("minus", tokens.lower(i));
        if (minusWord) {
            return numerals.at(i + 1).map(number -> new Head(i, number, Optional.empty(), true));
        }
        if (isMinus(i) && !tokens.glued(i) && tokens.glued(i + 1) && tokens.isNumber(i + 1)) {
            return numerals.at(i + 1).map(number -> new Head(i, number, Optional.empty(), true));
        }
        return numerals.at(i).map(number -> new Head(i, number, Optional.empty(), false));
    }

    /** "MAD 300 million", "5,000 COP"; "COP 29", "CVE-2024" and "TOP500" are no sums. */
    private boolean isCodeOf(int code, Optional<Numeral> number) {
        if (!Lexicon.isDoubtful(tokens.written(code))) {
            return true;
        }
        return number.filter(sum -> !tokens.glued(Math.max(code, sum.from())))
                .filter(sum -> sum.scaled() || isGrouped(tokens.lower(sum.from())))
                .isPresent();
    }

    /** "50,000", "12.50". */
    private static boolean isGrouped(String digits) {
        return digits.length() > 3 && !digits.chars().allMatch(Character::isDigit);
    }

    private boolean minusBefore(int i) {
        return isMinus(i - 1) && tokens.glued(i) && !tokens.glued(i - 1);
    }

    private boolean isMinus(int i) {
        return tokens.isSymbol(i, "-−–");
    }

    /** "A$5" is Australian, "a $5 fee" is not; "Rs" and "RM" are signs only as they are written. */
    private boolean isSign(Phrases.Match<String> sign) {
        int first = sign.from();
        if (!tokens.isWord(first)) {
            return !tokens.glued(first) || !tokens.isNumber(first - 1);
        }
        boolean symbolBehind = sign.to() - first > 1 && !tokens.isWord(first + 1);
        boolean oneLetter = tokens.end(first) - tokens.start(first) == 1;
        if (symbolBehind) {
            return oneLetter
                    ? (tokens.capital(first) && tokens.glued(first + 1)) || tokens.is(first, "c")
                    : tokens.capital(first) || tokens.is(first, "us");
        }
        return tokens.capital(first);
    }

    // ---- ranges and ratios

    /** "3-5 %", "15 to 22 km", "between $62 and $68", "eight or nine euros". The lower number takes the scale and unit of the higher. */
    private Optional<Quantity> range(Head low) {
        Reading lowUnit = read(low);
        boolean minor = lowUnit.rule().equals("minor-unit");
        boolean lowHasUnit = lowUnit.unit().isPresent() && (minor || lowUnit.kind() != Kind.COUNT);
        Optional<Quantity> direct = range(low, low.number().to(), Optional.empty());
        if (direct.isPresent() || !lowHasUnit) {
            boolean from = lexicon.has("from", tokens.lower(low.from() - 1));
            return direct.filter(range ->
                    !(lowHasUnit || from) || !isChange(low, low.number().to(), false));
        }
        // "Can rise by 25 % to 60 %" is a range still, where something else stands between.
        boolean measures = lowUnit.kind() != Kind.PERCENT && !minor;
        return isChange(low, lowUnit.to(), measures) && !isDistance(lowUnit)
                ? Optional.empty()
                : range(low, lowUnit.to(), Optional.of(lowUnit));
    }

    /**
     * "Rose by $3 billion to $9 billion", "fell from 8 kg to 5 kg": two figures, no range.
     *
     * @param measures whether "by" is looked behind as far as "from": "shortens the journey by 3 days to 11 days"
     */
    private boolean isChange(Head low, int to, boolean measures) {
        if (!lexicon.has("to", tokens.lower(to))) {
            return false;
        }
        boolean by = measures && lexicon.has("by", tokens.lower(low.from() - 1));
        boolean from = by || lexicon.has("from", tokens.lower(low.from() - 1));
        int reach = from ? low.from() - CHANGE_DISTANCE_MAX : low.from() - 3;
        for (int at = low.from() - 1;
                at >= reach && tokens.sentence(at) == tokens.sentence(low.from()) && at >= 0;
                at--) {
            boolean result = low.currency().isPresent() && lexicon.has("result-noun", tokens.lower(at));
            if (lexicon.changes(tokens.lower(at))
                    || (!result
                            && lexicon.direction("change-noun", tokens.lower(at))
                                    .isPresent())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Quantity> range(Head low, int at, Optional<Reading> lowUnit) {
        int next = rangeWordEnd(low.from(), at);
        if (next < 0) {
            return Optional.empty();
        }
        Optional<Head> high =
                head(next).filter(other -> other.number().form() != Numeral.Form.MAGNITUDE && !other.negative());
        // "By a quarter to $3 million".
        boolean part = low.number().form() == Numeral.Form.FRACTION;
        if (high.isEmpty() || (part && high.get().currency().isPresent())) {
            return Optional.empty();
        }
        // "From $2 million in 2023 to $3 million".
        if (low.currency().isEmpty()
                && isYear(low.number())
                && high.get().currency().isPresent()) {
            return Optional.empty();
        }
        Numeral highNumber = high.get().number();
        BigDecimal lowValue = low.number().value();
        boolean sharesScale = highNumber.scaled()
                && !low.number().scaled()
                && lowValue.compareTo(highNumber.value().divide(highNumber.scale(), MathContext.DECIMAL64)) < 0;
        BigDecimal scaledLow = sharesScale ? lowValue.multiply(highNumber.scale()) : lowValue;
        Head whole = new Head(
                low.from(), highNumber, low.currency().or(() -> high.get().currency()), false);
        Reading reading = read(whole);
        boolean sameUnit = lowUnit.isEmpty() || isOf(lowUnit.get(), reading);
        // "Cut 275 to 350 of its jobs".
        boolean partOf = lexicon.has("of", tokens.lower(reading.to()))
                && lexicon.has("determiner", tokens.lower(reading.to() + 1));
        boolean told = reading.unit().isPresent() || low.number().scaled() || spelledRange(low.from(), at) || partOf;
        if (!sameUnit || !told || scaledLow.compareTo(highNumber.value()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(quantity(whole, scaledLow, highNumber.value(), reading));
    }

    /** "15 cents to 20 cents a share": the rate is said once. */
    private static boolean isOf(Reading low, Reading high) {
        return low.unit().equals(high.unit())
                || low.unit()
                        .filter(unit -> high.unit().orElse("").startsWith(unit + " per "))
                        .isPresent();
    }

    private static boolean isYear(Numeral number) {
        BigDecimal value = number.value();
        return number.form() == Numeral.Form.DIGITS
                && !number.scaled()
                && value.compareTo(FIRST_YEAR) >= 0
                && value.compareTo(LAST_YEAR) <= 0;
    }

    /** "Between 5 and 7", "from 5 to 7": a range even without unit. */
    private boolean spelledRange(int from, int at) {
        return (lexicon.has("between", tokens.lower(from - 1)) && lexicon.has("and", tokens.lower(at)))
                || (lexicon.has("from", tokens.lower(from - 1)) && lexicon.has("to", tokens.lower(at)));
    }

    /** "Fell 40 % to 60 % below the level": both say how far below. */
    private boolean isDistance(Reading lowUnit) {
        return head(lowUnit.to() + 1)
                .map(this::read)
                .filter(high -> lexicon.has("distance", tokens.lower(high.to())))
                .isPresent();
    }

    /** One past the dash or word that joins two numbers to a range; -1 if there is none. */
    private int rangeWordEnd(int from, int at) {
        boolean dash = tokens.isSymbol(at, "-–—‑~∼～〜−") && tokens.glued(at) == tokens.glued(at + 1);
        if (dash && tokens.isSymbol(at + 1, "-")) {
            return -1;
        }
        if (dash && !tokens.isWord(at + 1)) {
            return at + 1;
        }
        boolean bound = tokens.joins(at) && lexicon.has("to", tokens.lower(at + 1)) && tokens.joins(at + 2);
        if (bound) {
            return at + 3;
        }
        boolean between = lexicon.has("and", tokens.lower(at)) && lexicon.has("between", tokens.lower(from - 1));
        boolean smallNumbers = lexicon.has("or", tokens.lower(at))
                && !lexicon.hedgeAfter(tokens, at).isPresent();
        if (lexicon.has("to", tokens.lower(at)) || between || smallNumbers) {
            return at + 1;
        }
        return -1;
    }

    /** "One in four", "three out of five": the part of a whole. */
    private Optional<Quantity> ratio(Head head) {
        int at = head.number().to();
        Optional<Phrases.Match<String>> outOf = lexicon.phrase("out-of", tokens, at);
        boolean in = lexicon.has("in", tokens.lower(at));
        // German "um 3 von 10 auf 7": the level before it.
        boolean size = lexicon.language().equals("de") && lexicon.has("by", tokens.lower(head.from() - 1));
        if (head.currency().isPresent() || head.number().scaled() || (outOf.isEmpty() && !in) || size) {
            return Optional.empty();
        }
        // "One in every 36 adults".
        int behindIn = lexicon.has("every", tokens.lower(at + 1)) ? at + 2 : at + 1;
        int of = outOf.map(Phrases.Match::to).orElse(behindIn);
        Optional<Numeral> whole = numerals.at(of)
                .filter(number -> number.form() == Numeral.Form.DIGITS || number.form() == Numeral.Form.WORDS);
        if (whole.isEmpty()
                || whole.get().value().compareTo(head.number().value()) <= 0
                || !NumeralReader.isWhole(whole.get().value())) {
            return Optional.empty();
        }
        Reading unit = read(new Head(of, whole.get(), Optional.empty(), false));
        boolean sameKind = head.number().form() == whole.get().form();
        boolean timeOrYear = unit.kind() != Kind.COUNT || looksLikeYear(whole.get());
        if (unit.kind() == Kind.MONEY || unit.kind() == Kind.PERCENT) {
            return Optional.empty();
        }
        if (in && (timeOrYear || !sameKind || head.number().value().compareTo(TEN) > 0)) {
            return Optional.empty();
        }
        BigDecimal part =
                Quantity.plain(head.number().value().divide(whole.get().value(), MathContext.DECIMAL64));
        boolean verb = lexicon.has("determiner", tokens.lower(unit.to())) || lexicon.has("a", tokens.lower(unit.to()));
        boolean counted = unit.kind() == Kind.COUNT && unit.unit().isPresent() && !verb;
        int to = counted ? unit.to() : whole.get().to();
        Optional<String> noun = counted ? unit.unit() : Optional.empty();
        Reading reading = new Reading(to, Kind.RATIO, noun, Optional.empty(), "ratio", false);
        return Optional.of(quantity(head, part, part, reading));
    }

    private boolean looksLikeYear(Numeral number) {
        return number.form() == Numeral.Form.DIGITS
                && number.to() - number.from() == 1
                && tokens.end(number.from()) - tokens.start(number.from()) == 4;
    }

    /** "Doubled", "halved": the number that a thing was multiplied by; and that by which it is more, "twice as much". */
    private Optional<Quantity> multiple(int i) {
        String word = tokens.lower(i);
        Optional<BigDecimal> twice = lexicon.number("twice", word)
                .filter(times -> lexicon.has("times-next", tokens.lower(i + 1)))
                // "Scored twice as United won".
                .filter(times -> !tokens.capital(i + 2));
        if (twice.isPresent()) {
            return twice.map(times -> new Quantity(
                    i, i + 1, times, times, Kind.RATIO, Optional.of("times"), Optional.empty(), "multiple", false));
        }
        Optional<BigDecimal> factor = lexicon.number("multiple", word)
                .or(() -> lexicon.number("divisor", word)
                        .map(parts -> BigDecimal.ONE.divide(parts, MathContext.DECIMAL64)));
        return factor.map(value -> multiple(i, i + 1, value)).or(() -> multiplied(i));
    }

    private static Quantity multiple(int from, int to, BigDecimal value) {
        return new Quantity(from, to, value, value, Kind.RATIO, Optional.empty(), Optional.empty(), "multiple", false);
    }

    /** "Multiplié par trois", "se divide entre dos". */
    private Optional<Quantity> multiplied(int i) {
        boolean divided = lexicon.has("divided", tokens.lower(i));
        boolean said =
                (divided || lexicon.has("multiplied", tokens.lower(i))) && lexicon.has("times-by", tokens.lower(i + 1));
        return said
                ? numerals.at(i + 2)
                        .filter(number -> number.value().compareTo(BigDecimal.ONE) > 0)
                        .map(number -> {
                            BigDecimal value = divided
                                    ? Quantity.plain(BigDecimal.ONE.divide(number.value(), MathContext.DECIMAL64))
                                    : number.value();
                            return multiple(i, number.to(), value);
                        })
                : Optional.empty();
    }

    /** "Tens of thousands of people": at least that many, and fewer than ten times as many. */
    private Optional<Quantity> magnitude(Head head) {
        int to = head.number().to();
        int at = lexicon.has("of", tokens.lower(to)) ? to + 1 : to;
        Numeral moved = new Numeral(head.number().from(), at, head.number().value(), Numeral.Form.MAGNITUDE, MILLION);
        Reading reading = read(new Head(head.from(), moved, Optional.empty(), false));
        if (reading.unit().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal low = head.number().value();
        Reading named =
                new Reading(reading.to(), reading.kind(), reading.unit(), reading.measured(), "magnitude", false);
        return Optional.of(quantity(head, low, low.multiply(TEN), named));
    }

    // ---- units

    /** What stands behind the number. */
    private Reading read(Head head) {
        int at = behindHedge(head.number().to());
        if (head.currency().isPresent()) {
            String code = head.currency().get();
            int to = behindOwnName(at, code);
            return perUnit(new Reading(to, Kind.MONEY, filled(code), Optional.empty(), "money", tokens.joins(to)));
        }
        Optional<Reading> found = money(head, at)
                .or(() -> percent(at))
                .or(() -> tenthsOfPoint(at))
                .or(() -> age(at))
                .or(() -> symbol(at))
                .or(() -> unitWord(head, at))
                .or(() -> times(at))
                .or(() -> counted(head, at));
        return found.map(this::perUnit)
                .or(() -> aged(head))
                .or(() -> magnitudeOf(head))
                .or(() -> percentOf(head))
                .orElseGet(() -> perUnit(bare(head)));
    }

    /** "30 or more ships", "100-plus countries", "50+ towns": the hedge between a number and what it counts. */
    private int behindHedge(int start) {
        int at = behindHyphen(start);
        Optional<Phrases.Match<Hedge>> hedge =
                lexicon.hedgeAfter(tokens, at).filter(match -> !lexicon.has("not-inside", tokens.lower(at)));
        boolean word = hedge.isPresent()
                && (tokens.isWord(hedge.get().to())
                        || tokens.isSymbol(hedge.get().to(), "%％"));
        return word ? hedge.get().to() : start;
    }

    /** "Aged 65", "under the age of 18", "who was 10": years, though the text leaves the word out. */
    private Optional<Reading> aged(Head head) {
        boolean person = lexicon.phraseBefore("person-is", tokens, head.from()).isPresent()
                && tokens.isSymbol(head.number().to(), ".,;!?)");
        boolean age = head.number().form() == Numeral.Form.DIGITS
                && (person || lexicon.phraseBefore("aged", tokens, head.from()).isPresent())
                && head.number().value().compareTo(AGE_MAX) < 0;
        return age
                ? Optional.of(new Reading(head.number().to(), lexicon.unit("year of age"), false))
                : Optional.empty();
    }

    /** "An earthquake of magnitude 6.1": the unit stands before the number. */
    private Optional<Reading> magnitudeOf(Head head) {
        boolean said = head.number().form() == Numeral.Form.DIGITS
                && lexicon.phraseBefore("magnitude-of", tokens, head.from()).isPresent();
        return said ? Optional.of(new Reading(head.number().to(), lexicon.unit("magnitude"), false)) : Optional.empty();
    }

    /** "At a percentage of 62.5": the unit stands before the number, where none is before that and nothing counted behind. */
    private Optional<Reading> percentOf(Head head) {
        Optional<Phrases.Match<String>> unit = lexicon.phraseBefore("percent-of", tokens, head.from());
        Numeral number = head.number();
        int behind = number.to();
        boolean noun = tokens.isWord(behind) && !lexicon.has("stop", tokens.lower(behind));
        boolean year = number.value().compareTo(YEAR_MIN) >= 0;
        boolean said = unit.filter(words -> !tokens.isNumber(words.from() - 1)
                        && numerals.at(words.from() - 1).isEmpty()
                        && !lexicon.has("percent-not", tokens.lower(words.from() - 1)))
                .isPresent();
        return said && number.form() == Numeral.Form.DIGITS && !noun && !year
                ? Optional.of(new Reading(behind, lexicon.unit("%"), false))
                : Optional.empty();
    }

    private Reading bare(Head head) {
        boolean fraction = head.number().form() == Numeral.Form.FRACTION;
        return new Reading(
                head.number().to(),
                fraction ? Kind.RATIO : Kind.COUNT,
                Optional.empty(),
                Optional.empty(),
                fraction ? "fraction" : "number",
                false);
    }

    /** "$5 million dollars", "US$5 million USD": a currency said twice. */
    private int behindOwnName(int at, String code) {
        int linked = lexicon.has("linker", tokens.lower(at)) ? at + 1 : at;
        Optional<Phrases.Match<String>> word = lexicon.currencyWord(tokens, linked);
        boolean same = word.flatMap(match -> lexicon.currency(match.meaning(), country))
                .filter(code::equals)
                .isPresent();
        return same ? word.get().to() : tokens.written(at).equals(code) ? at + 1 : at;
    }

    private Optional<Reading> money(Head head, int start) {
        int at = behindHyphen(start);
        int linked = lexicon.has("linker", tokens.lower(at)) && head.number().scaled() ? at + 1 : at;
        Optional<Phrases.Match<String>> word = lexicon.currencyWord(tokens, linked);
        if (word.isPresent()) {
            Optional<String> code = lexicon.currency(word.get().meaning(), country);
            return Optional.of(new Reading(
                    word.get().to(),
                    Kind.MONEY,
                    code,
                    Optional.empty(),
                    "money-word",
                    at > start || tokens.joins(word.get().to())));
        }
        boolean pounds = lexicon.has("pounds", tokens.lower(at))
                && (head.number().scaled() || country.equals(Optional.of("GB")));
        if (pounds) {
            return Optional.of(new Reading(
                    at + 1, Kind.MONEY, lexicon.currency("~pound", country), Optional.empty(), "money-word", false));
        }
        if (lexicon.isCurrencyCode(tokens.written(at)) && isCodeOf(at, Optional.of(head.number()))) {
            return Optional.of(new Reading(at + 1, Kind.MONEY, tokens.written(at), "money-code"));
        }
        Optional<Phrases.Match<String>> sign =
                lexicon.currencySign(tokens, at, country).filter(match -> isSign(match) || !tokens.isWord(at));
        boolean beforeNumber = sign.isPresent()
                && tokens.isNumber(sign.get().to())
                && tokens.glued(sign.get().to())
                && !tokens.glued(at);
        if (sign.isPresent() && !beforeNumber && (tokens.isSymbol(at, "$€£₩¥₹₽₺₪₴₫฿₱₦₭₡￦￥") || at > start)) {
            return Optional.of(new Reading(
                    sign.get().to(),
                    Kind.MONEY,
                    lexicon.currency(sign.get().meaning(), country),
                    Optional.empty(),
                    "money-sign",
                    false));
        }
        Optional<Phrases.Match<String>> minor = lexicon.phrase("minor", tokens, at);
        return minor.map(match -> new Reading(
                        match.to(),
                        Kind.COUNT,
                        Optional.of(match.meaning()),
                        Optional.empty(),
                        "minor-unit",
                        at > start))
                .or(() -> minorSymbol(at));
    }

    /** "164p" is pence; "1080p" counts the lines of a screen. */
    private Optional<Reading> minorSymbol(int at) {
        String written = tokens.written(at);
        boolean symbol = tokens.glued(at)
                && tokens.isNumber(at - 1)
                && lexicon.has("minor-symbol", written)
                && !lexicon.has("screen-lines", tokens.lower(at - 1));
        return symbol
                ? lexicon.phrase("minor-symbol", tokens, at)
                        .map(match -> new Reading(at + 1, Kind.COUNT, match.meaning(), "minor-unit"))
                : Optional.empty();
    }

    private Optional<Reading> percent(int at) {
        if (!tokens.isSymbol(at, "%％‰")) {
            return Optional.empty();
        }
        int to = at + 1;
        Optional<Phrases.Match<Unit>> word =
                lexicon.unitWord(tokens, to).or(() -> lexicon.unitWord(tokens, behindHyphen(at + 1)));
        Optional<Phrases.Match<Unit>> said = word.filter(match ->
                match.meaning().kind() == Kind.PERCENT || match.meaning().kind() == Kind.PERCENTAGE_POINT);
        if (said.isPresent()) {
            return Optional.of(new Reading(said.get().to(), said.get().meaning(), false));
        }
        boolean points = tokens.glued(to) && tokens.is(to, "p");
        boolean wordPoints = lexicon.has("points", tokens.lower(behindHyphen(to)));
        if (points || wordPoints) {
            return Optional.of(
                    new Reading(points ? to + 1 : behindHyphen(to) + 1, lexicon.unit("percentage point"), false));
        }
        return Optional.of(new Reading(to, lexicon.unit("%"), tokens.joins(to)));
    }

    /** "Una décima más". */
    private Optional<Quantity> oneTenth(int i) {
        Numeral one = new Numeral(i, i + 1, BigDecimal.ONE, Numeral.Form.WORDS, BigDecimal.ONE);
        return lexicon.has("single", tokens.lower(i))
                ? tenthsOfPoint(i + 1)
                        .map(reading -> quantity(
                                new Head(i, one, Optional.empty(), false), BigDecimal.ONE, BigDecimal.ONE, reading))
                : Optional.empty();
    }

    /** "Dos décimas": tenths of a percentage point. */
    private Optional<Reading> tenthsOfPoint(int at) {
        return lexicon.has("tenths-of-point", tokens.lower(at))
                ? Optional.of(new Reading(
                        at + 1,
                        Kind.PERCENTAGE_POINT,
                        Optional.of(lexicon.unit("percentage point").name()),
                        Optional.empty(),
                        TENTHS,
                        false))
                : Optional.empty();
    }

    /** "15-year-old", "15 years old". */
    private Optional<Reading> age(int start) {
        int at = behindHyphen(start);
        Optional<Phrases.Match<Unit>> word = lexicon.unitWord(tokens, at);
        return word.filter(match -> Measured.isAge(match.meaning().name()))
                .map(match -> new Reading(match.to(), match.meaning(), at > start));
    }

    /** A symbol: "km²", "MWh", "°C". One letter is a unit only right behind its digits or at the end of what is said. */
    private Optional<Reading> symbol(int start) {
        int at = behindHyphen(start);
        boolean bracketed = tokens.isSymbol(at, "[<") && tokens.isSymbol(at + 2, "]>");
        Optional<Unit> inBrackets = bracketed ? lexicon.unitSymbol(tokens.written(at + 1)) : Optional.empty();
        if (inBrackets.isPresent()) {
            return Optional.of(new Reading(at + 3, inBrackets.get(), false));
        }
        for (int length = 3; length > 0; length--) {
            int last = at + length - 1;
            if (!isOneSymbol(at, last)) {
                continue;
            }
            String written = tokens.text().substring(tokens.start(at), tokens.end(last));
            Optional<Unit> unit = lexicon.unitSymbol(written);
            if (unit.isPresent() && isPlausible(start, at, last, written)) {
                return Optional.of(new Reading(last + 1, unit.get(), at > start || tokens.joins(last + 1)));
            }
        }
        return Optional.empty();
    }

    private boolean isOneSymbol(int from, int last) {
        for (int i = from + 1; i <= last; i++) {
            if (!tokens.glued(i)) {
                return false;
            }
        }
        boolean wordGoesOn = tokens.glued(last + 1) && (tokens.isWord(last + 1) || tokens.isNumber(last + 1));
        return tokens.kind(last) != Tokens.Kind.BREAK && !wordGoesOn;
    }

    private boolean isPlausible(int start, int at, int last, String written) {
        if (at > start && written.length() < 2) {
            return false;
        }
        boolean letters = tokens.isWord(at) && last == at;
        boolean ambiguous = letters
                && (written.length() == 1 || lexicon.has("stop", written) || lexicon.has("not-symbol", written));
        if (!ambiguous) {
            return true;
        }
        boolean glued = tokens.glued(at);
        boolean upperCaseName = written.length() == 1
                && Character.isUpperCase(written.charAt(0))
                && !written.equals("W")
                && !written.equals("V")
                && !written.equals("L");
        boolean code = tokens.joins(last + 1) && tokens.isNumber(last + 2);
        boolean ends = !code && (!tokens.isWord(last + 1) || lexicon.has("symbol-next", tokens.lower(last + 1)));
        return !upperCaseName && (glued || (ends && written.length() == 1));
    }

    private Optional<Reading> unitWord(Head head, int start) {
        int at = behindHyphen(start);
        int linked = lexicon.has("linker", tokens.lower(at)) && head.number().scaled() ? at + 1 : at;
        Optional<Phrases.Match<Unit>> word = lexicon.unitWord(tokens, linked);
        if (word.isEmpty() || isOrdinalSecond(word.get())) {
            return more(head, at);
        }
        Unit unit = word.get().meaning();
        boolean attributive = at > start || tokens.joins(word.get().to());
        return Optional.of(new Reading(word.get().to(), unit, attributive));
    }

    /** "Another two more years", "five business days": one adjective may stand before a unit of time. */
    private Optional<Reading> more(Head head, int at) {
        if (!lexicon.has("unit-adjective", tokens.lower(at)) || head.number().form() == Numeral.Form.FRACTION) {
            return Optional.empty();
        }
        Optional<Phrases.Match<Unit>> word =
                lexicon.unitWord(tokens, at + 1).filter(match -> match.meaning().kind() == Kind.DURATION);
        return word.map(match -> new Reading(match.to(), match.meaning(), false));
    }

    private boolean isOrdinalSecond(Phrases.Match<Unit> word) {
        return word.meaning().name().equals("second")
                && tokens.is(word.from(), "second")
                && !tokens.joins(word.from() - 1)
                && !tokens.is(word.from() - 1, "one")
                && tokens.isWord(word.from() - 1);
    }

    /** "Four times the number", "a threefold rise" multiply; "called three times" counts. */
    private Optional<Reading> times(int start) {
        int at = behindHyphen(start);
        if (lexicon.has("fold", tokens.lower(at)) && (at > start || tokens.glued(at))) {
            return Optional.of(new Reading(at + 1, Kind.RATIO, Optional.empty(), Optional.empty(), "multiple", false));
        }
        if (at > start || !lexicon.has("times", tokens.lower(at))) {
            return Optional.empty();
        }
        boolean compares = lexicon.has("times-next", tokens.lower(at + 1));
        boolean counts = lexicon.language().equals("en");
        if (!compares && !counts) {
            return Optional.empty();
        }
        return Optional.of(
                compares
                        ? new Reading(at + 1, Kind.RATIO, Optional.of("times"), Optional.empty(), "multiple", false)
                        : new Reading(at + 1, Kind.COUNT, "time", "count"));
    }

    private Optional<Reading> counted(Head head, int at) {
        if (head.number().form() == Numeral.Form.FRACTION) {
            return Optional.empty();
        }
        if (tokens.joins(at)) {
            return nouns.attributive(at + 1)
                    .map(noun -> new Reading(
                            noun.to(), Kind.COUNT, Optional.of(noun.name()), Optional.empty(), "count-compound", true));
        }
        if (tokens.glued(at)) {
            return Optional.empty();
        }
        Optional<CountedNoun.Noun> sized = nouns.sizing(at);
        if (sized.isPresent()) {
            return sized.map(noun -> new Reading(
                    noun.to(), Kind.COUNT, Optional.of(noun.name()), Optional.empty(), "count-compound", true));
        }
        BigDecimal value = head.number().value();
        // "0.75 share".
        boolean part = value.signum() > 0
                && value.compareTo(BigDecimal.ONE) < 0
                && lexicon.has("per-noun", tokens.lower(at))
                && !tokens.joins(at + 1);
        if (part) {
            return Optional.of(new Reading(at + 1, Kind.COUNT, tokens.lower(at), "count"));
        }
        boolean one = value.compareTo(BigDecimal.ONE) == 0;
        boolean of = !one && lexicon.has("of", tokens.lower(at));
        boolean partOf = of && lexicon.has("determiner", tokens.lower(at + 1));
        int from = partOf ? at + 2 : at;
        // "Four of the six hostages", "quatre des six otages": the second number stands for itself.
        if (of && numerals.at(partOf ? from : at + 1).isPresent()) {
            return Optional.empty();
        }
        return nouns.at(from, one).map(this::countedAs);
    }

    /** "517 further yards": a noun that is a unit measures, whatever narrows it. */
    private Reading countedAs(CountedNoun.Noun noun) {
        Optional<Unit> unit = lexicon.unitWord(tokens, noun.to() - 1)
                .filter(match -> match.to() == noun.to())
                .map(Phrases.Match::meaning)
                .filter(meaning -> meaning.kind() == Kind.QUANTITY || meaning.kind() == Kind.DURATION);
        return unit.map(meaning -> new Reading(noun.to(), meaning, false))
                .orElseGet(() -> new Reading(noun.to(), Kind.COUNT, noun.name(), "count"));
    }

    /** "US$58 per barrel", "3,000 cases a day", "times a minute", "12 cases per 100,000 people": a rate. */
    private Reading perUnit(Reading reading) {
        if (reading.kind() == Kind.PERCENT || reading.kind() == Kind.PERCENTAGE_POINT || reading.kind() == Kind.RATIO) {
            return reading;
        }
        return perSeveral(reading)
                .or(() -> reading.unit().map(unit -> perOne(reading, unit)))
                .orElse(reading);
    }

    /** "per 100,000 people", "every two weeks". */
    private Optional<Reading> perSeveral(Reading reading) {
        int at = reading.to();
        boolean per = lexicon.has("per", tokens.lower(at)) && !lexicon.has("a", tokens.lower(at));
        Optional<Numeral> several = per
                ? numerals.at(at + 1).filter(number -> number.value().compareTo(BigDecimal.ONE) > 0)
                : Optional.empty();
        return several.map(number -> {
            Optional<CountedNoun.Noun> noun = nouns.at(number.to(), false)
                    .filter(things -> lexicon.unitWord(tokens, number.to()).isEmpty());
            Optional<String> name = noun.map(
                            things -> tokens.text().substring(tokens.start(things.from()), tokens.end(things.to() - 1)))
                    .or(() -> perName(number.to(), false, false));
            String unit = reading.unit().map(one -> one + ' ').orElse("") + "per "
                    + number.value().toPlainString()
                    + name.map(one -> ' ' + one).orElse("");
            int to = noun.map(CountedNoun.Noun::to).orElseGet(() -> name.isEmpty() ? number.to() : perEnd(number.to()));
            return new Reading(to, Kind.RATE, Optional.of(unit), Optional.empty(), "rate", false);
        });
    }

    private Reading perOne(Reading reading, String counted) {
        Optional<Reading> bound = perBound(reading, counted);
        if (bound.isPresent()) {
            return bound.get();
        }
        int at = reading.to();
        boolean slash = tokens.isSymbol(at, "/");
        // "Par rapport à 2025" says what it is measured against.
        boolean per = lexicon.has("per", tokens.lower(at))
                && !tokens.capital(at)
                && lexicon.phrase("baseline", tokens, at).isEmpty();
        boolean article = per && lexicon.has("a", tokens.lower(at));
        int unitAt = behindHyphen(at + 1);
        if (!slash && !per) {
            return reading;
        }
        boolean time = lexicon.unitWord(tokens, unitAt).isPresent();
        Optional<String> name =
                perName(unitAt, article, slash).filter(unit -> !article || !time || !isBefore(perEnd(unitAt)));
        int to = name.isEmpty() ? at : perEnd(unitAt);
        if (name.isEmpty() || (article && reading.kind() == Kind.DURATION)) {
            return reading;
        }
        return new Reading(to, Kind.RATE, Optional.of(counted + " per " + name.get()), Optional.empty(), "rate", false);
    }

    /** "A $35-a-share offer", "$60-a-barrel oil". */
    private Optional<Reading> perBound(Reading reading, String counted) {
        int at = reading.to();
        boolean isBound = tokens.joins(at) && lexicon.has("per", tokens.lower(at + 1)) && tokens.joins(at + 2);
        return isBound
                ? perName(at + 3, true, false)
                        .map(name -> new Reading(
                                perEnd(at + 3),
                                Kind.RATE,
                                Optional.of(counted + " per " + name),
                                Optional.empty(),
                                "rate",
                                true))
                : Optional.empty();
    }

    /** "A year on", "a day before"; but "$15 an hour on 1 July", "from January", "$3 million a year on roads". */
    private boolean isBefore(int at) {
        boolean day = tokens.isNumber(at + 1) || lexicon.has("month", tokens.lower(at + 1));
        boolean ofDay = lexicon.has("rate-on", tokens.lower(at)) && day;
        boolean spent = lexicon.has("spent-on", tokens.lower(at))
                && tokens.isWord(at + 1)
                && !lexicon.has("from", tokens.lower(at + 1));
        return lexicon.has("rate-not", tokens.lower(at)) && !ofDay && !spent;
    }

    private Optional<String> perName(int at, boolean article, boolean slash) {
        Optional<Phrases.Match<Unit>> unit = lexicon.unitWord(tokens, at);
        if (unit.isPresent()) {
            return unit.map(match -> match.meaning().name());
        }
        Optional<Unit> symbol = perSymbol(at).map(Phrases.Match::meaning);
        if (symbol.isPresent() && !article) {
            return symbol.map(Unit::name);
        }
        boolean noun = tokens.isWord(at)
                && !lexicon.has("stop", tokens.lower(at))
                && !lexicon.has("unit-adjective", tokens.lower(at));
        boolean shares = lexicon.has("per-noun", tokens.lower(at));
        return noun && ((!article && !slash) || shares) ? Optional.of(tokens.lower(at)) : Optional.empty();
    }

    /** The longest symbol that begins at a token: "m³" rather than "m". */
    private Optional<Phrases.Match<Unit>> perSymbol(int at) {
        for (int last = at + 2; tokens.isWord(at) && last >= at; last--) {
            Optional<Unit> unit = isOneSymbol(at, last)
                    ? lexicon.unitSymbol(tokens.text().substring(tokens.start(at), tokens.end(last)))
                    : Optional.empty();
            if (unit.isPresent()) {
                int to = last + 1;
                return unit.map(symbol -> new Phrases.Match<>(symbol, at, to));
            }
        }
        return Optional.empty();
    }

    private int perEnd(int at) {
        return lexicon.unitWord(tokens, at)
                .or(() -> perSymbol(at))
                .map(Phrases.Match::to)
                .orElse(at + 1);
    }

    private int behindHyphen(int at) {
        return tokens.joins(at) ? at + 1 : at;
    }

    private static Optional<String> filled(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }
}
