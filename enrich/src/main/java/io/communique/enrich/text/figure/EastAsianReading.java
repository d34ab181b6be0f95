package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Comparator;
import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Figure.Measure;
import io.communique.contract.release.Period;
import io.communique.enrich.text.AnnotationInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One text's figures in Korean or Japanese, which count in myriads (만, 億) and put a counter behind the number. Goes over characters, as
 * words are not parted or carry particles. Used once, by one thread.
 */
final class EastAsianReading {
    /** How far around a number its sentence is looked at, in characters; bounds the work. */
    private static final int REACH = 60;

    private static final int CHANGE_REACH = 16;

    /** The rules of dates that are counted from what the text tells of. */
    private static final Set<String> BEFORE = Set.of("period-before", "same-period", "year-before");

    /** The rule of a number of tenths, 割. */
    private static final String TENTHS = "tenths";

    private static final int LABEL_MAX = 30;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** How far behind a number the one is looked for that it came to. */
    private static final int REACHED_MAX = 12;

    /** "늘어난", "줄어든", "오른": a verb before its noun. */
    private static final String VERB_ENDS = "난든린른던";

    /** Dates of a sentence that are looked at. */
    private static final int DATES_MAX = 8;

    private static final BigDecimal YEAR_MIN = new BigDecimal(1500);
    private static final BigDecimal YEAR_MAX = new BigDecimal(2100);

    private final String text;
    private final EastAsianLexicon lexicon;
    private final Optional<String> country;
    private final List<DateMention> dates;
    private final Tables tables;

    EastAsianReading(AnnotationInput input, List<DateMention> dates, EastAsianLexicon lexicon) {
        this.lexicon = lexicon;
        this.dates = dates;
        text = input.text();
        country = input.publisherCountry();
        tables = new Tables(text, input.blocks());
    }

    /** A number: from its first character, sign of currency included, to one past its last. */
    private record Amount(int start, int end, BigDecimal value, Optional<String> currency, boolean approximate) {
        Amount times(BigDecimal factor) {
            return new Amount(start, end, Quantity.plain(value.multiply(factor)), currency, approximate);
        }
    }

