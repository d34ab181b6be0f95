package io.communique.enrich.text.date;

import io.communique.enrich.field.WrittenDates;
import io.communique.enrich.text.date.Expression.Absolute;
import io.communique.enrich.text.date.Expression.FiscalShift;
import io.communique.enrich.text.date.Expression.From;
import io.communique.enrich.text.date.Expression.MonthDay;
import io.communique.enrich.text.date.Expression.Nearest;
import io.communique.enrich.text.date.Expression.PartOf;
import io.communique.enrich.text.date.Expression.PeriodBefore;
import io.communique.enrich.text.date.Expression.PeriodTold;
import io.communique.enrich.text.date.Expression.Range;
import io.communique.enrich.text.date.Expression.SameIn;
import io.communique.enrich.text.date.Expression.Shift;
import io.communique.enrich.text.date.Expression.Stretch;
import io.communique.enrich.text.date.Expression.Weekday;
import io.communique.enrich.text.date.Expression.Yearly;
import io.communique.enrich.text.date.Expression.YearlyIn;
import io.communique.enrich.text.date.Term.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in Korean and Japanese, which write them alike: number and unit, the longest unit first ("2018년 5월 17일", "2018年5月17日").
 *
 * <p>Each rule is tried only where a digit or the first character of a word for time stands, and sees a bounded piece of the text.
 */
final class EastAsianGrammar {
    private static final String YEAR =
            "(?:(?<era>令和|平成|昭和|大正|明治)\\s?(?<eraYear>\\d{1,2}|元)|(?<!\\d)(?<year>\\d{4})|['’‘](?<short>\\d\\d))\\s?[년年]";
    private static final String YEAR_WORD =
            "(?<word>올\\s?해|금년|올|지난해|작년|전년도?|재작년|내년|이듬해|같은\\s?해|그\\s?해|今年|本年|昨年|去年|一昨年|来年|前年|翌年|同年)";
    private static final String MONTH = "(?<!\\d)(?<month>1[0-2]|0?[1-9])\\s?[월月]";
    private static final String DAY = "(?<day>3[01]|[12]\\d|0?[1-9])\\s?[일日]";
    private static final String DAYS =
            "(?<day>3[01]|[12]\\d|0?[1-9])\\s?[일日]?\\s?[~∼～〜-]\\s?(?<last>3[01]|[12]\\d|0?[1-9])\\s?[일日]";
    private static final String WEEKDAY_MARK = "(?:\\s?(?:[(（][월화수목금토일月火水木金土日](?:요일|曜日?)?[)）]|[월화수목금토일]요일))?";
    /** On which side of the publication a day or month lies: "지난 28일", "오는 12월 15일". */
    private static final String SIDE = "(?:(?<before>지난|去る)|(?<after>오는|다가오는|来る))\\s?";

    private static final String THIRD = "(?:\\s?(?<third>초순|초|상순|중순|중반|하순|말|初め|初頭|上旬|中旬|半ば|下旬|末))?";
    private static final String PART =
            "(?:(?<half>상반기|하반기|上半期|下半期|上期|下期)|[제第]?\\s?(?<quarter>[1-4])\\s?(?:/4\\s?)?(?:분기|四半期))";
    /** "1~4월", "1～3분기": of months or quarters with their unit behind the last alone. */
    private static final String PARTS_RANGE =
            "(?<![\\d.,])(?<first>1[0-2]|0?[1-9])\\s?[~∼～〜–-]\\s?(?:(?<month>1[0-2]|0?[1-9])\\s?[월月]|(?<quarter>[1-4])\\s?(?:/4\\s?)?(?:분기|四半期))(?![a-z])";
    /** Days that are counted, not named: "10일간", "3日目". */
    private static final String NOT_COUNTED = "(?!\\s?(?:간|동안|째|차|만에|이내|이상|이하|정도|치|분|間|目|以内|以上|程度|分|後|前|전|후))";

    private static final Optional<String> JAPAN = Optional.of("JP");

    // What rules can begin with: each is tried only there.
    private static final String DIGITS = "0123456789";
    private static final String QUOTES = "'’‘";
    private static final String YEARS = DIGITS + QUOTES + "令平昭大明";
    private static final String YEAR_WORDS = "올금지작전재내이같그今本昨去一来前翌同";
    private static final String PARTS = DIGITS + "상하上下제第";
    private static final String PERIODS = "전前";
    private static final String STRETCHES = "지최과향앞過直今";
    private static final String SIDES = "지오다去来";
    private static final String RELATIVES = "지전이다내금그어오모先今来一昨本明";
    private static final String WEEKDAY_SIGNS = "지다先월화수목금토일月火水木金土日";

