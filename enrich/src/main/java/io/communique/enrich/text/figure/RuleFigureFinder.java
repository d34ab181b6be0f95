package io.communique.enrich.text.figure;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Figure.Comparator;
import io.communique.contract.release.Figure.Direction;
import io.communique.contract.release.Figure.Kind;
import io.communique.contract.release.Period;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.FigureFinder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * First rules for English and Korean: money, percentages, durations, and counts of a noun that follows.
 *
 * <p>What a figure is about is only said where the text says it plainly ("growth in X", "number of X", "X rose by"); else it stays empty.
 */
public final class RuleFigureFinder implements FigureFinder {
    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String SCALE = "thousand|million|mln|mn|billion|bln|bn|trillion|trn|lakh|crore";
    private static final String WORD =
            "[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty";
    private static final String SYMBOL = "US\\$|A\\$|C\\$|\\$|€|£|₩|¥|₹|Rs\\.?";
    private static final String CODE = "USD|EUR|GBP|KRW|JPY|CNY|RMB|INR|CHF|RUB";
    private static final String MONEY_WORD =
            "(?:U\\.?S\\.? )?dollars?|euros?|pounds|won|yen|yuan|rupees|roubles|rubles";

    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\d.,/-])(?:"
            + "(?<money>(?:(?<sym>" + SYMBOL + ")\\s?|(?<code>" + CODE + ")\\s)(?<mn>" + NUMBER + ")(?:\\s?(?<ms>"
            + SCALE + ")\\b)?)"
            + "|(?<moneyWord>(?<wn>" + NUMBER + ")(?:\\s(?<ws>" + SCALE + "))?\\s(?<wc>" + MONEY_WORD + "|" + CODE
            + ")\\b)"
            + "|(?<percent>(?<pn>" + NUMBER
            + ")(?:\\s?%|[\\s-]per\\s?cent\\b|[\\s-]percent\\b|[\\s-]percentage(?=[\\s-]point))(?:-percent\\b)?(?<pp>\\s?points?\\b|-points?\\b)?)"
            + "|(?<koMoney>(?<k1>" + NUMBER
            + ")\\s?(?<ks1>조|억|만|천)?(?:\\s?(?<k2>\\d[\\d,]*)\\s?(?<ks2>천억|백억|억|천만|만|천))?\\s?(?<kc>원|달러|유로|엔)(?![가-힣&&[^을를이가은는의으로과와도에까씩]]))"
            + "|(?<koCount>(?<kn>" + NUMBER + ")\\s?(?<kns>조|억|만|천)?\\s?(?<ku>명|건|곳|개|척|대|가구|세대|톤))"
            + "|(?<duration>(?:(?<dn>" + NUMBER + ")|(?<dw>" + WORD
            + "))[\\s-](?<du>years?|months?|weeks?|days?|hours?|minutes?)\\b(?!\\s(?:old|ago)))"
            + "|(?<count>(?:(?<cn>" + NUMBER + ")(?:\\s(?<cs>" + SCALE + "))?|(?<cw>" + WORD
            + "))\\s(?<cu>(?:(?:new|more|other|major|large|small|telephone|foreign|local|joint|senior|container|metric)\\s){0,2}\\p{Ll}{3,20}s|people|children|women|men))\\b"
            + ")");

    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(?:(?<approximate>\\b(?:some|about|around|approximately|nearly|almost|roughly|an estimated)|약)"
                    + "|(?<more>\\b(?:more than|over|exceeding|above)|(?<least>\\bat least))|(?<upto>\\b(?:up to|as many as|at most))|(?<less>\\b(?:less than|fewer than|under|below)))\\s?$");
    private static final Pattern RISE =
            Pattern.compile("(?i)\\b(?:growth|rise|increase|grew|rose|risen|grown|increased|up|surge)\\b|늘|증가|상승");
    private static final Pattern FALL = Pattern.compile(
            "(?i)\\b(?:fall|decline|decrease|drop|fell|fallen|declined|decreased|dropped|down|cut)\\b|줄|감소|하락");
    private static final Pattern ABOUT_AFTER = Pattern.compile(
            "^(?:\\s?-?\\s?(?:growth|rise|increase|decline|decrease|drop|fall))?\\s(?:in|of|for)\\s(?:the\\s)?(?<about>[\\p{Ll}-]+(?:\\s[\\p{Ll}-]+){0,3}?)(?=\\s(?:to|in|from|and|during|by|over|with|for|at)\\b|[,.;])");
    private static final Pattern ABOUT_BEFORE = Pattern.compile(
            "(?:in the|of the|in|of)\\s(?<about>\\p{Ll}[\\p{Ll}-]+(?:\\s[\\p{Ll}-]+){0,2})\\s(?:to|at|of)\\s$");
    private static final Pattern ABOUT_DOING = Pattern.compile(
            "^\\s(?:engaging|engaged|taking part|participating|participated|involved)\\sin\\s(?<about>[\\p{Ll}-]+(?:\\s[\\p{Ll}-]+){0,2}?)(?=\\s(?:in|during|over|from|at)\\b|[,.;])");

    private static final Map<String, Integer> COMPOUND = Map.of("천억", 11, "백억", 10, "억", 8, "천만", 7, "만", 4, "천", 3);
    /** Nouns that a number stands before without counting them: they are units of time told elsewhere, or pronouns in disguise. */
    private static final Set<String> UNCOUNTED =
            Set.of("sides", "countries", "others", "times", "ways", "things", "leaders", "parties");

    @Override
    public List<Figure> find(AnnotationInput input, List<DateMention> dates) {
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(input.text());
        while (matcher.find()) {
            if (dates.stream().noneMatch(date -> date.start() < matcher.end() && matcher.start() < date.end())) {
                read(matcher).ifPresent(number -> figures.add(figure(input.text(), matcher, number, dates)));
            }
        }
        return figures;
    }

    private static Optional<Reading> read(Matcher m) {
        if (m.group("money") != null) {
            String currency = m.group("sym") == null ? m.group("code") : m.group("sym");
            return Currencies.code(currency)
                    .map(code -> new Reading(Kind.MONEY, value(m.group("mn"), m.group("ms")), code, "money"));
        }
        if (m.group("moneyWord") != null) {
            return Currencies.code(m.group("wc"))
                    .map(code -> new Reading(Kind.MONEY, value(m.group("wn"), m.group("ws")), code, "money-word"));
        }
        if (m.group("percent") != null) {
            Kind kind = m.group("pp") == null ? Kind.PERCENT : Kind.PERCENTAGE_POINT;
            return Optional.of(new Reading(kind, value(m.group("pn"), null), "%", "percent"));
        }
        if (m.group("koMoney") != null) {
            return Currencies.code(m.group("kc")).map(code -> new Reading(Kind.MONEY, korean(m), code, "korean-money"));
        }
        if (m.group("koCount") != null) {
            return Optional.of(
                    new Reading(Kind.COUNT, value(m.group("kn"), m.group("kns")), m.group("ku"), "korean-count"));
        }
        return durationOrCount(m);
    }

    private static Optional<Reading> durationOrCount(Matcher m) {
        if (m.group("duration") != null) {
            BigDecimal value = m.group("dn") == null ? word(m.group("dw")) : value(m.group("dn"), null);
            return Optional.of(new Reading(Kind.DURATION, value, plural(m.group("du")), "duration"));
        }
        String noun = m.group("cu");
        if (UNCOUNTED.contains(noun.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        BigDecimal value = m.group("cn") == null ? word(m.group("cw")) : value(m.group("cn"), m.group("cs"));
        return Optional.of(new Reading(Kind.COUNT, value, noun, "count"));
    }

    private static BigDecimal value(String digits, @Nullable String scale) {
        return Numerals.value(digits, scale == null ? "" : scale);
    }

    private static BigDecimal word(String word) {
        return Numerals.word(word).orElseThrow();
    }

    private static String plural(String unit) {
        return unit.endsWith("s") ? unit : unit + "s";
    }

    /** 3조 2천억: a large part and a smaller one. */
    private static BigDecimal korean(Matcher m) {
        BigDecimal large = value(m.group("k1"), m.group("ks1"));
        if (m.group("k2") == null) {
            return large;
        }
        BigDecimal small = new BigDecimal(m.group("k2").replace(",", ""))
                .scaleByPowerOfTen(COMPOUND.getOrDefault(m.group("ks2"), 0));
        return Numerals.plain(large.add(small));
    }

    private static Figure figure(String text, Matcher m, Reading number, List<DateMention> dates) {
        int sentence = sentenceStart(text, m.start());
        int sentenceEnd = sentenceEnd(text, m.end());
        String before = text.substring(sentence, m.start());
        String after = text.substring(m.end(), sentenceEnd);
        Matcher hedge = BEFORE.matcher(before);
        boolean hedged = hedge.find();
        Optional<Direction> change = number.kind() == Kind.PERCENT ? direction(before, after) : Optional.empty();
        return new Figure(
                m.group(),
                number.kind(),
                Optional.of(number.value()),
                Optional.of(number.unit()),
                Optional.empty(),
                Optional.empty(),
                hedged && hedge.group("approximate") != null,
                hedged ? comparator(hedge) : Optional.empty(),
                change,
                about(before, after),
                period(dates, m.end(), sentenceEnd, false),
                change.isPresent() ? period(dates, m.end(), sentenceEnd, true) : Optional.empty(),
                m.start(),
                m.end(),
                Optional.of(number.rule()));
    }

    private static Optional<Comparator> comparator(Matcher hedge) {
        if (hedge.group("least") != null) {
            return Optional.of(Comparator.AT_LEAST);
        }
        if (hedge.group("more") != null) {
            return Optional.of(Comparator.MORE_THAN);
        }
        if (hedge.group("upto") != null) {
            return Optional.of(Comparator.UP_TO);
        }
        return hedge.group("less") == null ? Optional.empty() : Optional.of(Comparator.LESS_THAN);
    }

    /** The nearest word of change: behind the number within a few words ("40% growth"), else before it ("rose by 40%"). */
    private static Optional<Direction> direction(String before, String after) {
        String near = after.substring(0, Math.min(after.length(), 25));
        String back = before.substring(Math.max(0, before.length() - 40));
        return directionIn(near).or(() -> directionIn(back));
    }

    private static Optional<Direction> directionIn(String context) {
        if (RISE.matcher(context).find()) {
            return Optional.of(Direction.INCREASE);
        }
        return FALL.matcher(context).find() ? Optional.of(Direction.DECREASE) : Optional.empty();
    }

    private static Optional<String> about(String before, String after) {
        for (Pattern pattern : List.of(ABOUT_DOING, ABOUT_AFTER)) {
            Matcher matcher = pattern.matcher(after);
            if (matcher.find()) {
                return Optional.of(matcher.group("about"));
            }
        }
        Matcher matcher = ABOUT_BEFORE.matcher(before);
        return matcher.find() ? Optional.of(matcher.group("about")) : Optional.empty();
    }

    /** The first whole year named behind the figure in its sentence; for the baseline, the reference to an earlier one. */
    private static Optional<Period> period(List<DateMention> dates, int from, int to, boolean baseline) {
        return dates.stream()
                .filter(date -> date.start() >= from && date.end() <= to)
                .filter(date -> date.rule().equals(Optional.of("year-before")) == baseline)
                .findFirst()
                .map(date -> new Period(date.from(), date.to()));
    }

    private static int sentenceStart(String text, int at) {
        for (int i = at - 1; i > 0; i--) {
            if (text.charAt(i) == '\n' || (text.charAt(i) == ' ' && ".!?".indexOf(text.charAt(i - 1)) >= 0)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int sentenceEnd(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            boolean stop = ".!?".indexOf(text.charAt(i)) >= 0
                    && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
            if (stop || text.charAt(i) == '\n') {
                return i;
            }
        }
        return text.length();
    }

    private record Reading(Kind kind, BigDecimal value, String unit, String rule) {}
}
