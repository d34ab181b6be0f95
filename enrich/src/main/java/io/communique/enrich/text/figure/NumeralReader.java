package io.communique.enrich.text.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Reads numbers in digits and words. Looks at a bounded number of tokens. */
final class NumeralReader {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int TOKENS_MAX = 24;
    private static final int DECIMALS_MAX = 12;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Optional<String> country;
    private final Powers powers;

    /** Reads numbers of a text of a publisher in a country, ISO 3166-1 alpha-2. */
    NumeralReader(Tokens tokens, Lexicon lexicon, Optional<String> country) {
        this.country = country;
        this.tokens = tokens;
        powers = new Powers(tokens);
        this.lexicon = lexicon;
    }

    /** The number that begins at a token, as long as it goes; empty if none does. */
    Optional<Numeral> at(int i) {
        if (tokens.isNumber(i)) {
            return tokens.value(i).flatMap(value -> digits(i, value));
        }
        if (!tokens.isWord(i)) {
            return Optional.empty();
        }
        return magnitude(i)
                .or(() -> halfOfScale(i))
                .or(() -> article(i))
                .or(() -> fractionOfScale(i))
                .or(() -> words(i))
                .or(() -> half(i));
    }

    /** "12", "1 1/2", "12.5 million", "3 lakh crore", "5bn", "3 million and a half". */
    private Optional<Numeral> digits(int i, BigDecimal first) {
        Optional<Numeral> power = powers.of(new Numeral(i, i + 1, first, Numeral.Form.DIGITS, ONE));
        if (power.isPresent()) {
            return power;
        }
        BigDecimal value = first;
        int to = i + 1;
        Numeral.Form form = Numeral.Form.DIGITS;
        Optional<Numeral> slashed = slashed(i);
        if (slashed.isPresent()) {
            value = slashed.get().value();
            to = slashed.get().to();
            form = Numeral.Form.FRACTION;
        } else if (isWhole(first)) {
            Optional<Numeral> mixed = mixed(i + 1);
            if (mixed.isPresent()) {
                value = value.add(mixed.get().value());
                to = mixed.get().to();
            }
        }
        return Optional.of(scaled(i, to, value, form));
    }

    /** The fraction behind a whole number: "10 1/2", "2½". */
    private Optional<Numeral> mixed(int i) {
        if (!tokens.isNumber(i)) {
            return Optional.empty();
        }
        boolean character = tokens.end(i) - tokens.start(i) == 1
                && !Character.isDigit(tokens.lower(i).charAt(0));
        if (character) {
            return tokens.value(i).map(value -> new Numeral(i, i + 1, value, Numeral.Form.FRACTION, ONE));
        }
        return slashed(i);
    }

    /** "1/4": a slash between two whole numbers that make a common fraction; "9/11" and "24/7" do not. */
    private Optional<Numeral> slashed(int i) {
        if (!tokens.isSymbol(i + 1, "/⁄")
                || !tokens.glued(i + 1)
                || !tokens.glued(i + 2)
                || (tokens.isSymbol(i + 3, "/") && tokens.glued(i + 3))) {
            return Optional.empty();
        }
        Optional<BigDecimal> above = tokens.value(i);
        Optional<BigDecimal> below = tokens.value(i + 2);
        if (above.isEmpty()
                || below.isEmpty()
                || below.get().signum() == 0
                || !commonDenominator(below.get())
                || above.get().compareTo(below.get()) >= 0) {
            return Optional.empty();
        }
        BigDecimal value = divide(above.get(), below.get());
        return Optional.of(new Numeral(i, i + 3, value, Numeral.Form.FRACTION, ONE));
    }

    private static boolean commonDenominator(BigDecimal value) {
        return isWhole(value)
                && (value.compareTo(TEN) < 0 || value.compareTo(new BigDecimal(16)) == 0 || value.compareTo(TEN) == 0);
    }