    /** What stands behind a number and where it ends. */
    private record Reading(int end, Kind kind, Optional<String> unit, Optional<Unit> measured, String rule) {}

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        int at = 0;
        int date = 0;
        while (at < text.length()) {
            Optional<Amount> number = numberAt(at);
            if (number.isEmpty()) {
                at++;
                continue;
            }
            Optional<Figure> before =
                    figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
            Optional<Figure> figure = figure(number.get(), date, before);
            while (date < dates.size() && dates.get(date).end() <= number.get().start()) {
                date++;
            }
            figure.ifPresent(figures::add);
            at = figure.map(Figure::end).orElse(number.get().end());
        }
        return figures;
    }

    // ---- numbers

    private Optional<Amount> numberAt(int start) {
        char c = text.charAt(start);
        if (Character.isDigit(c)) {
            return partOfWord(start) ? Optional.of(skipped(start)) : digits(start, start, Optional.empty());
        }
        Optional<EastAsianLexicon.Match<String>> sign = lexicon.sign(text, start);
        if (sign.isPresent()) {
            int digits = skipSpace(sign.get().end());
            boolean number = digits < text.length() && Character.isDigit(text.charAt(digits)) && !isLatin(start - 1);
            return number ? digits(start, digits, lexicon.currency(sign.get().meaning(), country)) : Optional.empty();
        }
        return lexicon.isNumeral(c) ? spelled(start) : Optional.empty();
    }

    /** Digits that letters, a slash or the like run up to: "G20", "2017/5". */
    private boolean partOfWord(int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        if (before == ':') {
            // "10:30", but "事業費:150億円".
            return start > 1 && Character.isDigit(text.charAt(start - 2));
        }
        return isLatin(start - 1)
                || Character.isDigit(before)
                || ("-‑_/@#=.,'’+№".indexOf(before) >= 0
                        && start > 1
                        && !Character.isWhitespace(text.charAt(start - 2)));
    }

    private Amount skipped(int start) {
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return new Amount(start, end, BigDecimal.ZERO, Optional.of(""), false);
    }

    /** "3조 2천억", "1,530만", "12.5": each part in digits with its scale; parts go down. */
    private Optional<Amount> digits(int start, int from, Optional<String> currency) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal smallest = null;
        int at = from;
        int end = from;
        boolean approximate = false;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            NumberFormat.Read read = lexicon.format().read(text, at, false);
            if (read.value() == null) {
                return Optional.of(new Amount(start, read.end(), BigDecimal.ZERO, Optional.of(""), false));
            }
            Scale scale = scale(read.end());
            BigDecimal factor = scale.factor();
            if (smallest != null && factor.compareTo(smallest) >= 0) {
                break;
            }
            total = total.add(read.value().multiply(factor));
            end = scale.end();
            approximate |= scale.approximate();
            if (factor.compareTo(BigDecimal.ONE) == 0) {
                break;
            }
            smallest = factor;
            at = skipSpace(end);
        }
        return Optional.of(new Amount(start, end, Quantity.plain(total), currency, approximate));
    }

    private record Scale(int end, BigDecimal factor, boolean approximate) {}

    /** 천, 만, 천만, 백억 and so on behind digits; 여 inside makes it approximate ("100여만"). */
    private Scale scale(int start) {
        BigDecimal factor = BigDecimal.ONE;
        boolean approximate = false;
        int end = start;
        int at = skipSpace(start);
        for (Optional<BigDecimal> digit = lexicon.digit(text, at); digit.isPresent(); digit = lexicon.digit(text, at)) {
            factor = factor.multiply(digit.get());
            at++;
            end = at;
        }
        Optional<BigDecimal> myriad = lexicon.myriad(text, at);
        if (myriad.isPresent()) {
            factor = factor.multiply(myriad.get());
            end = at + 1;
        }
        int inner = lexicon.inner(text, end);
        if (inner > end) {
            approximate = true;
            end = inner;
            Optional<BigDecimal> behind = lexicon.myriad(text, end);
            if (behind.isPresent()) {
                factor = factor.multiply(behind.get());
                end++;
            }
        }
        return new Scale(end, factor, approximate);
    }

    /** "세 차례", "二百万人", "삼천만 원": a number without digits; only before a counter. */
    private Optional<Amount> spelled(int start) {
        if (start > 0
                && Character.isLetter(text.charAt(start - 1))
                && !lexicon.language().equals("ja")) {
            return Optional.empty();
        }
        Optional<EastAsianLexicon.Match<BigDecimal>> numeral = lexicon.numeral(text, start);
        boolean parted = lexicon.language().equals("ja")
                || numeral.filter(match -> skipSpace(match.end()) > match.end()).isPresent();
        return numeral.filter(match -> parted)
                .map(match -> new Amount(start, match.end(), match.meaning(), Optional.empty(), false))
                .filter(number -> reading(number)
                        .filter(found -> found.kind() == Kind.COUNT
                                || found.kind() == Kind.RATIO
                                || found.rule().equals(TENTHS)
                                || number.value().compareTo(BigDecimal.TEN) > 0)
                        .isPresent());
    }

    // ---- figures

    /** "4분의 3", "4分の3": so many parts of a whole. */
    private Optional<Figure> partOf(Amount whole) {
        int at = lexicon.partOfEnd(text, whole.end());
        Optional<Amount> part = at < 0 || at >= text.length() || !Character.isDigit(text.charAt(at))
                ? Optional.empty()
                : digits(at, at, Optional.empty());
        return part.filter(number -> number.value().compareTo(whole.value()) < 0
                        && number.value().signum() > 0)
                .map(number -> figure(
                        new Amount(
                                whole.start(),
                                number.end(),
                                Quantity.plain(number.value().divide(whole.value(), MathContext.DECIMAL64)),
                                Optional.empty(),
                                whole.approximate()),
                        Optional.empty(),
                        new Reading(number.end(), Kind.RATIO, Optional.empty(), Optional.empty(), "fraction"),
                        Optional.empty(),
                        wholeOf(lexicon.hedgeStart(text, whole.start()))));
    }

    private Optional<Figure> figure(Amount written, int date, Optional<Figure> before) {
        if (written.currency().equals(Optional.of("")) || lexicon.rejectedBefore(text, written.start())) {
            return Optional.empty();
        }
        Optional<Figure> part = partOf(written);
        if (part.isPresent()) {
            return part;
        }
        Optional<Amount> upper = rangeEnd(written);
        Optional<Reading> reading = reading(upper.orElse(written));
        BigDecimal factor =
                reading.filter(found -> found.rule().equals(TENTHS)).isPresent() ? BigDecimal.TEN : BigDecimal.ONE;
        Amount number = written.times(factor);
        Optional<Amount> high = upper.map(amount -> amount.times(factor));
        if (reading.isEmpty()
                || lexicon.isPer(text, reading.get().end())
                || isYear(number, reading.get())
                || isDate(number, date, reading.get())) {
            return Optional.empty();
        }
        Optional<Figure> ratio = high.isPresent() ? Optional.empty() : ratio(number, reading.get());
        if (ratio.isPresent()) {
            return ratio;
        }
        Reading said = perUnit(reading.get(), number.start());
        Optional<String> whole =
                before.filter(from -> isOutOf(from, number.start(), said)).flatMap(Figure::about);
        return Optional.of(
                figure(number, high, said, before.filter(from -> isWhence(from, number.start(), said)), whole));
    }

    /** "공공기관 327곳 중 41곳": whether the figure right before is the whole of which this one is a part. */
    private boolean isOutOf(Figure before, int start, Reading reading) {
        return lexicon.outOfEnd(text, before.end()) == start && before.unit().equals(reading.unit());
    }

    /** "국민 10명 중 7명", "어린이 5명 중 1명": so much of a whole. Of any other number of people some are simply counted. */
    private Optional<Figure> ratio(Amount whole, Reading counted) {
        int at = counted.kind() == Kind.COUNT ? lexicon.outOfEnd(text, counted.end()) : -1;
        Optional<Amount> part = at < 0 || at >= text.length() || !Character.isDigit(text.charAt(at))
                ? Optional.empty()
                : digits(at, at, Optional.empty());
        Optional<Reading> same =
                part.flatMap(this::reading).filter(reading -> reading.unit().equals(counted.unit()));
        boolean round =
                whole.value().compareTo(BigDecimal.TEN) == 0 || whole.value().compareTo(HUNDRED) == 0;
        boolean one = part.filter(number -> number.value().compareTo(BigDecimal.ONE) == 0)
                        .isPresent()
                && (whole.value().compareTo(BigDecimal.TEN) <= 0
                        || lexicon.language().equals("ja"));
        boolean said = same.isPresent()
                && part.isPresent()
                && (round || one)
                && part.get().value().compareTo(whole.value()) < 0;
        if (!said) {
            return Optional.empty();
        }
        Amount share = new Amount(
                whole.start(),
                part.get().end(),
                Quantity.plain(part.get().value().divide(whole.value(), MathContext.DECIMAL64)),
                Optional.empty(),
                whole.approximate());
        Reading reading = new Reading(same.get().end(), Kind.RATIO, counted.unit(), Optional.empty(), "ratio");
        return Optional.of(figure(share, Optional.empty(), reading, Optional.empty(), Optional.empty()));
    }

    /** "시간당 9,860원", "1人当たり10万円": a rate, what it is counted by stands before it. */
    private Reading perUnit(Reading reading, int start) {
        Optional<String> per = lexicon.per(text, start);
        boolean counts =
                reading.kind() == Kind.MONEY || reading.kind() == Kind.COUNT || reading.kind() == Kind.QUANTITY;
        return per.filter(name -> counts && reading.unit().isPresent())
                .map(name -> new Reading(
                        reading.end(),
                        Kind.RATE,
                        reading.unit().map(unit -> unit + " per " + name),
                        Optional.empty(),
                        "rate"))
                .orElse(reading);
    }

    /** "9,860원에서 10,030원으로": whether the figure right before is what this one comes from. */
    private boolean isWhence(Figure before, int start, Reading reading) {
        int whence = lexicon.whenceEnd(text, before.end());
        return whence > before.end()
                && skipSpace(whence) == start
                && before.kind() == reading.kind()
                && before.unit().equals(reading.unit())
                && lexicon.isLevel(text, reading.end());
    }

    private boolean isYear(Amount number, Reading reading) {
        boolean fourDigits = number.end() - number.start() == 4;
        return reading.unit().isEmpty()
                && fourDigits
                && number.value().compareTo(YEAR_MIN) >= 0
                && number.value().compareTo(YEAR_MAX) <= 0;
    }

    private boolean isDate(Amount number, int from, Reading reading) {
        boolean duration = reading.kind() == Kind.DURATION;
        if (reading.kind() != Kind.COUNT && !duration) {
            return false;
        }
        int i = from;
        while (i < dates.size() && dates.get(i).end() <= number.start()) {
            i++;
        }
        if (i == dates.size()) {
            return false;
        }
        DateMention date = dates.get(i);
        return duration ? date.start() <= number.start() && date.end() >= reading.end() : date.start() < reading.end();
    }

    private Optional<Amount> rangeEnd(Amount low) {
        int joint = lexicon.rangeEnd(text, skipUnit(low));
        if (joint < 0) {
            return Optional.empty();
        }
        int at = skipSpace(joint);
        if (at >= text.length() || !Character.isDigit(text.charAt(at))) {
            return Optional.empty();
        }
        Optional<Amount> high = digits(low.start(), at, low.currency());
        // "1.50%에서 1.75%로": from the one to the other.
        boolean reached = lexicon.whenceEnd(text, skipUnit(low)) == joint
                && high.flatMap(this::reading)
                        .filter(found -> lexicon.isLevel(text, found.end()))
                        .isPresent();
        return reached
                ? Optional.empty()
                : high.filter(number -> scaledLike(low, number).compareTo(number.value()) < 0
                        && reading(number).isPresent());
    }

    /** "3%~5%": the unit of the lower number is passed over. */
    private int skipUnit(Amount low) {
        return low.end() < text.length() && "%％".indexOf(text.charAt(low.end())) >= 0 ? low.end() + 1 : low.end();
    }

    /** "3~5만": the lower number takes the scale of the higher. */
    private static BigDecimal scaledLike(Amount low, Amount high) {
        BigDecimal value = low.value();
        BigDecimal scale = BigDecimal.ONE;
        for (BigDecimal next = new BigDecimal(10000);
                next.compareTo(high.value()) <= 0;
                next = next.multiply(new BigDecimal(10000))) {
            scale = next;
        }
        boolean unscaled = value.compareTo(new BigDecimal(10000)) < 0
                && value.compareTo(high.value().divide(scale)) < 0;
        return unscaled && scale.compareTo(BigDecimal.ONE) > 0 ? value.multiply(scale) : value;
    }

    /** @param whole what the number is of if it says nothing of it itself */
    private Figure figure(
            Amount low, Optional<Amount> high, Reading reading, Optional<Figure> whence, Optional<String> whole) {
        int start = low.start();
        int end = reading.end();
        boolean range = high.isPresent();
        Optional<Hedge> before = lexicon.hedgeBefore(text, start);
        Optional<Hedge> after = lexicon.hedgeAfter(text, end);
        boolean approximate = low.approximate()
                || before.equals(Optional.of(Hedge.APPROXIMATELY))
                || after.equals(Optional.of(Hedge.APPROXIMATELY));
        Optional<Comparator> comparator = before.flatMap(Hedge::comparator).or(() -> after.flatMap(Hedge::comparator));
        Optional<BigDecimal> value = range ? Optional.empty() : Optional.of(low.value());
        boolean level = reading.kind() != Kind.RATIO && lexicon.isLevel(text, end);
        // "13億円を上回る" says what it is more than.
        boolean exceeded = after.flatMap(Hedge::comparator).isPresent() && lexicon.isObjectParticle(text.charAt(end));
        Optional<Direction> change = reading.kind() == Kind.DURATION || level || exceeded
                ? Optional.empty()
                : change(end)
                        .or(() -> lexicon.isComparedBefore(text, start)
                                ? lexicon.difference(text, behindBrackets(end))
                                : Optional.empty());
        Optional<Period> timesOf = reading.kind() == Kind.RATIO ? timesOf(start) : Optional.empty();
        Optional<Measure> measure = reading.measured().flatMap(unit -> unit.measure(value));
        return new Figure(
                text.substring(start, end),
                reading.kind(),
                value,
                reading.unit(),
                range ? high.map(number -> scaledLike(low, number)) : Optional.empty(),
                high.map(Amount::value),
                approximate,
                comparator,
                change,
                measured(reading, start, end)
                        .or(() -> whence.flatMap(Figure::about))
                        .or(() -> whole),
                reading.kind() == Kind.DURATION || timesOf.isPresent() ? Optional.empty() : period(start),
                timesOf.or(() -> change.isPresent() ? comparedWith(start) : Optional.empty()),
                start,
                end,
                Optional.of(range ? reading.rule() + "-range" : reading.rule()),
                whence.flatMap(Figure::value),
                measure,
                tables.cell(start));
    }

    private Optional<Reading> reading(Amount number) {
        if (number.currency().isPresent()) {
            return Optional.of(new Reading(number.end(), Kind.MONEY, number.currency(), Optional.empty(), "money"));
        }
        int at = skipSpace(number.end());
        Optional<EastAsianLexicon.Match<String>> counter = lexicon.counter(text, at);
        Optional<EastAsianLexicon.Match<String>> currency = lexicon.currencyWord(text, at);
        Optional<EastAsianLexicon.Match<Unit>> unit = lexicon.unit(text, at);
        int rejected = lexicon.rejectedBehind(text, at);
        int longest = Math.max(
                counter.map(EastAsianLexicon.Match::end).orElse(0),
                Math.max(
                        currency.map(EastAsianLexicon.Match::end).orElse(0),
                        unit.map(EastAsianLexicon.Match::end).orElse(0)));
        if (rejected > longest) {
            return Optional.empty();
        }
        if (currency.isPresent() && currency.get().end() == longest) {
            return Optional.of(new Reading(
                    longest,
                    Kind.MONEY,
                    lexicon.currency(currency.get().meaning(), country),
                    Optional.empty(),
                    "money-word"));
        }
        if (unit.isPresent() && unit.get().end() == longest) {
            Unit measured = unit.get().meaning();
            Optional<EastAsianLexicon.Match<Unit>> per = longest < text.length() && text.charAt(longest) == '/'
                    ? lexicon.unit(text, longest + 1)
                    : Optional.empty();
            if (per.isPresent() && measured.kind() == Kind.QUANTITY) {
                // "35㎍/㎥".
                String rate = measured.name() + " per " + per.get().meaning().name();
                return Optional.of(
                        new Reading(per.get().end(), Kind.RATE, Optional.of(rate), Optional.empty(), "rate"));
            }
            return Optional.of(
                    new Reading(longest, measured.kind(), Optional.of(measured.name()), Optional.of(measured), "unit"));
        }
        int tenths = lexicon.tenthsEnd(text, at);
        if (tenths > at) {
            return Optional.of(new Reading(tenths, Kind.PERCENT, Optional.of("%"), Optional.empty(), TENTHS));
        }
        if (counter.isPresent()) {
            return Optional.of(new Reading(
                    longest, Kind.COUNT, Optional.of(text.substring(at, longest)), Optional.empty(), "counter"));
        }
        return lexicon.ratio(text, at)
                .map(end -> new Reading(end, Kind.RATIO, Optional.empty(), Optional.empty(), "multiple"));
    }

    // ---- what stands around

    /** The word of change close behind, before another number comes. */
    private Optional<Direction> change(int end) {
        // "820원(10.9%) 인상".
        int from = behindBrackets(end);
        int limit = Math.min(text.length(), from + CHANGE_REACH);
        for (int at = from; at < limit && !isBoundary(at) && !Character.isDigit(text.charAt(at)); at++) {
            Optional<Direction> direction = lexicon.direction(text, at);
            if (direction.isPresent()) {
                return direction;
            }
        }
        return Optional.empty();
    }

    private Optional<String> measured(Reading reading, int start, int end) {
        Optional<String> label = label(start).or(() -> bracketed(start));
        if (label.isPresent()) {
            return label;
        }
        return switch (reading.kind()) {
            case COUNT ->
                ofCounter(reading)
                        .or(() -> behind(end))
                        .or(() -> counted(start))
                        .or(() -> isSaidOf(end) ? about(start) : Optional.empty())
                        .or(() -> isLevelOfChange(reading, end)
                                ? about(start).filter(lexicon::endsInQuantity)
                                : Optional.empty());
            case MONEY ->
                labelled(lexicon.hedgeStart(text, start))
                        .or(() -> behind(end)
                                .filter(noun -> !(lexicon.isBalance(noun)
                                        && about(start).isPresent())))
                        .or(() -> spentOn(start, end))
                        .or(() -> object(start, end))
                        // Who spends a sum is not what it measures.
                        .or(() -> lexicon.isSpent(text, end) ? Optional.empty() : about(start));
            case RATE ->
                (lexicon.sizeOfEnd(text, end) > end ? behind(end) : Optional.<String>empty())
                        .or(() -> object(start, end))
                        .or(() -> about(lexicon.perStart(text, start)))
                        .or(() -> about(start));
            case RATIO ->
                reading.unit().isPresent()
                        ? wholeOf(start).or(() -> counted(start))
                        : object(start, end).or(() -> about(start));
            case DURATION -> isSaidOf(end) ? object(start, end).or(() -> about(start)) : Optional.empty();
            case PERCENT ->
                wholeOf(lexicon.hedgeStart(text, start))
                        .or(() -> object(start, end))
                        .or(() -> about(start))
                        .or(() -> aboutAhead(end));
            default -> object(start, end).or(() -> about(start));
        };
    }

    /** "총사업비 : 150억 원", "参加者数:300人": what stands before a colon. */
    private Optional<String> label(int start) {
        int colon = beforeSpaces(start) - 1;
        if (colon < 0 || ":：".indexOf(text.charAt(colon)) < 0) {
            return Optional.empty();
        }
        int end = beforeSpaces(colon);
        int from = end;
        while (from > 0 && end - from <= LABEL_MAX && isOfLabel(text.charAt(from - 1))) {
            from--;
        }
        while (from < end && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        String label = text.substring(from, end);
        return label.length() >= 2 && end - from <= LABEL_MAX ? Optional.of(label) : Optional.empty();
    }

    /** "반도체(44.5%)": the noun before the bracket. */
    private Optional<String> bracketed(int start) {
        int bracket = start - 1;
        if (bracket < 1 || "(（".indexOf(text.charAt(bracket)) < 0) {
            return Optional.empty();
        }
        int from = wordStart(bracket, Math.max(0, bracket - REACH));
        int before = beforeSpaces(from) - 1;
        boolean unit = before >= 0
                && (Character.isDigit(text.charAt(before))
                        || lexicon.myriad(text, before).isPresent());
        String noun = text.substring(from, bracket);
        return noun.length() >= 2 && !unit && !isDated(from, start) && !lexicon.endsInParticle(noun)
                ? Optional.of(noun)
                : Optional.empty();
    }

    /** "응답자의 73.5%", "回答者の73.5%": of what it is a part. */
    private Optional<String> wholeOf(int start) {
        int end = start - lexicon.genitive().length();
        if (end < 2 || !text.startsWith(lexicon.genitive(), end)) {
            return Optional.empty();
        }
        int from = wordStart(end, Math.max(0, end - REACH));
        String noun = text.substring(from, end);
        return noun.length() >= 2 && !isDated(from, start) && !lexicon.isModifier(noun) && !lexicon.isTime(noun)
                ? Optional.of(noun)
                : Optional.empty();
    }

    /** "30개 기업": the counter names what is counted. */
    private static Optional<String> ofCounter(Reading reading) {
        return reading.unit().filter(unit -> unit.indexOf(' ') > 0).map(unit -> unit.substring(unit.indexOf(' ') + 1));
    }

    /** "1,200명의 기업인이", "20万人の雇用": what is counted stands behind. */
    private Optional<String> behind(int end) {
        int size = lexicon.sizeOfEnd(text, end);
        if (size == end && !text.startsWith(lexicon.genitive(), end)) {
            return Optional.empty();
        }
        int from = skipSpace(size > end ? size : end + lexicon.genitive().length());
        int to = from;
        while (to < text.length() && to - from <= LABEL_MAX && isNounCharacter(text.charAt(to))) {
            to++;
        }
        String word = text.substring(from, to);
        boolean particle = word.length() > 2
                && !lexicon.endsInNoun(word)
                && (lexicon.isSubjectParticle(word.charAt(word.length() - 1))
                        || lexicon.isObjectParticle(word.charAt(word.length() - 1)));
        String noun = particle ? word.substring(0, word.length() - 1) : word;
        return noun.length() >= 2 ? Optional.of(noun) : Optional.empty();
    }

    private static boolean isOfLabel(char c) {
        return Character.isLetter(c) || c == ' ' || c == '·' || c == 'ㆍ' || c == '・';
    }

    private int beforeSpaces(int end) {
        int at = end;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    /** "관광객은 150만 명으로 늘었다", "訪日客数は300万人となった": the number is said of the subject. */
    private boolean isSaidOf(int end) {
        boolean exceeded = lexicon.hedgeAfter(text, end).isPresent() && lexicon.isObjectParticle(text.charAt(end));
        return exceeded || change(end).isPresent() || lexicon.isSaid(text, behindBrackets(end));
    }

    /** "보급 대수는 2020년 13만 대에서 2025년 82만 대로": either of two levels, or the only one. */
    private boolean isLevelOfChange(Reading reading, int end) {
        if (lexicon.isLevel(text, end)) {
            return true;
        }
        int whence = lexicon.whenceEnd(text, end);
        int limit = Math.min(text.length(), whence + REACHED_MAX);
        for (int at = whence; whence > end && at < limit && !isBoundary(at); at++) {
            Optional<Reading> reached = numberAt(at)
                    .flatMap(number ->
                            reading(number).filter(found -> found.unit().equals(reading.unit())));
            if (reached.isPresent()) {
                return lexicon.isLevel(text, reached.get().end());
            }
        }
        return false;
    }

    /** "1,500명(사망 300명)이었다": returns where the sentence goes on behind what is in brackets; the place itself if nothing is. */
    private int behindBrackets(int end) {
        if (end >= text.length() || "(（".indexOf(text.charAt(end)) < 0) {
            return end;
        }
        int limit = Math.min(text.length(), end + REACH);
        for (int at = end; at < limit && !isBoundary(at); at++) {
            if (")）".indexOf(text.charAt(at)) >= 0) {
                return at + 1;
            }
        }
        return end;
    }

    /** "시설 개선에 50억 원을 투입", "耐震化に50億円を投じる": what the sum is spent on stands right before it. */
    private Optional<String> spentOn(int start, int end) {
        int at = start > 0 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
        boolean spent = at > 0 && lexicon.isPurpose(text.charAt(at)) && lexicon.isSpent(text, end);
        if (!spent || datesBefore(start).stream().anyMatch(date -> date.end() >= at)) {
            return Optional.empty();
        }
        int limit = Math.max(0, start - REACH);
        int from = wordStart(at, limit);
        String noun = whole(text.substring(from, at), from, limit);
        return noun.length() >= 2 ? Optional.of(noun) : Optional.empty();
    }

    /** "사업비 30억 원": the noun right before a sum says what it is. */
    private Optional<String> labelled(int start) {
        int end = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
        int from = wordStart(end, Math.max(0, start - REACH));
        String noun = text.substring(from, end);
        boolean parted = end < start || lexicon.language().equals("ja");
        boolean plain = parted
                && isPlain(noun, from, start)
                && !lexicon.isComparedBefore(text, end)
                && !lexicon.endsInParticle(noun)
                && VERB_ENDS.indexOf(noun.charAt(noun.length() - 1)) < 0;
        return plain ? Optional.of(noun) : Optional.empty();
    }

    /** What a counter counts: the noun right before it ("해양경찰관 2명"), or the subject if that is right before. */
    private Optional<String> counted(int start) {
        int end = lexicon.language().equals("ja") ? lexicon.hedgeStart(text, start) : start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int from = wordStart(end, Math.max(0, start - REACH));
        if (end - from == 1 && lexicon.isAnimal(text.substring(from, end))) {
            return Optional.of(text.substring(from, end));
        }
        if (end - from < 2) {
            return lexicon.language().equals("ja")
                    ? about(start).filter(noun -> text.startsWith(noun, Math.max(0, start - noun.length() - 1)))
                    : Optional.empty();
        }
        boolean subject =
                lexicon.isSubjectParticle(text.charAt(end - 1)) && !lexicon.endsInNoun(text.substring(from, end));
        String noun = text.substring(from, subject ? end - 1 : end);
        if (subject && lexicon.isShortNoun(noun)) {
            return about(start);
        }
        boolean plain = noun.length() >= 2 && !lexicon.endsInParticle(noun) && !lexicon.isModifier(noun);
        return plain ? Optional.of(noun) : Optional.empty();
    }

    /** "최저임금을 1만 320원으로 인상", "예산을 3조 원으로 편성": what is raised, cut or set to this. */
    private Optional<String> object(int start, int end) {
        boolean raised = false;
        int reach = Math.min(text.length(), end + CHANGE_REACH);
        for (int at = end; at < reach && !raised && !isBoundary(at); at++) {
            raised = lexicon.isRaised(text, at);
        }
        int limit = Math.max(0, start - REACH);
        for (int at = start - 1; at > limit && !isBoundary(at); at--) {
            boolean wordEnds = lexicon.language().equals("ja") || text.charAt(at + 1) == ' ';
            if (wordEnds && lexicon.isSubjectParticle(text.charAt(at))) {
                return Optional.empty();
            }
            if (wordEnds
                    && lexicon.isObjectParticle(text.charAt(at))
                    && (raised || !lexicon.isNoObject(text, at + 1))) {
                int from = wordStart(at, limit);
                String noun = whole(text.substring(from, at), from, limit);
                return noun.length() >= 2 ? Optional.of(noun) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The topic or subject of the sentence before the number: the word that carries its particle, without it. */
    private Optional<String> about(int start) {
        int limit = Math.max(0, start - REACH);
        for (int at = start - 1; at > limit && !isBoundary(at); at--) {
            boolean wordEnds = lexicon.language().equals("ja")
                    || (at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)));
            if (wordEnds && lexicon.isSubjectParticle(text.charAt(at))) {
                int nounEnd = beforeBrackets(at, limit);
                int from = wordStart(nounEnd, limit);
                String word = text.substring(from, nounEnd) + text.charAt(at);
                if (lexicon.endsInNoun(word)) {
                    if (text.substring(at + 1, start).isBlank()) {
                        return Optional.of(word);
                    }
                    continue;
                }
                String noun = whole(text.substring(from, nounEnd), from, limit);
                int begin = from;
                boolean date =
                        datesBefore(start).stream().anyMatch(found -> found.start() <= begin && found.end() > begin);
                if (noun.length() < 2 || date) {
                    // "같은" ends like a subject, and "今年は" says when.
                    continue;
                }
                return lexicon.endsInParticle(noun) ? Optional.empty() : Optional.of(noun);
            }
        }
        return Optional.empty();
    }

    /** "3.6％増えた輸出額は", "25.4% 늘어난 수출은": the subject that a verb of change stands before. */
    private Optional<String> aboutAhead(int end) {
        if (change(end).isEmpty()) {
            return Optional.empty();
        }
        int limit = Math.min(text.length(), end + REACH);
        for (int at = end + 1; at < limit && !isBoundary(at) && "、,".indexOf(text.charAt(at)) < 0; at++) {
            boolean wordEnds = lexicon.language().equals("ja")
                    || (at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)));
            int from = wordStart(at, end);
            if (wordEnds && lexicon.isSubjectParticle(text.charAt(at)) && at - from >= 2) {
                return Optional.of(text.substring(from, at));
            }
        }
        return Optional.empty();
    }

    /** "고용률(15~64세)은": the noun ends before the bracket. */
    private int beforeBrackets(int end, int limit) {
        boolean closed = end > 0 && ")）".indexOf(text.charAt(end - 1)) >= 0;
        int open = closed ? Math.max(text.lastIndexOf('(', end - 1), text.lastIndexOf('（', end - 1)) : -1;
        return open > limit ? open : end;
    }

    /** "취업자 수", "반도체 수출": a noun with the one before it, if that carries no particle and is no date. */
    private String whole(String noun, int from, int limit) {
        if (lexicon.language().equals("ja") || from <= limit || text.charAt(from - 1) != ' ') {
            return noun;
        }
        int before = wordStart(from - 1, limit);
        String word = text.substring(before, from - 1);
        boolean asked = lexicon.isShortNoun(noun) || isPlain(word, before, from);
        boolean joined = !word.isEmpty() && !lexicon.endsInParticle(word) && asked;
        return joined ? word + " " + noun : noun;
    }

    /** Whether a word is a noun without a particle of a subject and no part of a date; {@code behind} is where what follows it begins. */
    private boolean isPlain(String word, int from, int behind) {
        return word.length() >= 2
                && (from == 0
                        || lexicon.language().equals("ja")
                        || Character.isWhitespace(text.charAt(from - 1))
                        || "(（,".indexOf(text.charAt(from - 1)) >= 0)
                && !lexicon.isModifier(word)
                && !lexicon.isSubjectParticle(word.charAt(word.length() - 1))
                && !isDated(from, behind);
    }

    private int wordStart(int end, int limit) {
        int from = end;
        while (from > limit && isNounCharacter(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Japanese nouns are written in kanji or katakana; Korean words are parted by spaces. */
    private boolean isNounCharacter(char c) {
        boolean hiragana = Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA;
        return Character.isLetter(c) && !(lexicon.language().equals("ja") && hiragana);
    }

    /** The nearest date before the number that is not what it is measured against. */
    private Optional<Period> period(int start) {
        return datesBefore(start).stream()
                .filter(date -> !isBaseline(date))
                .map(date -> new Period(date.from(), date.to()))
                .findFirst();
    }

    /** "전년 대비", "전년 동월 대비": the year before, or this month of it. */
    private Optional<Period> comparedWith(int start) {
        return datesBefore(start).stream()
                .filter(this::isBaseline)
                .findFirst()
                .map(date -> lexicon.isSamePart(text, date.end())
                        ? period(start)
                                .map(now -> now.movedTo(now.to().getYear() - 1))
                                .orElse(new Period(date.from(), date.to()))
                        : new Period(date.from(), date.to()));
    }

    /** "작년의 두 배": the date right before. */
    private Optional<Period> timesOf(int start) {
        return datesBefore(start).stream()
                .filter(date -> lexicon.isTimesOf(text, date.end(), start))
                .findFirst()
                .map(date -> new Period(date.from(), date.to()));
    }

    private boolean isBaseline(DateMention date) {
        int end = behindBrackets(date.end());
        // "前月から0.02ポイント低下": from the time before, it is a comparison.
        boolean before = date.rule().filter(BEFORE::contains).isPresent() && lexicon.whenceEnd(text, end) > end;
        return before || lexicon.comparedEnd(text, end) > end;
    }

    /** The dates of the same sentence before the number, the nearest first; where it is found by bisection. */
    private List<DateMention> datesBefore(int start) {
        int low = 0;
        int high = dates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dates.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<DateMention> before = new ArrayList<>();
        for (int i = low - 1; i >= 0 && before.size() < DATES_MAX; i--) {
            int end = dates.get(i).end();
            if (end > start || start - end > REACH || hasBoundary(end, start)) {
                break;
            }
            if (!isEndOfSpan(i)) {
                before.add(dates.get(i));
            }
        }
        return before;
    }

    /** Whether a date is an end of the span that is listed one or two places before it. */
    private boolean isEndOfSpan(int date) {
        return IntStream.range(Math.max(0, date - 2), date)
                .anyMatch(i -> dates.get(i).end() >= dates.get(date).end());
    }

    /** Whether a date goes on beyond {@code from}, in what stands before {@code to}. */
    private boolean isDated(int from, int to) {
        return datesBefore(to).stream().anyMatch(date -> date.end() > from);
    }

    private boolean hasBoundary(int from, int to) {
        for (int at = from; at < to; at++) {
            if (isBoundary(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBoundary(int at) {
        char c = text.charAt(at);
        boolean stop = c == '.' && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
        return c == '\n' || c == '。' || c == '?' || c == '!' || c == ';' || stop;
    }

    private int skipSpace(int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0') ? at + 1 : at;
    }

    private boolean isLatin(int at) {
        if (at < 0) {
            return false;
        }
        char c = text.charAt(at);
        return c < 0x250 && Character.isLetter(c);
    }
}
