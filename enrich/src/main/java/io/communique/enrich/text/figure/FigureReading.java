package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Period;
import io.communique.enrich.text.AnnotationInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One text's figures in a language that parts words by spaces. Used once, by one thread. */
final class FigureReading {
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    /** Numbers that are told together seldom lie further apart than by this factor. */
    private static final BigDecimal ALIKE = BigDecimal.TEN;

    private static final int BASELINE_DISTANCE_MAX = 14;
    private static final int SUBJECT_DISTANCE_MAX = 10;
    private static final int SIZE_DISTANCE_MAX = 4;
    /** The rule of a number whose unit stands with another one. */
    static final String ELLIPSIS = "ellipsis";

    /** The rule of a number that counts some of those that the next number counts. */
    private static final String PART = "part";

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final List<DateMention> dates;
    private final QuantityReader reader;
    private final Traps traps;
    private final Hedges hedges;
    private final Changes changes;
    private final DatePlaces places;
    private final Measured measured;
    private final Periods periods;
    private final Tables tables;
    private int nextDate;
    /** One past the last number that a label numbers, "Articles 5": a number joined to it by "and" is numbered as well. */
    private int labelledTo = -1;

    FigureReading(AnnotationInput input, List<DateMention> dates, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.dates = dates;
        tokens = Tokens.of(input.text(), lexicon.format());
        reader = new QuantityReader(tokens, lexicon, input.publisherCountry());
        traps = new Traps(tokens, lexicon);
        hedges = new Hedges(tokens, lexicon);
        places = new DatePlaces(tokens, dates);
        changes = new Changes(tokens, lexicon, places);
        measured = new Measured(tokens, lexicon, places);
        periods = new Periods(tokens, lexicon, dates);
        tables = new Tables(input.text(), input.blocks());
    }

    /** A quantity that is a figure, with what stands around it. */
    private record Found(Quantity q, Hedges.Found hedge, Optional<Direction> change, Optional<String> about) {
        Found times(BigDecimal scale) {
            return new Found(q.times(scale), hedge, change, about);
        }

        Found inUnitOf(Found other) {
            return new Found(q.inUnitOf(other.q()), hedge, change, about);
        }
    }