    /** Takes the scale words that follow, "and a half" behind them, and "and a half" before them. */
    private Numeral scaled(int from, int end, BigDecimal number, Numeral.Form form) {
        BigDecimal value = number;
        int to = end;
        Optional<Numeral> half = andFraction(to);
        if (half.isPresent() && scaleAt(half.get().to()).isPresent()) {
            value = value.add(half.get().value());
            to = half.get().to();
        }
        BigDecimal scale = ONE;
        for (Optional<BigDecimal> next = scaleAt(to); next.isPresent(); next = scaleAt(to)) {
            scale = scale.multiply(next.get());
            to = tokens.joins(to) ? to + 2 : to + 1;
            to = tokens.isSymbol(to, ".") && tokens.glued(to) && lexicon.has("dotted", tokens.lower(to - 1))
                    ? to + 1
                    : to;
        }
        value = value.multiply(scale);
        half = andFraction(to);
        if (half.isPresent()
                && scale.compareTo(ONE) > 0
                && !lexicon.has("ordinal-noun", tokens.lower(half.get().to()))) {
            value = value.add(half.get().value().multiply(scale));
            to = half.get().to();
        }
        return new Numeral(from, to, Quantity.plain(value), form, scale);
    }

    /** The scale word at a token, or behind the hyphen there. */
    private Optional<BigDecimal> scaleAt(int at) {
        int i = tokens.joins(at) ? at + 1 : at;
        String word = tokens.lower(i);
        Optional<BigDecimal> scale = lexicon.number("scale", word);
        if (scale.isPresent()) {
            return scale;
        }
        Optional<BigDecimal> ofMoney =
                lexicon.number("money-scale", word).filter(letters -> tokens.isNumber(i - 1) && isMoneyBehind(i + 1));
        if (ofMoney.isPresent()) {
            return ofMoney;
        }
        if (i == at && tokens.glued(i) && tokens.isNumber(i - 1)) {
            return lexicon.number("glued-scale", word).filter(thousandOrMore -> isScaleLetter(i));
        }
        return lexicon.number("hundred", word).or(() -> lexicon.number("dozen", word));
    }

    /** "150 M€", "52,3 Md d'euros": letters that multiply what is money alone. */
    private boolean isMoneyBehind(int at) {
        int money = lexicon.has("linker", tokens.lower(at)) ? at + 1 : at;
        return tokens.isSymbol(money, "$€£¥")
                || lexicon.currencyWord(tokens, money).isPresent()
                || lexicon.isCurrencyCode(tokens.written(money));
    }

    /** "10k" and "$3m" are scaled; "3m" alone is three metres, and "5G", "4K" are names. */
    private boolean isScaleLetter(int i) {
        boolean run = lexicon.has("run", tokens.lower(i + 1));
        boolean thousand = tokens.is(i, "k") && !run && (tokens.written(i).equals("k") || countsThings(i));
        return thousand || hasCurrency(i);
    }

    /** "24K masks"; "4K screens" and "a 10K race" are something else. */
    private boolean countsThings(int letter) {
        String things = tokens.lower(letter + 1);
        return tokens.written(letter - 1).length() > 1
                && !tokens.capital(letter + 1)
                && things.length() > 3
                && things.endsWith("s");
    }

    private boolean hasCurrency(int letter) {
        if (lexicon.currencyWord(tokens, letter + 1).isPresent()
                || lexicon.isCurrencyCode(tokens.written(letter + 1))) {
            return true;
        }
        int before = letter - 2;
        return tokens.isSymbol(before, "$€£₩¥₹￦￥＄₽₺₪₴₫฿₱₦")
                || lexicon.isCurrencyCode(tokens.written(before))
                || lexicon.currencySign(tokens, before, country).isPresent()
                || (tokens.isSymbol(before, "-–—")
                        && tokens.isNumber(before - 1)
                        && tokens.isSymbol(before - 2, "$€£₩¥₹"));
    }