    private static final List<Rule> RULES = List.of(
            new Rule(YEARS, YEAR + "\\s?" + MONTH + "\\s?" + DAYS, m -> days(m, year(m))),
            new Rule(YEARS, YEAR + "\\s?" + MONTH + "\\s?" + DAY + WEEKDAY_MARK, m -> day(year(m), month(m), day(m))),
            new Rule(
                    YEARS,
                    YEAR + "\\s?" + MONTH + THIRD,
                    m -> third(m, inYear(Yearly.month(month(m), "month-year"), year(m)))),
            new Rule(YEARS, YEAR + "\\s?" + PART, m -> inYear(part(m), year(m))),
            new Rule(YEARS, YEAR + "\\s?" + PARTS_RANGE, m -> {
                Yearly parts = parts(m);
                return parts == null ? null : inYear(parts, year(m));
            }),
            new Rule(DIGITS, "(?<!\\d)(?<year>\\d{3}0)\\s?(?:년대|年代)" + THIRD, EastAsianGrammar::decade),
            new Rule(
                    DIGITS,
                    "(?<!\\d)(?<from>\\d{4})\\s?[년年]?\\s?[~∼～〜–-]\\s?(?<year>\\d{4})\\s?[년年]",
                    EastAsianGrammar::years),
            new Rule(YEARS, YEAR + "度", m -> new Absolute(FiscalYears.of(year(m), JAPAN), false)),
            new Rule(YEAR_WORDS, "(?<word>今|本|昨|前|来|翌)年度", EastAsianGrammar::fiscalYear),
            new Rule(
                    PERIODS,
                    "(?<![가-힣])(?:(?<months>전월|前月)|(?<quarters>전분기|前四半期)|(?:전기|前期)(?=\\s?(?:대비|비|보다|에\\s?비해|比|に比|と比|より)))(?!\\s?(?:동|同))",
                    m -> new PeriodBefore(
                            m.group("months") != null
                                    ? Optional.of(Unit.MONTH)
                                    : m.group("quarters") != null ? Optional.of(Unit.QUARTER) : Optional.empty(),
                            "period-before")),
            new Rule(
                    YEARS,
                    YEAR + "(?!간|間|前|전|\\s전|후|後|\\s후)도?" + THIRD,
                    m -> third(m, new Absolute(Unit.YEAR.around(LocalDate.of(year(m), 1, 1), "year"), true))),
            new Rule(
                    DIGITS,
                    "(?<!\\d)(?<year>\\d{4})\\s?[./-]\\s?(?<month>\\d{1,2})\\s?[./-]\\s?(?<day>\\d{1,2})(?!\\d)\\.?"
                            + WEEKDAY_MARK,
                    m -> day(number(m, "year"), number(m, "month"), number(m, "day"))),
            new Rule(
                    QUOTES,
                    "['’‘](?<year>\\d\\d)\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<day>\\d{1,2})(?!\\d)\\.?" + WEEKDAY_MARK,
                    m -> day(2000 + number(m, "year"), number(m, "month"), number(m, "day"))),
            new Rule(
                    DIGITS,
                    "(?<![\\d.])(?<month>1[0-2]|0?[1-9])[./]\\s?(?<day>3[01]|[12]\\d|0?[1-9])\\.?\\s?[(（][월화수목금토일月火水木金土日](?:요일|曜日?)?[)）]",
                    m -> Yearly.day(month(m), day(m), "month-day")),
            new Rule(YEAR_WORDS, YEAR_WORD + "\\s?" + MONTH + "\\s?" + DAYS, m -> days(m)),
            new Rule(
                    YEAR_WORDS,
                    YEAR_WORD + "\\s?" + MONTH + "\\s?" + DAY + WEEKDAY_MARK,
                    m -> new YearlyIn(Yearly.day(month(m), day(m), "month-day"), yearWord(m))),
            new Rule(
                    YEAR_WORDS,
                    YEAR_WORD + "의?の?\\s?" + MONTH + THIRD,
                    m -> third(m, new YearlyIn(Yearly.month(month(m), "month-year"), yearWord(m)))),
            new Rule(YEAR_WORDS, YEAR_WORD + "의?の?\\s?" + PART, m -> new YearlyIn(part(m), yearWord(m))),
            new Rule(YEAR_WORDS, YEAR_WORD + "의?の?\\s?" + PARTS_RANGE, m -> {
                Yearly parts = parts(m);
                return parts == null ? null : new YearlyIn(parts, yearWord(m));
            }),
            new Rule(DIGITS, PARTS_RANGE, m -> parts(m)),
            new Rule(
                    YEAR_WORDS,
                    YEAR_WORD + "\\s?(?:같은\\s?(?:달|월|기간|시기|분기|반기)|동월|동기간?|동분기|同月|同期)",
                    m -> new SameIn(new PeriodTold(0, Optional.empty(), "same-period"), yearWord(m))),
            new Rule(YEAR_WORDS, YEAR_WORD + THIRD, m -> m.group("word").equals("올") ? null : third(m, yearWord(m))),
            new Rule(
                    DIGITS,
                    MONTH + "\\s?" + DAYS,
                    m -> new Yearly(month(m), day(m), month(m), number(m, "last"), Unit.SPAN, "month-day")),
            new Rule(DIGITS, MONTH + "\\s?" + DAY + WEEKDAY_MARK, m -> Yearly.day(month(m), day(m), "month-day")),
            new Rule(DIGITS, MONTH + "(?![a-z])" + THIRD, m -> third(m, Yearly.month(month(m), "month"))),
            new Rule(PARTS, "(?<![\\d])" + PART, m -> part(m)),
            new Rule(
                    DIGITS,
                    "(?<![\\d.,])1\\s?(?:년\\s?전|年前)(?=\\s?(?:보다|에\\s?비해|대비|と比|に比|より))",
                    m -> new SameIn(
                            new PeriodTold(0, Optional.empty(), "same-period"),
                            new Shift(Unit.YEAR, -1, From.NARRATIVE, "year-before"))),
            new Rule(
                    DIGITS,
                    "(?<![\\d.,])(?<count>\\d{1,3})\\s?(?:(?<years>년|年)|(?<months>개월|か月|ヶ月|カ月)|(?<weeks>주|週間)|(?<days>일|日))\\s?(?:(?<ago>전|前)|(?<hence>후|後))",
                    EastAsianGrammar::counted),
            new Rule(
                    SIDES,
                    SIDE + MONTH + "\\s?" + DAY + NOT_COUNTED + WEEKDAY_MARK,
                    m -> new Nearest(Yearly.day(month(m), day(m), "month-day"), side(m))),
            new Rule(
                    SIDES,
                    SIDE + DAYS + NOT_COUNTED + WEEKDAY_MARK,
                    m -> new Range(new MonthDay(day(m), side(m), "day"), new MonthDay(number(m, "last"), "day"))),
            new Rule(SIDES, SIDE + DAY + NOT_COUNTED + WEEKDAY_MARK, m -> new MonthDay(day(m), side(m), "day")),
            new Rule(
                    SIDES,
                    SIDE + MONTH + "(?![a-z])" + THIRD,
                    m -> third(m, new Nearest(Yearly.month(month(m), "month"), side(m)))),
            new Rule(
                    STRETCHES,
                    "(?:(?<past>지난|최근|과거|過去|直近)|(?<coming>향후|앞으로|今後))\\s?(?<count>\\d{1,3})\\s?(?:(?<years>년|年)|(?<months>개월|か月|ヶ月|カ月)|(?<weeks>주|週)|(?<days>일|日))(?:\\s?[간間])?(?!대|代)",
                    EastAsianGrammar::stretch),
            new Rule(
                    DIGITS,
                    "(?<!\\d)(?<century>\\d{1,2})\\s?(?:세기|世紀)",
                    m -> new Absolute(
                            Unit.CENTURY.around(LocalDate.of((number(m, "century") - 1) * 100, 1, 1), "century"),
                            false)),
            new Rule(
                    RELATIVES,
                    "(?<relative>지난\\s?주말|이번\\s?주말|다음\\s?주말|다다음\\s?달|다다음\\s?주|지난\\s?달|이번\\s?달|이\\s?달|다음\\s?달|내달|지난\\s?주|이번\\s?주|금주|다음\\s?주|내주|그저께|어제|오늘|내일|모레|先月|今月|来月|先週|今週|来週|一昨日|昨日|今日|本日|明日)"
                            + "(?:\\s?(?<weekday>[월화수목금토일月火水木金土日])(?:요일|曜日?))?" + "(?:\\s?" + DAY + ")?",
                    EastAsianGrammar::relative),
            new Rule(
                    WEEKDAY_SIGNS,
                    "(?<![\\p{L}])(?:(?<last>지난|先の)\\s?|(?<next>다음)\\s?)?(?<weekday>[월화수목금토일月火水木金土日])(?:요일|曜日?)",
                    EastAsianGrammar::weekdayAlone),
            new Rule(
                    DIGITS,
                    "(?<![\\d.,~∼～〜-])" + DAYS + NOT_COUNTED + WEEKDAY_MARK,
                    m -> new Range(new MonthDay(day(m), "day"), new MonthDay(number(m, "last"), "day"))),
            new Rule(
                    DIGITS,
                    "(?<![\\d.,]|박|박\\s|泊)" + DAY + NOT_COUNTED + WEEKDAY_MARK,
                    m -> new MonthDay(day(m), "day")));