    List<Figure> figures() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Quantity> quantity = reader.at(at);
            if (quantity.isEmpty()) {
                at++;
                continue;
            }
            Quantity q = quantity.get();
            Hedges.Found hedge = hedges.around(q);
            Optional<Quantity> whole = elided(q, hedge, found)
                    .or(() -> ofWhich(quantity.get(), hedge, found))
                    .or(() -> partOf(quantity.get()));
            boolean figure = whole.isPresent() ? isFigure(whole.get(), hedge) : isFigure(q, hedge);
            q = whole.orElse(q);
            figure |= isOtherOfUnitless(q, hedge, found) || isSizeAgain(q, hedge, found);
            if (figure) {
                found.add(describe(q, hedge, found));
            }
            at = figure || tokens.isWord(at) ? Math.max(at + 1, q.to()) : at + 1;
        }
        return withBaselines(inOneScale(found));
    }

    /**
     * "35 boats in May and 40 in June", "three men died and two were hurt", "50 votes to 12": the second number is of what the first is.
     */
    private Optional<Quantity> elided(Quantity q, Hedges.Found hedge, List<Found> found) {
        int before = hedge.from() - 1;
        boolean alone = q.kind() == Kind.COUNT && q.unit().isEmpty();
        if (found.isEmpty() || !alone) {
            return Optional.empty();
        }
        Quantity first = found.get(found.size() - 1).q();
        if (tokens.isSymbol(first.to(), ")")) {
            return Optional.empty();
        }
        boolean joins = tokens.isSymbol(before, ",(") || lexicon.has("ellipsis-before", tokens.lower(before));
        boolean goesOn =
                joins && (lexicon.has("ellipsis-next", tokens.lower(q.to())) || isDone(q.to()) || isDifference(q.to()));
        boolean against = first.kind() == Kind.COUNT && before == first.to() && lexicon.has("to", tokens.lower(before));
        boolean compared = first.kind() == Kind.COUNT
                && !lexicon.has("from", tokens.lower(before))
                && lexicon.phraseBefore("compared", tokens, hedge.from()).isPresent();
        if (!goesOn && !against && !compared && !isOfWhole(first, q)) {
            return Optional.empty();
        }
        boolean comparable = first.unit().isPresent()
                && first.kind() != Kind.DURATION
                && first.kind() != Kind.RATE
                && first.kind() != Kind.RATIO
                && !first.attributive();
        boolean near = tokens.sentence(first.from()) == tokens.sentence(q.from())
                && q.from() - first.to() <= BASELINE_DISTANCE_MAX;
        return comparable && near && !traps.isCalendarOrName(q)
                ? Optional.of(q.inUnitOf(first).byRule(ELLIPSIS))
                : Optional.empty();
    }

    /** "Von den 1200 Teilnehmenden kamen 640 aus dem Ausland": of the whole that the sentence begins with. */
    private boolean isOfWhole(Quantity whole, Quantity q) {
        Optional<Phrases.Match<String>> of = lexicon.phraseBefore("out-of-before", tokens, whole.from());
        return whole.kind() == Kind.COUNT
                && of.filter(words -> tokens.startsSentence(words.from())).isPresent()
                && q.low().compareTo(whole.low()) <= 0
                && !tokens.isWord(q.from())
                && !tokens.joins(q.to());
    }

    /** "1,2 milliard d'euros, dont 400 millions": so much of the sum. */
    private Optional<Quantity> ofWhich(Quantity q, Hedges.Found hedge, List<Found> found) {
        boolean scaled = q.kind() == Kind.COUNT
                && q.unit().isEmpty()
                && reader.scale(q).compareTo(BigDecimal.ONE) > 0
                && lexicon.has("of-which", tokens.lower(hedge.from() - 1));
        return scaled
                ? found.stream()
                        .map(Found::q)
                        .filter(sum -> sum.kind() == Kind.MONEY)
                        .filter(sum -> tokens.sentence(sum.from()) == tokens.sentence(q.from()))
                        .reduce((first, last) -> last)
                        .map(q::inUnitOf)
                : Optional.empty();
    }

    /** "Seventeen of the 27 states", "ten of 14 provinces": both numbers count the same, and the second one follows. */
    private Optional<Quantity> partOf(Quantity q) {
        boolean part = q.kind() == Kind.COUNT && q.unit().isEmpty() && lexicon.has("of", tokens.lower(q.to()));
        if (!part) {
            return Optional.empty();
        }
        return whole(q).filter(all -> all.kind() == Kind.COUNT && all.unit().isPresent() && !all.attributive())
                .filter(all -> all.low().compareTo(q.low()) >= 0 && isFigure(all, hedges.around(all)))
                .map(all -> q.inUnitOf(all).byRule(PART));
    }

    /** What the second number counts. */
    private Optional<Quantity> whole(Quantity part) {
        int at = lexicon.has("determiner", tokens.lower(part.to() + 1)) ? part.to() + 2 : part.to() + 1;
        return reader.at(at);
    }

    /** "And 140 injured", "and 58 rejected": a participle says what became of them. */
    private boolean isDone(int at) {
        return lexicon.language().equals("en")
                && tokens.isWord(at)
                && tokens.lower(at).endsWith("ed");
    }

    /** "312 fewer than in 2022", "312 de moins qu'en 2022". */
    private boolean isDifference(int behind) {
        int at = lexicon.has("linker", tokens.lower(behind)) ? behind + 1 : behind;
        return lexicon.has("particle", tokens.lower(at)) && lexicon.has("than", tokens.lower(at + 1));
    }

    // ---- what is a figure

    private boolean isFigure(Quantity q, Hedges.Found hedge) {
        if (traps.isPartOfSomething(q) || isLabelled(q) || isDate(q)) {
            return false;
        }
        int start = tokens.start(q.from());
        if (tables.contains(start) && tables.isCell(start, tokens.end(q.to() - 1))) {
            return !q.unit().isEmpty() || tokens.isNumber(q.to() - 1);
        }
        if (traps.isCalendarOrName(q)) {
            return false;
        }
        return q.unit().isPresent() || q.kind() == Kind.MONEY || isMeantAlone(q, hedge);
    }

    private boolean isLabelled(Quantity q) {
        boolean joined = labelledTo >= 0 && q.kind() == Kind.COUNT && isJoined(labelledTo, q.from());
        if (joined || traps.isLabelled(q)) {
            labelledTo = numberEnd(q);
            return true;
        }
        return false;
    }

    private int numberEnd(Quantity q) {
        int to = q.from() + 1;
        while (to < q.to() && !tokens.isWord(to)) {
            to++;
        }
        return to;
    }

    private boolean isJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isSymbol(i, ",-–—/&") && !lexicon.has("label-next", tokens.lower(i))) {
                return false;
            }
        }
        return to > from && to - from <= 3;
    }

    /**
     * Whether a date takes the number in: a count by a part of it, a duration whole ("over the past six months" says when, and measures
     * nothing). What else has a unit of its own stays a figure ("$2018").
     */
    private boolean isDate(Quantity q) {
        boolean duration = q.kind() == Kind.DURATION;
        if (q.unit().isPresent() && q.kind() != Kind.COUNT && !duration) {
            return false;
        }
        while (nextDate < dates.size() && dates.get(nextDate).end() <= tokens.start(q.from())) {
            nextDate++;
        }
        if (nextDate == dates.size()) {
            return false;
        }
        DateMention date = dates.get(nextDate);
        int end = tokens.end(q.to() - 1);
        return duration ? date.start() <= tokens.start(q.from()) && date.end() >= end : date.start() < end;
    }

    /** A number without unit is a figure where the text treats it as one: hedged, written as a large one, or as what something rose to. */
    private boolean isMeantAlone(Quantity q, Hedges.Found hedge) {
        if (q.kind() == Kind.RATIO) {
            return isPart(q, hedge);
        }
        int before = hedge.from() - 1;
        if (q.isRange() || (hedge.any() && !hedge.weak())) {
            return true;
        }
        boolean words = tokens.isWord(q.from());
        boolean scaled = lexicon.has("scale", tokens.lower(q.to() - 1)) || (tokens.isWord(q.to() - 1) && !words);
        if (scaled) {
            return true;
        }
        boolean large = !words && isLarge(tokens.lower(q.from()), q.low()) && !isModel(q);
        return large
                || isStartOfSpan(q, before)
                || (!words && (isLevel(before) || isPredicate(q, before) || isOfIndex(before)));
    }

    /** "Von 12 auf 8 Wochen", "from 12 to 15 per cent": the unit stands with the second number. */
    private boolean isStartOfSpan(Quantity q, int before) {
        boolean between = lexicon.has("to", tokens.lower(q.to())) || lexicon.has("up-to-level", tokens.lower(q.to()));
        return between
                && lexicon.has("from", tokens.lower(before))
                && reader.at(q.to() + 1)
                        .filter(end -> end.unit().isPresent() && !end.isRange() && end.kind() != Kind.COUNT)
                        .isPresent();
    }

    /** "The index stood at 104.5 in April": an index has no unit. */
    private boolean isOfIndex(int before) {
        boolean said = lexicon.has("be", tokens.lower(before))
                || (lexicon.has("level-to", tokens.lower(before))
                        && lexicon.has("level-verb", tokens.lower(before - 1)));
        return said && lexicon.isBefore("index", tokens, before, SUBJECT_DISTANCE_MAX);
    }

    /** "Compared with 103.9 in March": measured against a number that has no unit either. */
    private boolean isOtherOfUnitless(Quantity q, Hedges.Found hedge, List<Found> found) {
        if (found.isEmpty() || q.kind() != Kind.COUNT || q.unit().isPresent()) {
            return false;
        }
        Quantity first = found.get(found.size() - 1).q();
        return first.unit().isEmpty()
                && sameMeasure(first, q)
                && !traps.isCalendarOrName(q)
                && !isDate(q)
                && lexicon.phraseBefore("compared", tokens, hedge.from()).isPresent();
    }

    /** "Fell 1.2 %, or 5.39": how far an index moved, which has no unit. */
    private boolean isSizeAgain(Quantity q, Hedges.Found hedge, List<Found> found) {
        if (found.isEmpty() || q.kind() != Kind.COUNT || q.unit().isPresent() || !tokens.isNumber(q.to() - 1)) {
            return false;
        }
        Found first = found.get(found.size() - 1);
        return first.q().kind() == Kind.PERCENT
                && first.change().isPresent()
                && isRestated(first.q(), hedge.from())
                && lexicon.has("or", tokens.lower(hedge.from() - 1))
                && tokens.isSymbol(q.to(), ",.;");
    }

    /** "Turnout was 61.": the number is all that is said. */
    private boolean isPredicate(Quantity q, int before) {
        return lexicon.has("be", tokens.lower(before))
                && tokens.isNumber(q.to() - 1)
                && !tokens.isWord(q.to())
                && !tokens.glued(q.from())
                && tokens.isSymbol(q.to(), ".,;!");
    }

    /** "An 80486 machine", "its 60200 pump": a number in one run of digits between an article and what it is the name of. */
    private boolean isModel(Quantity q) {
        String before = tokens.lower(q.from() - 1);
        boolean run = q.to() - q.from() == 1 && tokens.lower(q.from()).chars().allMatch(Character::isDigit);
        return run
                && tokens.isWord(q.to())
                && !lexicon.has("stop", tokens.lower(q.to()))
                && (lexicon.has("a", before) || lexicon.has("determiner", before));
    }

    /** Grouped thousands, or so many digits that they are neither a year nor the number of a thing in a list; more are an identifier. */
    private static boolean isLarge(String written, BigDecimal value) {
        boolean grouped = written.length() > 4 && !written.chars().allMatch(Character::isDigit);
        return value.compareTo(THOUSAND) >= 0 && (grouped || (written.length() >= 5 && written.length() <= 9));
    }

    private boolean isLevel(int before) {
        String word = tokens.lower(before);
        if (lexicon.has("number-verb", word) || traps.isCalled(before)) {
            return true;
        }
        return (lexicon.has("level-to", word) && changeBefore(before))
                || (lexicon.direction("verb", word).isPresent() && !lexicon.has("transitive", word));
    }

    private boolean changeBefore(int from) {
        for (int at = from - 1; at > from - 9 && at >= 0 && tokens.sentence(at) == tokens.sentence(from); at--) {
            String word = tokens.lower(at);
            if (lexicon.direction("verb", word).isPresent()
                    || lexicon.direction("change-noun", word).isPresent()
                    || lexicon.has("number-verb", word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPart(Quantity q, Hedges.Found hedge) {
        if (!q.rule().startsWith("fraction")) {
            return true;
        }
        int to = q.to();
        return hedge.any()
                || lexicon.has("of", tokens.lower(to))
                || lexicon.has("determiner", tokens.lower(to))
                || lexicon.has("by", tokens.lower(q.from() - 1))
                || (to - q.from() > 1 && tokens.isWord(q.from()));
    }

    // ---- what stands around it

    private Found describe(Quantity q, Hedges.Found own, List<Found> before) {
        Optional<Found> last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        Optional<Found> previous =
                last.filter(found -> tokens.sentence(found.q().from()) == tokens.sentence(q.from()));
        Optional<Found> restated =
                previous.filter(found -> isRestated(found.q(), own.from()) || isSizeRestated(found, q, own.from()));
        Hedges.Found hedge = restated.filter(found -> !own.any())
                .map(found -> own.boundedLike(found.hedge()))
                .orElse(own);
        Optional<Found> series = previous.filter(found -> isSeries(found.q(), q, own.from()));
        Optional<Direction> change = changes.of(q, own.from())
                .or(() -> restated.or(() -> previous.filter(found -> isAnotherSize(found, q, own.from())))
                        .or(() -> series)
                        .flatMap(Found::change));
        Optional<String> about = measured.of(
                q.rule().equals(PART) ? whole(q).orElse(q) : q,
                own.from(),
                change,
                previous.filter(found -> found.change().isPresent())
                        .filter(found -> measured.isOneClause(found.q().to(), own.from()))
                        .flatMap(Found::about));
        // "1.1 million calls, 9 % more than in May" speaks of one thing.
        boolean difference = isDifference(q.to()) && isAside(own.from());
        Optional<Found> same = isTrailing(own.from()) || isTrailing(q, own.from(), change) || difference
                ? previous
                : restated.or(() -> previous.filter(found -> isReached(found, q, own.from())));
        Optional<Found> span = previous.filter(found -> isSpan(found.hedge().from(), own.from()));
        // "Raised the duty to 40 % from 20 %" too.
        boolean ofThem = isOfThem(q, own.from());
        Optional<String> shared = previous.filter(found -> difference || ofThem)
                .flatMap(Found::about)
                .or(() -> previous.filter(found -> isOtherEnd(found.q(), own.from()))
                        .filter(found -> found.q().kind() == q.kind() && isOfOneUnit(found.q(), q))
                        .flatMap(Found::about))
                .or(() -> previous.filter(found -> q.rule().equals(ELLIPSIS)).flatMap(Found::about))
                .or(() -> restated.filter(found -> isSum(found.q()) && isSum(q)).flatMap(Found::about))
                .or(() -> previous.filter(found -> isSum(found.q()) && isTrailing(own.from()))
                        .flatMap(Found::about))
                .or(() -> previous.flatMap(found -> measured.inTurn(q, own.from(), found.q(), found.about())));
        return new Found(
                q,
                hedge,
                change,
                shared.or(() -> about)
                        .or(() -> same.or(() -> span)
                                .or(() -> series)
                                .or(() -> previous.filter(found -> isAnotherSize(found, q, own.from())))
                                .flatMap(Found::about)));
    }

    /** "45,000 pilots, of whom 62 % are women", "96 % of them": of those that were counted before. */
    private boolean isOfThem(Quantity q, int from) {
        boolean share = q.kind() == Kind.PERCENT || q.kind() == Kind.RATIO;
        boolean behind = lexicon.has("of", tokens.lower(q.to()))
                && lexicon.has("those-counted", tokens.lower(q.to() + 1))
                && !tokens.isWord(q.to() + 2) == tokens.is(q.to() + 1, "those");
        boolean before = lexicon.has("of-which", tokens.lower(from - 1))
                && (lexicon.has("of", tokens.lower(from - 2)) || tokens.isSymbol(from - 2, ","));
        return share && (before || behind);
    }

    /** "2.4 million visitors, a 15 % jump from 2022". */
    private boolean isTrailing(Quantity q, int from, Optional<Direction> change) {
        return change.isPresent()
                && lexicon.has("trailing-a", tokens.lower(from - 1))
                && tokens.isSymbol(from - 2, ",")
                && lexicon.direction("noun", tokens.lower(q.to())).isPresent();
    }

    /** "Traffic was up by 5 %, reaching 7.9 million". */
    private boolean isReached(Found previous, Quantity q, int from) {
        boolean alike = previous.q().kind() != Kind.COUNT || q.kind() == Kind.COUNT;
        return alike && lexicon.has("level-participle", tokens.lower(from - 1)) && tokens.isSymbol(from - 2, ",");
    }

    /** A sum, or so much for each: "$3 million, or 40 cents a share". */
    private boolean isSum(Quantity q) {
        boolean minor = q.unit().filter(unit -> lexicon.has("minor-unit", unit)).isPresent();
        return q.kind() == Kind.MONEY || q.kind() == Kind.RATE || minor;
    }

    /** "Reached $2 billion, up 12 percent", "$2 billion, an increase of 12 percent". */
    private boolean isTrailing(int from) {
        boolean particle = lexicon.has("particle-verb", tokens.lower(from - 1)) && tokens.isSymbol(from - 2, ",");
        return particle
                || lexicon.phraseBefore("trailing", tokens, from)
                        .filter(words -> tokens.isSymbol(words.from() - 1, ",(–—"))
                        .isPresent();
    }

    /** ", 9 % more", ", un 9 % más", ", soit 9 % de plus": behind a comma. */
    private boolean isAside(int from) {
        String before = tokens.lower(from - 1);
        boolean led = lexicon.has("a", before) || lexicon.has("by", before) || lexicon.has("restating", before);
        int at = led ? from - 1 : from;
        return tokens.isSymbol(at - 1, ",");
    }

    /** "Rose by 1 % in May and 3 % in June". */
    private boolean isAnotherSize(Found first, Quantity q, int from) {
        boolean sizes = q.kind() == Kind.PERCENT || q.kind() == Kind.PERCENTAGE_POINT;
        return sizes
                && q.kind() == first.q().kind()
                && from - first.q().to() <= BASELINE_DISTANCE_MAX
                && lexicon.has("and", tokens.lower(lexicon.has("by", tokens.lower(from - 1)) ? from - 2 : from - 1))
                && !lexicon.has("of", tokens.lower(q.to()));
    }

    /** "By 2 % as of 2025, 20 % as of 2035 and 80 % as of 2050": nothing but dates stands between. */
    private boolean isSeries(Quantity first, Quantity q, int from) {
        boolean alike = q.kind() == first.kind() && q.unit().equals(first.unit()) && q.kind() != Kind.COUNT;
        return alike
                && from - first.to() > 2
                && from - first.to() <= BASELINE_DISTANCE_MAX
                && IntStream.range(first.to(), from).anyMatch(places::has)
                && IntStream.range(first.to(), from).allMatch(this::isBetweenDates);
    }

    private boolean isBetweenDates(int at) {
        String word = tokens.lower(at);
        return places.has(at)
                || tokens.isSymbol(at, ",")
                || lexicon.has("and", word)
                || lexicon.has("period-in", word)
                || lexicon.has("period-as", word)
                || lexicon.has("of", word);
    }

    /** In "15 boats from 3 ports" the second number is of something else. */
    private static boolean isOfOneUnit(Quantity first, Quantity second) {
        return first.unit().equals(second.unit()) || second.unit().isEmpty();
    }

    /** "From 20 % to 40 %", "to 40 % from 20 %". */
    private boolean isOtherEnd(Quantity first, int from) {
        return first.to() == from - 1 && lexicon.has("level-of-object", tokens.lower(from - 1));
    }

    /** "190 points, or 0.6 %", "100 km (60 miles)": the same said in another unit. */
    private boolean isRestated(Quantity first, int from) {
        int at = first.to();
        if (tokens.isSymbol(at, "(/")
                && (at + 1 == from || (at + 2 == from && lexicon.has("or", tokens.lower(at + 1))))) {
            return true;
        }
        at = tokens.isSymbol(at, ",") ? at + 1 : at;
        return at > first.to() && lexicon.has("or", tokens.lower(at)) && at + 1 == from;
    }

    /** "Up 0.6 million tonnes or 2 per cent": the size of a change, and the same as a share. */
    private boolean isSizeRestated(Found first, Quantity q, int from) {
        return first.change().isPresent()
                && q.kind() == Kind.PERCENT
                && first.q().kind() != Kind.PERCENT
                && lexicon.has("or", tokens.lower(from - 1))
                && first.q().to() == from - 1;
    }

    /** How a number stands to the one next to it. */
    private enum Standing {
        ALONE,
        /** It is what something rose or fell to, from the other. */
        REACHED,
        /** The same, and the other has a date of its own: "31 %, compared with 12 % in 2020". */
        REACHED_APART,
        /** It is what something rose or fell from: "up from 12 %". */
        BASE,
        /** The other is compared with it: "compared with 12 %". */
        COMPARED,
        /** It is by how much something changed, from the level of the other: "a 15 % jump from 2 million". */
        SIZE,
        /** "From 12 % to 31 %": the first of the two, and so the size of no change. */
        START
    }

    /**
     * A number's neighbour that has to do with it.
     *
     * @param other empty if it stands alone
     * @param ownPart of the span of time that is said of both
     */
    private record Pair(Standing standing, Optional<Found> other, Optional<Period> ownPart) {
        /** What the number came from, if it was reached. */
        Optional<Quantity> whence() {
            boolean reached = standing == Standing.REACHED || standing == Standing.REACHED_APART;
            return other.filter(found -> reached).map(Found::q);
        }

        /** What the number is measured against, and whose date is not the number's. */
        Optional<Quantity> measuredAgainst() {
            return other.filter(found -> standing == Standing.REACHED_APART || standing == Standing.SIZE)
                    .map(Found::q);
        }
    }

    /** "2.4 million visitors, a 15 % jump from 2 million": of two levels the size of the change between them is passed over. */
    private Optional<Found> neighbour(List<Found> found, int i, int step) {
        int next = i + step;
        int second = next + step;
        if (next < 0 || next >= found.size()) {
            return Optional.empty();
        }
        boolean over = second >= 0
                && second < found.size()
                && isSizeFrom(found.get(next), found.get(Math.max(i, second)))
                && sameMeasure(
                        found.get(Math.min(i, second)).q(),
                        found.get(Math.max(i, second)).q());
        return Optional.of(found.get(over ? second : next));
    }

    /** "A 15 % jump from 2 million": a share of a level that stands behind it. */
    private boolean isSizeFrom(Found size, Found level) {
        boolean share = size.q().kind() == Kind.PERCENT || size.q().kind() == Kind.RATIO;
        return share
                && size.change().isPresent()
                && level.q().kind() != size.q().kind()
                && lexicon.has("from", tokens.lower(level.hedge().from() - 1))
                && level.hedge().from() - size.q().to() <= SIZE_DISTANCE_MAX;
    }

    private Pair pair(List<Found> found, int i) {
        Found figure = found.get(i);
        Optional<Found> before = neighbour(found, i, -1);
        Optional<Found> behind = neighbour(found, i, 1);
        if (before.filter(other -> isFromTo(other, figure)).isPresent()) {
            return new Pair(Standing.REACHED, before, periods.end(figure.q(), false));
        }
        if (behind.filter(other -> isToFrom(figure, other)).isPresent()) {
            boolean apart = isApart(figure.q(), behind.get().q());
            return new Pair(apart ? Standing.REACHED_APART : Standing.REACHED, behind, Optional.empty());
        }
        if (before.filter(other -> isToFrom(other, figure)).isPresent()) {
            boolean whence = lexicon.has("from", tokens.lower(figure.hedge().from() - 1));
            return new Pair(whence ? Standing.BASE : Standing.COMPARED, before, Optional.empty());
        }
        if (behind.filter(other -> isSizeFrom(figure, other)).isPresent()) {
            return new Pair(Standing.SIZE, behind, Optional.empty());
        }
        return behind.filter(other -> isFromTo(figure, other)).isPresent()
                ? new Pair(Standing.START, behind, periods.end(figure.q(), true))
                : new Pair(Standing.ALONE, Optional.empty(), Optional.empty());
    }

    /** "Rose from 3 to 5 million euros": the number without unit is in millions as well, if that makes the two alike. */
    private List<Found> inOneScale(List<Found> found) {
        List<Found> scaled = new ArrayList<>(found);
        for (int i = 0; i < found.size(); i++) {
            Quantity q = found.get(i).q();
            Optional<Quantity> other = q.unit().isEmpty() && reader.scale(q).compareTo(BigDecimal.ONE) == 0
                    ? pair(found, i).other().map(Found::q)
                    : Optional.empty();
            BigDecimal scale = other.map(reader::scale).orElse(BigDecimal.ONE);
            if (scale.compareTo(BigDecimal.ONE) > 0
                    && areAlike(q.low().multiply(scale), other.orElse(q).low())) {
                scaled.set(i, found.get(i).times(scale));
            }
        }
        return scaled;
    }

    private static boolean areAlike(BigDecimal one, BigDecimal other) {
        return one.signum() > 0 && one.compareTo(other.multiply(ALIKE)) < 0 && other.compareTo(one.multiply(ALIKE)) < 0;
    }

    /** Gives what rose or fell to a number the one it came from. */
    private List<Figure> withBaselines(List<Found> found) {
        List<Figure> figures = new ArrayList<>();
        List<Pair> pairs =
                IntStream.range(0, found.size()).mapToObj(i -> pair(found, i)).toList();
        for (int i = 0; i < found.size(); i++) {
            if (pairs.get(i).standing() == Standing.BASE || pairs.get(i).standing() == Standing.COMPARED) {
                periods.take(found.get(i).q());
            }
        }
        for (int i = 0; i < found.size(); i++) {
            Found figure = found.get(i);
            Pair pair = pairs.get(i);
            boolean compared = i > 0 && isCompared(found.get(i - 1).q(), figure);
            Found whole = pair.other()
                    .filter(other -> figure.q().unit().isEmpty())
                    .map(figure::inUnitOf)
                    .orElse(figure);
            figures.add(figure(whole, pair, period(figure.q(), pair, compared)));
        }
        return figures;
    }

    private Optional<Period> period(Quantity q, Pair pair, boolean isCompared) {
        Optional<Period> own = pair.ownPart().or(() -> isCompared ? periods.ofOther(q) : Optional.empty());
        // "2 % by 2028, up from 1 %": the date of what was reached is not when it was less.
        return own.or(
                () -> pair.standing() == Standing.BASE ? periods.behind(q) : periods.of(q, pair.measuredAgainst()));
    }

    /** Whether it is said of the figure, somewhere behind the one before it, that something is compared with it. */
    private boolean isCompared(Quantity before, Found figure) {
        int from = figure.hedge().from();
        return tokens.sentence(before.from()) == tokens.sentence(from)
                && from - before.to() <= BASELINE_DISTANCE_MAX * 2
                && IntStream.rangeClosed(before.to() + 1, from)
                        .anyMatch(at ->
                                lexicon.phraseBefore("compared", tokens, at).isPresent());
    }

    /** "31 %, compared to 12 %", but not "31 % vs. 12 %", which one date is said of. */
    private boolean isApart(Quantity first, Quantity second) {
        return second.from() - first.to() > 2 || tokens.isSymbol(first.to(), ",");
    }

    private boolean isFromTo(Found first, Found second) {
        // "A augmenté de 12 000 en mai, à 2,7 millions": one word is "from" and "by", but not with a comma.
        boolean by = lexicon.has("by", tokens.lower(first.hedge().from() - 1));
        boolean parted = tokens.isSymbol(second.hedge().from() - 2, ",");
        return !(by && parted)
                && sameMeasure(first.q(), second.q())
                && isSpan(first.hedge().from(), second.hedge().from());
    }

    /** "From 5 % in 2020 to 6 %", of two numbers that begin at the tokens. */
    private boolean isSpan(int first, int second) {
        String to = tokens.lower(second - 1);
        return lexicon.has("from", tokens.lower(first - 1))
                && (lexicon.has("to", to) || lexicon.has("up-to-level", to));
    }

    private boolean isToFrom(Found first, Found second) {
        // "Augmentent de 0,9 %, après +1,2 %".
        int sign = tokens.isSymbol(second.hedge().from() - 1, "+-−–") ? 1 : 0;
        return sameMeasure(first.q(), second.q())
                && (first.change().isEmpty() || sign > 0)
                && lexicon.phraseBefore("compared", tokens, second.hedge().from() - sign)
                        .isPresent()
                && (sign > 0 || !lexicon.has("from", tokens.lower(first.hedge().from() - 1)));
    }

    private boolean sameMeasure(Quantity first, Quantity second) {
        boolean near = second.from() - first.to() <= BASELINE_DISTANCE_MAX
                && tokens.sentence(first.from()) == tokens.sentence(second.from());
        boolean unit = first.unit().equals(second.unit())
                || (first.kind() == Kind.COUNT
                        && (first.unit().isEmpty() || second.unit().isEmpty()));
        boolean kind = first.kind() == second.kind()
                || (first.kind() == Kind.COUNT && first.unit().isEmpty());
        return near && kind && unit && !first.isRange() && !second.isRange();
    }

    private Figure figure(Found found, Pair pair, Optional<Period> period) {
        Quantity q = found.q();
        int start = tokens.start(q.from());
        int to = tokens.end(q.to() - 1);
        boolean range = q.isRange();
        boolean timeless = q.kind() == Kind.DURATION;
        Optional<BigDecimal> baseline = pair.whence().map(Quantity::low);
        return new Figure(
                tokens.text().substring(start, to),
                q.kind(),
                range ? Optional.empty() : Optional.of(q.low()),
                q.unit(),
                range ? Optional.of(q.low()) : Optional.empty(),
                range ? Optional.of(q.high()) : Optional.empty(),
                found.hedge().approximate(),
                found.hedge().comparator(),
                pair.standing() == Standing.START ? Optional.empty() : found.change(),
                found.about()
                        .or(() -> pair.other()
                                .filter(other ->
                                        pair.standing() == Standing.BASE || pair.standing() == Standing.COMPARED)
                                .flatMap(Found::about)),
                timeless ? Optional.empty() : period,
                found.change().isPresent() || baseline.isPresent()
                        ? periods.comparedWith(q)
                                .or(() -> pair.measuredAgainst().flatMap(periods::behind))
                        : Optional.empty(),
                start,
                to,
                Optional.of(q.rule()),
                baseline,
                q.measure(),
                tables.cell(start));
    }
}