    /** "and a half", "and three quarters". */
    private Optional<Numeral> andFraction(int i) {
        if (!lexicon.has("and", tokens.lower(i))) {
            return Optional.empty();
        }
        if (lexicon.has("half-of", tokens.lower(i + 1))) {
            return Optional.of(new Numeral(i, i + 2, HALF, Numeral.Form.FRACTION, ONE));
        }
        if (lexicon.has("a", tokens.lower(i + 1))) {
            return denominator(i + 2)
                    .map(parts -> new Numeral(i, i + 3, divide(ONE, parts), Numeral.Form.FRACTION, ONE));
        }
        Optional<BigDecimal> above = lexicon.number("number", tokens.lower(i + 1));
        int below = tokens.joins(i + 2) ? i + 3 : i + 2;
        return above.flatMap(number -> denominator(below)
                .map(parts -> new Numeral(i, below + 1, divide(number, parts), Numeral.Form.FRACTION, ONE)));
    }

    private Optional<BigDecimal> denominator(int i) {
        return lexicon.number("denominator", tokens.lower(i));
    }

    /** "Thousands of", "tens of millions of". */
    private Optional<Numeral> magnitude(int i) {
        Optional<BigDecimal> tens = lexicon.number("tens", tokens.lower(i));
        Optional<BigDecimal> many = lexicon.number("many", tokens.lower(i));
        boolean first = i == 0
                || (!tokens.isNumber(i - 1)
                        && lexicon.number("number", tokens.lower(i - 1)).isEmpty());
        if (!first || !lexicon.has("of", tokens.lower(i + 1))) {
            return Optional.empty();
        }
        Optional<BigDecimal> of = lexicon.number("many", tokens.lower(i + 2));
        if (tens.isPresent() && of.isPresent() && lexicon.has("of", tokens.lower(i + 3))) {
            return Optional.of(new Numeral(i, i + 3, tens.get().multiply(of.get()), Numeral.Form.MAGNITUDE, ONE));
        }
        return many.map(value -> new Numeral(i, i + 1, value, Numeral.Form.MAGNITUDE, ONE));
    }

    /** "A million", "a dozen", "a third of", "half" with the article "a half". */
    private Optional<Numeral> article(int i) {
        if (!lexicon.has("a", tokens.lower(i))) {
            return Optional.empty();
        }
        Optional<BigDecimal> scale = scaleAt(i + 1);
        if (scale.isPresent()
                && !tokens.joins(i + 1)
                && lexicon.number("many", tokens.lower(i + 1)).isEmpty()) {
            Numeral numeral = scaled(i, i + 1, ONE, Numeral.Form.WORDS);
            Optional<Numeral> part = partsOf(numeral);
            if (part.isPresent()) {
                return part;
            }
            boolean hundred = lexicon.number("hundred", tokens.lower(i + 1)).isPresent();
            return Optional.of(hundred ? continued(i, numeral) : numeral);
        }
        Optional<Numeral> ofScale = fractionOfOne(i);
        if (ofScale.isPresent()) {
            return ofScale;
        }
        Optional<Numeral> ordinal = compoundOrdinal(i + 1);
        int to = ordinal.map(Numeral::to).orElse(i + 2);
        boolean ends = !tokens.isWord(to) && !tokens.joins(to);
        boolean size = lexicon.has("by", tokens.lower(hedgeStart(i) - 1)) && lexicon.has("stop", tokens.lower(to));
        boolean compared = lexicon.has("particle", tokens.lower(to)) && lexicon.has("than", tokens.lower(to + 1));
        boolean part = (ends || size || compared || lexicon.has("of", tokens.lower(to)))
                && (!tokens.capital(i + 1) || lexicon.language().equals("de"));
        return ordinal.map(Numeral::value)
                .or(() -> denominator(i + 1))
                .filter(parts -> part)
                .map(parts -> new Numeral(i, to, divide(ONE, parts), Numeral.Form.FRACTION, ONE));
    }

    private int hedgeStart(int i) {
        return lexicon.hedgeBefore(tokens, i).map(Phrases.Match::from).orElse(i);
    }

    /** "A quarter of a million". */
    private Optional<Numeral> fractionOfOne(int i) {
        return denominator(i + 1).flatMap(parts -> ofOne(i, i + 2, divide(ONE, parts)));
    }