    private static final Map<Character, List<Integer>> RULES_BY_FIRST = rulesByFirst();

    /** Where a sentence ends, and words that put it into the future or past. */
    private static final Pattern MARK = Pattern.compile(
            "(?=[\n다。!?예계전할될기予計見했였됐었았ましさ])(?:(?<stop>\n\n|\n|다\\.|[。!?])|(?<future>예정|계획|전망|할 것|될 것|기로 했|기로 결정|기로 합의|予定|計画|見込)|(?<past>했|였|됐|었|았|ました|した。|された))");

    private static final Pattern JOINT = Pattern.compile("\\s?(?:[~∼～〜–-]|부터|에서|から)\\s?");
    private static final int WORD_AHEAD_MAX = 40;
    private static final Set<String> LANGUAGES = Set.of("ko", "ja");
    private static final Map<Character, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry('월', 1),
            Map.entry('화', 2),
            Map.entry('수', 3),
            Map.entry('목', 4),
            Map.entry('금', 5),
            Map.entry('토', 6),
            Map.entry('일', 7),
            Map.entry('月', 1),
            Map.entry('火', 2),
            Map.entry('水', 3),
            Map.entry('木', 4),
            Map.entry('金', 5),
            Map.entry('土', 6),
            Map.entry('日', 7));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private int sentence;
    private int paragraph;

    EastAsianGrammar(String text) {
        this.text = narrow(text);
        read();
    }

    /** Returns whether {@code language}, an ISO 639 code, is read by these rules. */
    static boolean reads(String language) {
        return LANGUAGES.contains(language);
    }

    /** Returns the dates and the words that tell the tense, each as one token. */
    List<Token> tokens() {
        return tokens;
    }

    List<Written> written() {
        return written;
    }

    private void read() {
        Matcher mark = MARK.matcher(text);
        List<Matcher> matchers =
                RULES.stream().map(rule -> rule.pattern.matcher(text)).toList();
        matchers.forEach(matcher -> matcher.useTransparentBounds(true));
        boolean marked = mark.find();
        int at = 0;
        while (at < text.length()) {
            List<Integer> rules = candidates(at);
            if (rules.isEmpty()) {
                at++;
                continue;
            }
            while (marked && mark.start() < at) {
                mark(mark);
                marked = mark.find();
            }
            int next = Math.max(date(at, rules, matchers), at + 1);
            while (marked && next > at + 1 && mark.start() < next) {
                marked = mark.find();
            }
            at = next;
        }
        while (marked) {
            mark(mark);
            marked = mark.find();
        }
        join();
    }

    /** Returns the rules that can begin at {@code at}: a number is read from its first digit only. */
    private List<Integer> candidates(int at) {
        char c = text.charAt(at);
        boolean inside = c >= '0' && c <= '9' && at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9';
        return inside ? List.of() : RULES_BY_FIRST.getOrDefault(c, List.of());
    }

    private void mark(Matcher mark) {
        if (mark.group("stop") != null) {
            sentence++;
            paragraph += mark.group("stop").length() == 2 && mark.group("stop").charAt(0) == '\n' ? 1 : 0;
        } else {
            Kind kind = mark.group("future") != null ? Kind.FUTURE : Kind.PERFECT;
            tokens.add(token(mark.start(), mark.end(), new Term(kind, 0)));
        }
    }

    /** Returns where the date at {@code at} ends; {@code at} if there is none. */
    private int date(int at, List<Integer> rules, List<Matcher> matchers) {
        for (int i : rules) {
            Matcher matcher = matchers.get(i);
            matcher.region(at, Math.min(text.length(), at + WORD_AHEAD_MAX));
            if (matcher.lookingAt()) {
                Expression expression = RULES.get(i).expression(matcher);
                if (expression != null) {
                    written.add(new Written(expression, tokens.size(), tokens.size() + 1));
                    tokens.add(token(at, matcher.end(), null));
                    return matcher.end();
                }
            }
        }
        return at;
    }

    private Token token(int start, int end, @Nullable Term term) {
        return new Token(start, end, text.substring(start, end), term, -1, false, false, sentence, paragraph);
    }

    /** Two dates with "~" or "부터" between them are a range as well. */
    private void join() {
        for (int i = 0; i + 1 < written.size(); i++) {
            Written left = written.get(i);
            Written right = written.get(i + 1);
            if (right.first() != left.next()
                    || left.expression() instanceof Range
                    || right.expression() instanceof Range) {
                continue;
            }
            int from = tokens.get(left.first()).end();
            int to = tokens.get(right.first()).start();
            if (to - from <= 6 && JOINT.matcher(text).region(from, to).matches()) {
                written.set(
                        i,
                        new Written(
                                new Range(left.expression(), right.expression()),
                                left.first(),
                                right.next(),
                                List.of(left, right)));
                written.remove(i + 1);
            }
        }
    }

    /** Full-width digits become plain ones; no character moves. */
    private static String narrow(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '０' && c <= '９') {
                plain.setCharAt(i, (char) ('0' + c - '０'));
            }
        }
        return plain.toString();
    }

    // ---- what the rules say

    /** @param firsts the characters that it can begin with */
    private record Rule(String firsts, Pattern pattern, Function<Matcher, @Nullable Expression> reader) {
        Rule(String firsts, String regex, Function<Matcher, @Nullable Expression> reader) {
            this(firsts, Pattern.compile(regex), reader);
        }

        @Nullable
        Expression expression(Matcher matcher) {
            try {
                return reader.apply(matcher);
            } catch (DateTimeException e) {
                // "2월 30일" is no date.
                return null;
            }
        }
    }

    private static Map<Character, List<Integer>> rulesByFirst() {
        Map<Character, List<Integer>> rules = new HashMap<>();
        for (int i = 0; i < RULES.size(); i++) {
            for (char first : RULES.get(i).firsts.toCharArray()) {
                rules.computeIfAbsent(first, c -> new ArrayList<>()).add(i);
            }
        }
        return rules;
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(Matcher m) {
        if (m.group("era") != null) {
            return WrittenDates.eraYear(m.group("era"), m.group("eraYear"));
        }
        return m.group("year") != null ? number(m, "year") : 2000 + number(m, "short");
    }

    private static int month(Matcher m) {
        return number(m, "month");
    }

    private static int side(Matcher m) {
        return m.group("before") != null ? -1 : 1;
    }

    private static int day(Matcher m) {
        return number(m, "day");
    }

    private static DayOfWeek weekday(Matcher m) {
        return DayOfWeek.of(WEEKDAYS.getOrDefault(m.group("weekday").charAt(0), 1));
    }

    private static Expression weekdayAlone(Matcher m) {
        if (m.group("next") != null) {
            return new Weekday(weekday(m), Optional.of(1), "weekday-of-week");
        }
        return new Weekday(weekday(m), Optional.empty(), m.group("last") == null ? "weekday" : "last-weekday");
    }

    private static Expression day(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new Absolute(new Span(date, date, Unit.DAY, "year-month-day"), true);
    }

    private static @Nullable Expression days(Matcher m, int year) {
        return inYear(new Yearly(month(m), day(m), month(m), number(m, "last"), Unit.SPAN, "year-month-day"), year);
    }

    private static Expression days(Matcher m) {
        return new YearlyIn(
                new Yearly(month(m), day(m), month(m), number(m, "last"), Unit.SPAN, "month-day"), yearWord(m));
    }

    private static @Nullable Expression inYear(Yearly part, int year) {
        return part.in(year).map(span -> (Expression) new Absolute(span, true)).orElse(null);
    }

    private static Yearly part(Matcher m) {
        if (m.group("quarter") != null) {
            return Yearly.part(number(m, "quarter"), 4, "quarter");
        }
        char first = m.group("half").charAt(0);
        return Yearly.part(first == '상' || first == '上' ? 1 : 2, 2, "half");
    }

    private static @Nullable Expression years(Matcher m) {
        int from = number(m, "from");
        int to = number(m, "year");
        return from >= to || !Tokens.isYear(from) || !Tokens.isYear(to)
                ? null
                : new Absolute(new Span(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), Unit.SPAN, "years"), false);
    }

    private static @Nullable Yearly parts(Matcher m) {
        boolean quarters = m.group("quarter") != null;
        int first = number(m, "first");
        int last = quarters ? number(m, "quarter") : month(m);
        if (first >= last) {
            return null;
        }
        return quarters
                ? new Yearly(first * 3 - 2, 0, last * 3, 0, Unit.SPAN, "quarters")
                : new Yearly(first, 0, last, 0, Unit.SPAN, "months");
    }

    private static @Nullable Expression third(Matcher m, @Nullable Expression whole) {
        String third = m.group("third");
        if (third == null || whole == null) {
            return whole;
        }
        return new PartOf(
                switch (third) {
                    case "초순", "초", "상순", "初め", "初頭", "上旬" -> Third.EARLY;
                    case "중순", "중반", "中旬", "半ば" -> Third.MID;
                    default -> Third.LATE;
                },
                whole);
    }

    private static Expression yearWord(Matcher m) {
        String word = m.group("word").replaceAll("\\s", "");
        return switch (word) {
            case "지난해", "작년", "昨年", "去年" -> new Shift(Unit.YEAR, -1, From.PUBLICATION, "last-year");
            case "재작년", "一昨年" -> new Shift(Unit.YEAR, -2, From.PUBLICATION, "last-year");
            case "내년", "来年" -> new Shift(Unit.YEAR, 1, From.PUBLICATION, "next-year");
            case "전년", "전년도", "前年" -> new Shift(Unit.YEAR, -1, From.NARRATIVE, "year-before");
            case "이듬해", "翌年" -> new Shift(Unit.YEAR, 1, From.STORY, "year-after");
            case "같은해", "그해", "同年" -> new Shift(Unit.YEAR, 0, From.SAME, "same-year");
            default -> new Shift(Unit.YEAR, 0, From.PUBLICATION, "this-year");
        };
    }

    private static Expression fiscalYear(Matcher m) {
        return switch (m.group("word")) {
            case "昨" -> new FiscalShift(-1, From.PUBLICATION, "JP");
            case "来" -> new FiscalShift(1, From.PUBLICATION, "JP");
            case "前" -> new FiscalShift(-1, From.NARRATIVE, "JP");
            case "翌" -> new FiscalShift(1, From.NARRATIVE, "JP");
            default -> new FiscalShift(0, From.PUBLICATION, "JP");
        };
    }

    private static Expression decade(Matcher m) {
        Expression whole = new Absolute(Unit.DECADE.around(LocalDate.of(number(m, "year"), 1, 1), "decade"), false);
        Expression part = third(m, whole);
        return part == null ? whole : part;
    }

    private static Unit unit(Matcher m) {
        return m.group("years") != null
                ? Unit.YEAR
                : m.group("months") != null ? Unit.MONTH : m.group("weeks") != null ? Unit.WEEK : Unit.DAY;
    }

    private static Expression counted(Matcher m) {
        return m.group("ago") != null
                ? new Shift(unit(m), -number(m, "count"), From.PUBLICATION, "ago")
                : new Shift(unit(m), number(m, "count"), From.PUBLICATION, "in-units");
    }

    private static Expression stretch(Matcher m) {
        int count = number(m, "count");
        return new Stretch(unit(m), m.group("past") != null ? -count : count, "stretch");
    }

    private static Expression relative(Matcher m) {
        String word = m.group("relative").replaceAll("\\s", "");
        int step = switch (word) {
            case "그저께", "一昨日" -> -2;
            case "지난달", "지난주", "지난주말", "어제", "先月", "先週", "昨日" -> -1;
            case "다음달", "내달", "다음주", "다음주말", "내주", "내일", "来月", "来週", "明日" -> 1;
            case "모레", "다다음주", "다다음달" -> 2;
            default -> 0;
        };
        Unit unit = word.endsWith("주말")
                ? Unit.WEEKEND
                : word.endsWith("달") || word.endsWith("월") || word.endsWith("月")
                        ? Unit.MONTH
                        : word.endsWith("주") || word.endsWith("週") ? Unit.WEEK : Unit.DAY;
        if (unit == Unit.WEEK && m.group("weekday") != null) {
            return new Weekday(weekday(m), Optional.of(step), "weekday-of-week");
        }
        String rule = unit == Unit.DAY ? "day-word" : (step < 0 ? "last-" : step > 0 ? "next-" : "this-") + unit.word();
        Shift shift = new Shift(unit, step, From.PUBLICATION, rule);
        return unit == Unit.MONTH && m.group("day") != null ? new Expression.DayIn(day(m), shift) : shift;
    }
}
