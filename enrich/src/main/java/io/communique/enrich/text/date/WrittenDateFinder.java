package io.communique.enrich.text.date;

import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.DateFinder;
import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.PeriodBefore;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.SameIn;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Term.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in three steps: a {@link Lexer} cuts the text, a grammar turns words into {@link Expression}s, and a {@link Resolver} tells
 * what each means where it stands, by the {@link Narrative} up to there.
 *
 * <p>A range that names both its ends is followed by these as dates of their own. What nothing settles, such as "May 17" in a text without
 * any year, is no date.
 */
public final class WrittenDateFinder implements DateFinder {
    private static final Set<String> COMPARING =
            Set.of("from", "versus", "vs", "against", "than", "compared", "gegenüber", "contre", "frente");

    /** "This was published on …" stands in the first lines. */
    private static final int DATELINE_LINES = 10;

    private static final int DATELINE_DAYS = 14;
    /** "Up from 12 million dollars, or 40 cents a share, a year earlier". */
    private static final int MEASURE_TOKENS = 24;
    /** How many dates behind one that leans on a month the month is looked for among. */
    private static final int DATES_AHEAD_MAX = 3;
    /** So many dates of other years, and so much more of them than of its own, make a text one about the past. */
    private static final int HISTORY_DATES_MIN = 5;

    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "PW", "MH");

    @Override
    public List<DateMention> find(AnnotationInput input) {
        String language = input.language().orElse("en").split("-", 2)[0];
        if (EastAsianGrammar.reads(language)) {
            EastAsianGrammar grammar = new EastAsianGrammar(input.text());
            Tokens tokens = new Tokens(grammar.tokens(), language, false, input.publisherCountry());
            return new Reading(input, tokens, grammar.written()).read();
        }
        boolean monthFirst = input.publisherCountry().map(MONTH_FIRST::contains).orElse(language.equals("en"));
        Tokens tokens = new Tokens(
                Lexer.tokens(input.text(), Lexicon.of(language)), language, monthFirst, input.publisherCountry());
        return new Reading(input, tokens, new WesternGrammar(tokens).read()).read();
    }

    /** One text on its way. */
    private static final class Reading {
        private final AnnotationInput input;
        private final Tokens tokens;
        private final List<Written> written;
        private final Narrative narrative;
        private final Resolver resolver;
        private final Tenses tenses;
        private final List<DateMention> mentions = new ArrayList<>();

        /** The date read last, and what it meant. */
        private @Nullable Written before;

        private Optional<Span> spanBefore = Optional.empty();

        Reading(AnnotationInput input, Tokens tokens, List<Written> written) {
            this.input = input;
            this.tokens = tokens;
            this.tenses = new Tenses(tokens);
            this.written = written;
            Optional<LocalDate> today = dateline().or(input::published);
            OptionalInt textYear = textYear();
            OptionalInt year = today.map(day -> OptionalInt.of(day.getYear())).orElse(textYear);
            this.narrative = new Narrative(today, year.isPresent() && isHistory(year.getAsInt()), textYear);
            this.resolver = new Resolver(narrative);
        }

        List<DateMention> read() {
            int sentence = -1;
            int paragraph = -1;
            for (int i = 0; i < written.size(); i++) {
                Written one = written.get(i);
                Token token = tokens.at(one.first());
                if (token.paragraph() != paragraph) {
                    Optional<Block> block = block(token.start());
                    narrative.beginParagraph(
                            block.filter(found -> found.kind() == Block.Kind.HEADING)
                                    .isPresent(),
                            continues(block, token));
                } else if (token.sentence() != sentence) {
                    narrative.beginSentence();
                }
                paragraph = token.paragraph();
                sentence = token.sentence();
                if (isOfPeriod(one.expression()) && narrative.lastPeriod().isEmpty()) {
                    periodAhead(i).ifPresent(narrative::notePeriodAhead);
                }
                read(one);
            }
            return mentions;
        }

        private static boolean isOfPeriod(Expression expression) {
            return expression instanceof PeriodTold
                    || expression instanceof PeriodBefore
                    || expression instanceof SameIn;
        }

        /** "前年同月比3％増の10月": where nothing told of a month before, it is the one that the sentence goes on to. */
        private Optional<Span> periodAhead(int from) {
            int sentence = tokens.at(written.get(from).first()).sentence();
            return written.subList(from + 1, written.size()).stream()
                    .takeWhile(other -> tokens.at(other.first()).sentence() == sentence)
                    .limit(DATES_AHEAD_MAX)
                    .filter(other -> other.expression() instanceof Yearly)
                    .flatMap(other -> resolver.resolve(other.expression(), tenses.of(other)).stream())
                    .filter(Span::isPartOfYear)
                    .findFirst();
        }

        private void read(Written one) {
            Tense tense = tenses.of(one);
            Optional<Span> measure = yearBefore(one);
            Optional<Span> span =
                    measure.or(() -> measuredAgainst(one)).or(() -> resolver.resolve(one.expression(), tense));
            if (span.isEmpty()) {
                // "From March to 2000" is no range; its ends may still be dates.
                one.ends().forEach(this::read);
                return;
            }
            add(one, span.get());
            boolean season = one.ends().stream().anyMatch(this::isYearBehindSlash);
            for (int i = 0; i < one.ends().size() && !season; i++) {
                Written end = one.ends().get(i);
                resolver.end(end.expression(), span.get(), i == 0).ifPresent(found -> add(end, found));
            }
            if (measure.isPresent()) {
                resolver.noteMeasure(span.get());
            } else {
                resolver.note(one.expression(), span.get());
            }
            before = one;
            spanBefore = span;
        }

        /** "3 % in the third quarter, against 2 % in the second": that of the same year, for it is the one that was before. */
        private Optional<Span> measuredAgainst(Written one) {
            if (before == null
                    || !(before.expression() instanceof Yearly first)
                    || !(one.expression() instanceof Yearly second)
                    || first.unit() != second.unit()
                    || second.fromMonth() >= first.fromMonth()
                    || tokens.at(before.first()).sentence()
                            != tokens.at(one.first()).sentence()) {
                return Optional.empty();
            }
            boolean compared = IntStream.range(before.next(), one.first())
                    .anyMatch(i -> COMPARING.contains(tokens.at(i).lower()));
            return compared ? spanBefore.flatMap(span -> second.in(span.from().getYear())) : Optional.empty();
        }

        /** "Exports rose in March from a year earlier": from March of the year before. */
        private Optional<Span> yearBefore(Written one) {
            boolean year = one.expression() instanceof Shift shift
                    && shift.unit() == Unit.YEAR
                    && shift.count() == -1
                    && (shift.rule().equals("ago") || shift.from() == From.NARRATIVE)
                    && tokens.at(one.first()).is(Kind.CARDINAL);
            return year && isMeasure(one)
                    ? narrative.lastPeriod().map(period -> period.movedBy(-1, "year-before"))
                    : Optional.empty();
        }

        /** Whether something is held against {@code one}, or it stands before what was so then. */
        private boolean isMeasure(Written one) {
            int first = one.first();
            return tokens.isSentenceStart(first)
                    || IntStream.range(first - MEASURE_TOKENS, first)
                            .mapToObj(tokens::at)
                            .anyMatch(token ->
                                    token.sentence() == tokens.at(first).sentence()
                                            && COMPARING.contains(token.lower()));
        }

        /** The "21" of "the season 2020/21" is no date by itself, and so neither is the rest. */
        private boolean isYearBehindSlash(Written end) {
            return end.first() > 0
                    && end.next() == end.first() + 1
                    && tokens.at(end.first()).lower().length() == 2
                    && tokens.at(end.first() - 1).is("/");
        }

        private void add(Written one, Span span) {
            int start = tokens.at(one.first()).start();
            int end = tokens.at(one.next() - 1).end();
            mentions.add(new DateMention(
                    input.text().substring(start, end),
                    span.from(),
                    span.to(),
                    start,
                    end,
                    Optional.of(span.rule()),
                    Optional.of(span.unit().precision())));
        }

        // ---- where the text stands in time

        /** A line of the first few that is a whole date and nothing else, near the publication: the day that the text speaks from. */
        private Optional<LocalDate> dateline() {
            for (Written one : written) {
                Token first = tokens.at(one.first());
                if (first.sentence() >= DATELINE_LINES) {
                    break;
                }
                boolean line = startsLine(one.first()) && endsLine(one.next());
                if (line
                        && one.expression() instanceof Absolute absolute
                        && absolute.span().unit() == Unit.DAY) {
                    LocalDate day = absolute.span().from();
                    boolean near = input.published()
                            .map(published -> Math.abs(ChronoUnit.DAYS.between(published, day)) <= DATELINE_DAYS)
                            .orElse(true);
                    if (near) {
                        return Optional.of(day);
                    }
                }
            }
            return Optional.empty();
        }

        private boolean startsLine(int token) {
            for (int i = tokens.at(token).start() - 1;
                    token > 0 && i >= tokens.at(token - 1).end();
                    i--) {
                if (input.text().charAt(i) == '\n') {
                    return true;
                }
            }
            return token == 0;
        }

        private boolean endsLine(int next) {
            return next >= tokens.size() || startsLine(next);
        }

        /** Whether the text's dates are of other years than {@code own}, that of its publication, and those beside it. */
        private boolean isHistory(int own) {
            int near = 0;
            int far = 0;
            for (Written one : written) {
                if (one.expression() instanceof Absolute absolute && absolute.named()) {
                    boolean beside = Math.abs(absolute.span().from().getYear() - own) <= 1;
                    near += beside ? 1 : 0;
                    far += beside ? 0 : 1;
                }
            }
            return far >= HISTORY_DATES_MIN && far > 3 * near;
        }

        /**
         * Returns the year that the text's own dates lie in, for one that nobody dated: the latest of those named with a month or day; if
         * there is none, the latest that is named as what the text is about.
         */
        private OptionalInt textYear() {
            Map<Boolean, Integer> latest = new TreeMap<>();
            for (Written one : written) {
                if (one.expression() instanceof Absolute absolute && absolute.named()) {
                    boolean exact = absolute.span().unit() == Unit.DAY
                            || absolute.span().unit() == Unit.MONTH;
                    latest.merge(exact, absolute.span().from().getYear(), Math::max);
                }
            }
            Integer year = latest.getOrDefault(true, latest.get(false));
            return year == null ? OptionalInt.empty() : OptionalInt.of(year);
        }

        // ---- paragraphs and sentences

        private Optional<Block> block(int offset) {
            int low = 0;
            int high = input.blocks().size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Block block = input.blocks().get(middle);
                if (block.end() <= offset) {
                    low = middle + 1;
                } else if (block.start() > offset) {
                    high = middle - 1;
                } else {
                    return Optional.of(block);
                }
            }
            return Optional.empty();
        }

        /** An item of a list or row of a table goes on with what was said above it, and so does what follows a colon. */
        private boolean continues(Optional<Block> block, Token first) {
            boolean item = block.filter(
                            found -> found.kind() == Block.Kind.LIST_ITEM || found.kind() == Block.Kind.TABLE_ROW)
                    .isPresent();
            int gap = input.text().lastIndexOf("\n\n", first.start());
            return item || (gap > 0 && input.text().charAt(gap - 1) == ':');
        }
    }
}