    /** "Of a million" behind a part that ends at {@code to}. */
    private Optional<Numeral> ofOne(int from, int to, BigDecimal part) {
        boolean ofOne = lexicon.has("of", tokens.lower(to)) && lexicon.has("a", tokens.lower(to + 1));
        return ofOne ? partOfScale(from, to + 2, part) : Optional.empty();
    }

    /** The scale word at a token, of which the words from {@code from} say a part. */
    private Optional<Numeral> partOfScale(int from, int at, BigDecimal part) {
        return lexicon.number("scale", tokens.lower(at))
                .map(scale ->
                        new Numeral(from, at + 1, Quantity.plain(scale.multiply(part)), Numeral.Form.WORDS, scale));
    }

    /** "A hundred thousand trillionths": so many parts of one, in the plural. */
    private Optional<Numeral> partsOf(Numeral count) {
        return denominator(count.to())
                .filter(parts -> tokens.lower(count.to()).endsWith("s"))
                .map(parts -> new Numeral(
                        count.from(), count.to() + 1, divide(count.value(), parts), Numeral.Form.FRACTION, ONE));
    }

    /** "Twenty-first", "thirty fifths": an ordinal of two words, as a number. */
    private Optional<Numeral> compoundOrdinal(int i) {
        int unitAt = behindHyphen(i + 1);
        Optional<BigDecimal> unit = lexicon.number("ordinal-unit", tokens.lower(unitAt));
        return lexicon.number("number", tokens.lower(i))
                .filter(NumeralReader::isTens)
                .flatMap(tens ->
                        unit.map(digit -> new Numeral(i, unitAt + 1, tens.add(digit), Numeral.Form.WORDS, ONE)));
    }

    private static boolean isTens(BigDecimal value) {
        return value.compareTo(new BigDecimal(20)) >= 0 && value.compareTo(HUNDRED) < 0;
    }

    /** "A hundred and six": the words behind the article's hundred. */
    private Numeral continued(int from, Numeral hundred) {
        int next = lexicon.has("and", tokens.lower(hundred.to())) ? hundred.to() + 1 : hundred.to();
        return below(next, 0)
                .map(rest -> new Numeral(
                        from, rest.to(), hundred.value().add(rest.value()), Numeral.Form.WORDS, hundred.scale()))
                .orElse(hundred);
    }

    /** "Half a million", "half million", "quarter million". */
    private Optional<Numeral> fractionOfScale(int i) {
        Optional<BigDecimal> parts = denominator(i).filter(value -> value.compareTo(new BigDecimal(4)) <= 0);
        if (parts.isEmpty() || lexicon.has("ordinal", tokens.lower(i))) {
            return Optional.empty();
        }
        int at = lexicon.has("a", tokens.lower(i + 1)) ? i + 2 : i + 1;
        Optional<BigDecimal> scale =
                lexicon.number("scale", tokens.lower(at)).or(() -> lexicon.number("dozen", tokens.lower(at)));
        return scale.filter(value -> parts.get().compareTo(new BigDecimal(3)) != 0)
                .map(value ->
                        new Numeral(i, at + 1, Quantity.plain(divide(value, parts.get())), Numeral.Form.WORDS, value));
    }

    /** "Eine halbe Million", "un demi-million", "medio millón". */
    private Optional<Numeral> halfOfScale(int i) {
        int half = lexicon.has("a", tokens.lower(i)) ? i + 1 : i;
        int at = behindHyphen(half + 1);
        return lexicon.has("half-of", tokens.lower(half)) ? partOfScale(i, at, HALF) : Optional.empty();
    }

    /** "Half of", "half the", "by half": a half of something; "the first half" is none. */
    private Optional<Numeral> half(int i) {
        boolean half = denominator(i)
                .filter(parts -> parts.compareTo(new BigDecimal(2)) == 0)
                .isPresent();
        boolean ofSomething = lexicon.has("of", tokens.lower(i + 1)) || lexicon.has("determiner", tokens.lower(i + 1));
        boolean by = lexicon.has("by", tokens.lower(hedgeStart(i) - 1));
        if (!half
                || !(ofSomething || by)
                || tokens.joins(i - 1)
                || tokens.joins(i + 1)
                || lexicon.has("half-before", tokens.lower(i - 1))) {
            return Optional.empty();
        }
        return Optional.of(new Numeral(i, i + 1, HALF, Numeral.Form.FRACTION, ONE));
    }

    /** Numbers in words: "twenty-one trillion and three hundred", "five point five", "two-thirds", "one hundred and three and two thirds". */
    private Optional<Numeral> words(int from) {
        Optional<Numeral> whole = whole(from);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        Numeral number = whole.get();
        Optional<Numeral> compound = compoundParts(number);
        if (compound.isPresent()) {
            return compound;
        }
        boolean ends = number.value().compareTo(ONE) == 0 && !tokens.isWord(number.to() + 2);
        boolean spacedHyphen = tokens.isSymbol(number.to(), "-")
                && (ends || tokens.lower(number.to() + 1).endsWith("s"));
        int next = spacedHyphen ? number.to() + 1 : behindHyphen(number.to());
        Optional<BigDecimal> parts = denominator(next).filter(value -> isDenominator(number, next, value));
        if (parts.isPresent()) {
            BigDecimal part = divide(number.value(), parts.get());
            return Optional.of(ofOne(from, next + 1, part)
                    .orElseGet(() -> new Numeral(from, next + 1, part, Numeral.Form.FRACTION, ONE)));
        }
        if (lexicon.has("point", tokens.lower(number.to())) && !number.scaled()) {
            return Optional.of(decimals(number));
        }
        if (!number.scaled()) {
            Optional<Numeral> half = andFraction(number.to());
            if (half.isPresent()) {
                BigDecimal value = number.value().add(half.get().value());
                return Optional.of(scaled(from, half.get().to(), value, Numeral.Form.WORDS));
            }
        }
        return whole;
    }

    /**
     * "Three twenty-firsts", "twenty twenty-fifths", "one hundred thirty fifths": parts of one, named by an ordinal of two words. The tens of the
     * ordinal may have been read as the end of the count.
     */
    private Optional<Numeral> compoundParts(Numeral count) {
        Optional<Numeral> behind = compoundOrdinal(behindHyphen(count.to()));
        if (behind.isPresent()) {
            return behind.filter(parts -> isPlural(parts) && !count.scaled())
                    .map(parts -> parts(count, count.value(), parts));
        }
        int last = count.to() - 1;
        boolean hundreds = lexicon.number("hundred", tokens.lower(last - 1)).isPresent();
        return compoundOrdinal(last)
                .filter(parts -> hundreds && isPlural(parts))
                .flatMap(parts -> lexicon.number("number", tokens.lower(last))
                        .map(tens -> parts(count, count.value().subtract(tens), parts)));
    }

    private boolean isPlural(Numeral ordinal) {
        return tokens.lower(ordinal.to() - 1).endsWith("s");
    }

    private static Numeral parts(Numeral count, BigDecimal above, Numeral below) {
        return new Numeral(count.from(), below.to(), divide(above, below.value()), Numeral.Form.FRACTION, ONE);
    }

    /** "Three fifths" and "one fifth" are parts; in "one second" and "two seconds" time is meant, in "three quarters of 2019" as well. */
    private boolean isDenominator(Numeral number, int at, BigDecimal parts) {
        boolean plural = tokens.lower(at).endsWith("s") || tokens.is(at, "halves");
        boolean one = number.value().compareTo(ONE) == 0;
        boolean quarter =
                parts.compareTo(new BigDecimal(4)) == 0 && tokens.lower(at).startsWith("quarter");
        boolean ofTime = quarter
                && !tokens.joins(number.to())
                && !lexicon.has("of", tokens.lower(at + 1))
                && !lexicon.has("scale", tokens.lower(at + 1));
        return !lexicon.language().equals("en") || ((plural || one) && !number.scaled() && !ofTime);
    }

    private Numeral decimals(Numeral whole) {
        StringBuilder digits = new StringBuilder(whole.value().toPlainString()).append('.');
        int at = whole.to() + 1;
        int digitsRead = 0;
        for (Optional<Numeral> part = below(at, 1);
                part.isPresent() && digitsRead < DECIMALS_MAX;
                part = below(at, 1)) {
            digits.append(part.get().value().toPlainString());
            digitsRead++;
            at = part.get().to();
        }
        return digitsRead == 0
                ? whole
                : scaled(whole.from(), at, new BigDecimal(digits.toString()), Numeral.Form.WORDS);
    }

    /** A whole number in words; each scale word is smaller than the one before, or multiplies it. */
    private Optional<Numeral> whole(int from) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal scale = ONE;
        int at = from;
        int to = from;
        while (at - from < TOKENS_MAX) {
            Optional<Numeral> part = below(at, 0);
            if (part.isEmpty()) {
                break;
            }
            BigDecimal value = part.get().value();
            to = part.get().to();
            BigDecimal partScale = ONE;
            for (Optional<BigDecimal> next = bigScale(to); next.isPresent(); next = bigScale(to)) {
                partScale = partScale.multiply(next.get());
                to = tokens.joins(to) ? to + 2 : to + 1;
            }
            total = total.add(value.multiply(partScale));
            scale = scale.max(partScale);
            int next = lexicon.has("and", tokens.lower(to)) ? to + 1 : to;
            // "Two thousand and five" goes on; "two million, and five others" and "five and six" do not.
            if (partScale.compareTo(ONE) == 0
                    || below(next, 0).filter(rest -> scaleBehind(rest)).isEmpty()) {
                break;
            }
            at = next;
        }
        return to == from ? Optional.empty() : Optional.of(new Numeral(from, to, total, Numeral.Form.WORDS, scale));
    }

    /** Whether what follows a scale word continues the number: a part without scale word, or with a smaller one, is taken as such. */
    private boolean scaleBehind(Numeral rest) {
        return tokens.isWord(rest.from());
    }

    private Optional<BigDecimal> bigScale(int at) {
        int i = tokens.joins(at) ? at + 1 : at;
        return lexicon.number("scale", tokens.lower(i)).or(() -> lexicon.number("dozen", tokens.lower(i)));
    }

    /** A number below a thousand in words, "two hundred and fifty-four"; {@code depth} keeps "hundred" from being read twice. */
    private Optional<Numeral> below(int from, int depth) {
        Optional<BigDecimal> first = lexicon.number("number", tokens.lower(from));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = first.get();
        int to = from + 1;
        boolean isTens = isTens(value);
        int unitAt = tokens.joins(to) ? to + 1 : to;
        Optional<BigDecimal> unit = lexicon.number("number", tokens.lower(unitAt))
                .filter(digit -> digit.compareTo(TEN) < 0 && digit.signum() > 0);
        if (isTens && unit.isPresent() && !lexicon.has("denominator", tokens.lower(unitAt))) {
            value = value.add(unit.get());
            to = unitAt + 1;
        }
        int hundredAt = tokens.joins(to) ? to + 1 : to;
        Optional<BigDecimal> hundred = lexicon.number("hundred", tokens.lower(hundredAt));
        if (depth > 0 || hundred.isEmpty()) {
            return Optional.of(new Numeral(from, to, value, Numeral.Form.WORDS, ONE));
        }
        value = value.multiply(HUNDRED);
        to = hundredAt + 1;
        boolean and = lexicon.has("and", tokens.lower(to));
        Optional<Numeral> more = below(and ? to + 1 : behindHyphen(to), 1);
        // "A hundred and two thirds" adds a fraction, "a hundred two thirds" is one.
        boolean fraction = and
                && more.filter(rest -> denominator(behindHyphen(rest.to())).isPresent())
                        .isPresent();
        if (more.isPresent() && !fraction) {
            return Optional.of(
                    new Numeral(from, more.get().to(), value.add(more.get().value()), Numeral.Form.WORDS, ONE));
        }
        return Optional.of(new Numeral(from, to, value, Numeral.Form.WORDS, ONE));
    }

    private int behindHyphen(int at) {
        return tokens.joins(at) ? at + 1 : at;
    }

    static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal divide(BigDecimal above, BigDecimal below) {
        return Quantity.plain(above.divide(below, MathContext.DECIMAL64));
    }
}
