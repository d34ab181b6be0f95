package io.communique.enrich.text.figure;

import io.communique.contract.release.Figure.Direction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of Korean or Japanese that the rules go by, looked up by characters. Immutable once made; safe to share between threads. */
final class EastAsianLexicon {
    /** A meaning, and one past the last character that says it. */
    record Match<T>(T meaning, int end) {}

    /** Characters of what a number is counted by. */
    private static final int PER_MAX = 6;

    private static final int FORM_MAX = 12;
    private static final int NUMERAL_MAX = 12;
    private static final String SIGNS = "$＄€£￡₩￦¥￥";

    private final String language;
    private final NumberFormat format;
    private final Map<String, Map<String, String>> groups = new HashMap<>();
    private final Map<String, Unit> units;
    private final Set<Character> numeralStarts = new HashSet<>();
    private final Map<String, Integer> longest = new HashMap<>();

    private EastAsianLexicon(String language, NumberFormat format, Map<String, Unit> units) {
        this.language = language;
        this.format = format;
        this.units = units;
    }

    static EastAsianLexicon of(String language, NumberFormat format) {
        EastAsianLexicon lexicon = new EastAsianLexicon(language, format, Resources.units());
        for (String[] row : Resources.rows(language + ".tsv", 3)) {
            for (String form : Resources.forms(row[2])) {
                lexicon.groups.computeIfAbsent(row[0], group -> new HashMap<>()).put(form, row[1]);
                lexicon.longest.merge(row[0], form.length(), Math::max);
            }
        }
        for (String group : language.equals("ja") ? List.of("kanji", "digit") : List.of("numeral")) {
            for (String form : lexicon.groups.getOrDefault(group, Map.of()).keySet()) {
                lexicon.numeralStarts.add(form.charAt(0));
            }
        }
        return lexicon;
    }

    String language() {
        return language;
    }

    /** What stands between a part and its whole, or a number and what it counts. */
    String genitive() {
        return language.equals("ja") ? "の" : "의 ";
    }

    NumberFormat format() {
        return format;
    }

    Optional<BigDecimal> digit(String text, int at) {
        return character("digit", text, at);
    }

    Optional<BigDecimal> myriad(String text, int at) {
        return character("myriad", text, at);
    }

    /** Whether a number without digits may begin with a character: most characters of a text are passed over by this one question. */
    boolean isNumeral(char c) {
        return numeralStarts.contains(c);
    }

    /** A number without digits: 세 before a counter; 二百万 as it is. */
    Optional<Match<BigDecimal>> numeral(String text, int start) {
        return language.equals("ja")
                ? kanji(text, start)
                : longest("numeral", text, start)
                        .map(match -> new Match<>(new BigDecimal(match.meaning()), match.end()));
    }

    private Optional<Match<BigDecimal>> kanji(String text, int start) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal current = BigDecimal.ZERO;
        int at = start;
        while (at < text.length() && at - start < NUMERAL_MAX) {
            Optional<BigDecimal> one = character("kanji", text, at);
            Optional<BigDecimal> digit = digit(text, at);
            Optional<BigDecimal> myriad = myriad(text, at);
            if (one.isPresent() && current.signum() == 0) {
                current = one.get();
            } else if (digit.isPresent()) {
                section = section.add(digit.get().multiply(current.max(BigDecimal.ONE)));
                current = BigDecimal.ZERO;
            } else if (myriad.isPresent() && section.add(current).signum() > 0) {
                total = total.add(section.add(current).multiply(myriad.get()));
                section = BigDecimal.ZERO;
                current = BigDecimal.ZERO;
            } else {
                break;
            }
            at++;
        }
        return at == start
                ? Optional.empty()
                : Optional.of(new Match<>(total.add(section).add(current), at));
    }

    Optional<Match<String>> sign(String text, int at) {
        char c = text.charAt(at);
        if (SIGNS.indexOf(c) < 0) {
            boolean us = text.startsWith("US$", at);
            return us ? Optional.of(new Match<>("USD", at + 3)) : Optional.empty();
        }
        String code = switch (c) {
            case '€' -> "EUR";
            case '£', '￡' -> "GBP";
            case '₩', '￦' -> "KRW";
            case '¥', '￥' -> "JPY";
            default -> "USD";
        };
        return Optional.of(new Match<>(code, at + 1));
    }

    /** The currency of a word or sign; the word says it all in these languages. */
    Optional<String> currency(String code, Optional<String> country) {
        return Optional.of(code.equals("JPY") && country.equals(Optional.of("CN")) ? "CNY" : code);
    }

    Optional<Match<String>> currencyWord(String text, int at) {
        return longest("currency", text, at);
    }

    /** The counter at a place; one syllable that goes on as a word of its own ("세종", "5인승") is none. */
    Optional<Match<String>> counter(String text, int at) {
        return longest("counter", text, at).filter(match -> match.end() - at > 1 || !wordGoesOn(text, match.end()));
    }

    private boolean wordGoesOn(String text, int at) {
        boolean hangul =
                at < text.length() && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HANGUL;
        return hangul
                && longest("after-counter", text, at).isEmpty()
                && longest("after", text, at).isEmpty();
    }

    Optional<Match<Unit>> unit(String text, int at) {
        return longest("unit", text, at)
                .filter(match -> !latinGoesOn(text, at, match.end()))
                .flatMap(match ->
                        Optional.ofNullable(units.get(match.meaning())).map(unit -> new Match<>(unit, match.end())));
    }

    Optional<Integer> ratio(String text, int at) {
        return longest("ratio", text, at).map(Match::end);
    }

    /** Returns one past the word for tenths, 割; the place itself if it does not stand there, or hundredths follow ("3割8分"). */
    int tenthsEnd(String text, int at) {
        return longest("tenths", text, at)
                .map(Match::end)
                .filter(end -> end == text.length() || !Character.isDigit(text.charAt(end)))
                .orElse(at);
    }

    /** Whether a noun only says when: "기간". */
    boolean isTime(String noun) {
        return has("time-noun", noun);
    }

    /** Returns one past what stands between the parts of a whole and how many of them are meant, "4분의 3"; -1 if it does not. */
    int partOfEnd(String text, int at) {
        return longest("part-of", text, at)
                .map(match -> skipSpace(text, match.end()))
                .orElse(-1);
    }

    /** Whether a noun behind a sum says which way it went, and not of what it is: "赤字". */
    boolean isBalance(String noun) {
        return has("balance", noun);
    }

    Optional<Hedge> hedgeBefore(String text, int end) {
        int at = end;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        for (int length = 1; length <= FORM_MAX && length <= at; length++) {
            String form = text.substring(at - length, at);
            String meaning = groups.getOrDefault("before", Map.of()).get(form);
            boolean whole = language.equals("ja") || at == length || !Character.isLetter(text.charAt(at - length - 1));
            if (meaning != null && whole) {
                return Optional.of(Hedge.named(meaning));
            }
        }
        return Optional.empty();
    }

    /** Returns where the word begins that says how exact the number is which it stands before; the number itself if there is none. */
    int hedgeStart(String text, int number) {
        int at = number > 0 && text.charAt(number - 1) == ' ' ? number - 1 : number;
        for (String form : groups.getOrDefault("before", Map.of()).keySet()) {
            int from = at - form.length();
            boolean apart = from > 0 && (language.equals("ja") || !Character.isLetter(text.charAt(from - 1)));
            if (apart && text.startsWith(form, from)) {
                return from;
            }
        }
        return number;
    }

    Optional<Hedge> hedgeAfter(String text, int end) {
        int at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return longest("after", text, at).map(match -> Hedge.named(match.meaning()));
    }

    /** One past 여 and the like at a place; the place itself if there is none. */
    int inner(String text, int at) {
        return at < text.length() && has("inner", text.substring(at, at + 1)) ? at + 1 : at;
    }

    int rangeEnd(String text, int at) {
        return longest("range", text, at).map(Match::end).orElse(-1);
    }

    Optional<Direction> direction(String text, int at) {
        if (longest("rise", text, at).isPresent()) {
            return Optional.of(Direction.INCREASE);
        }
        return longest("fall", text, at).isPresent() ? Optional.of(Direction.DECREASE) : Optional.empty();
    }

    /** One past the words behind a date that make it what something is measured against ("대비"); the place itself if there are none. */
    int comparedEnd(String text, int at) {
        int from = skipSpace(text, at);
        int part = longest("same-part", text, from).map(Match::end).orElse(from);
        return longest("compared", text, skipSpace(text, part)).map(Match::end).orElse(at);
    }

    /** Whether the same month or quarter of the date is meant: "전년 동월". */
    boolean isSamePart(String text, int at) {
        return longest("same-part", text, skipSpace(text, at)).isPresent();
    }

    /** Which way a word behind a comparison says that something differs: "보다 5 % 낮다". */
    Optional<Direction> difference(String text, int at) {
        int from = skipSpace(text, at);
        if (longest("more", text, from).isPresent()) {
            return Optional.of(Direction.INCREASE);
        }
        return longest("less", text, from).isPresent() ? Optional.of(Direction.DECREASE) : Optional.empty();
    }

    /** Whether what something is compared with ends right before a place: "평년보다", "전년 대비". */
    boolean isComparedBefore(String text, int at) {
        int to = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        return groups.getOrDefault("compared", Map.of()).keySet().stream()
                .anyMatch(form -> text.startsWith(form, to - form.length()));
    }

    /** Returns one past the word between a whole and its part, "10명 중 7명"; -1 if none stands there. */
    int outOfEnd(String text, int at) {
        return longest("out-of", text, skipSpace(text, at))
                .map(match -> skipSpace(text, match.end()))
                .orElse(-1);
    }

    /** Whether a verb that raises or cuts something stands at a place. */
    boolean isRaised(String text, int at) {
        return longest("raised", text, at).isPresent();
    }

    /** Whether the particle behind a number makes it a level that something comes to: "3만 원으로". */
    boolean isLevel(String text, int at) {
        return longest("level", text, at).isPresent();
    }

    /** Returns one past the particle that makes a number the one that something comes from; the place itself if there is none. */
    int whenceEnd(String text, int at) {
        return longest("whence", text, at).map(Match::end).orElse(at);
    }

    /** Whether what stands behind a number makes it one that is said of the subject: "이다", "に達した". */
    boolean isSaid(String text, int at) {
        return longest("said", text, skipSpace(text, at)).isPresent();
    }

    /** Whether a sum with its particle is what somebody spends or gives: "을 지원", "を投じる". */
    boolean isSpent(String text, int at) {
        int verb = at < text.length() && isObjectParticle(text.charAt(at)) ? skipSpace(text, at + 1) : at;
        return verb > at && longest("spent", text, verb).isPresent();
    }

    /** Whether a particle says what for. */
    boolean isPurpose(char c) {
        return has("purpose", String.valueOf(c));
    }

    /** What the number behind is counted by, as units are named, else in the text's own word: "시간당" is "hour". */
    Optional<String> per(String text, int number) {
        int end = perEnd(text, number);
        int from = wordStart(text, end);
        if (end == number || from == end) {
            return Optional.empty();
        }
        return unit(text, from)
                .filter(match -> match.end() == end)
                .map(match -> match.meaning().name())
                .or(() -> longest("counter", text, from)
                        .filter(match -> match.end() == end)
                        .map(match -> text.substring(from, end)))
                .or(() -> currencyWord(text, from)
                        .filter(match -> match.end() == end)
                        .map(Match::meaning));
    }

    /** Whether it is said at a place that what stands before counts something else: "1인당". */
    boolean isPer(String text, int at) {
        return longest("per", text, at).isPresent();
    }

    /** Whether a number is so many times what was at the date that ends at a place: "작년의 두 배". */
    boolean isTimesOf(String text, int date, int number) {
        return longest("of", text, date)
                .filter(match -> skipSpace(text, match.end()) == number)
                .isPresent();
    }

    /** Where the words begin that say what a number is counted by; the number itself if there are none. */
    int perStart(String text, int number) {
        int end = perEnd(text, number);
        int from = end == number ? number : wordStart(text, end);
        while (from < number && from > 0 && Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Returns where "당" or "当たり" before a number and its hedge begins; the number itself if neither stands there. */
    private int perEnd(String text, int number) {
        int hedge = hedgeStart(text, number);
        int at = hedge > 0 && text.charAt(hedge - 1) == ' ' ? hedge - 1 : hedge;
        for (String form : groups.getOrDefault("per", Map.of()).keySet()) {
            if (at > form.length() && text.startsWith(form, at - form.length())) {
                return at - form.length();
            }
        }
        return number;
    }

    private static int wordStart(String text, int end) {
        int from = end;
        while (from > 0 && end - from < PER_MAX && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Whether the words behind an object say that it is for whom or what for: "시민을 위해". */
    boolean isNoObject(String text, int at) {
        return longest("no-object", text, skipSpace(text, at)).isPresent();
    }

    boolean isObjectParticle(char c) {
        return has("object", String.valueOf(c));
    }

    /** A noun of one syllable that says little without the one before it: "취업자 수". */
    boolean isShortNoun(String noun) {
        return has("short-noun", noun);
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    boolean isSubjectParticle(char c) {
        return has("particle", String.valueOf(c));
    }

    /** Whether the last syllable of a word belongs to it, though it looks like a particle: "전문가", expert. */
    boolean endsInNoun(String word) {
        for (int length = 2; length <= Math.min(3, word.length()); length++) {
            if (has("noun-end", word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word carries a particle that makes it no subject: "발대식에". */
    boolean endsInParticle(String word) {
        if (endsInNoun(word)) {
            return false;
        }
        for (String particle : groups.getOrDefault("other-particle", Map.of()).keySet()) {
            if (word.endsWith(particle)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a noun ends as those do that are numbers or sizes themselves: "건수", "출산율". */
    boolean endsInQuantity(String noun) {
        return !noun.isEmpty()
                && (has("short-noun", noun.substring(noun.length() - 1))
                        || has("quantity-noun", noun.substring(Math.max(0, noun.length() - 2))));
    }

    /** Whether a word of one syllable is what farms count. */
    boolean isAnimal(String word) {
        return has("animal", word);
    }

    /** Returns one past "규모의", which says of what size the noun behind it is; the place itself if it does not stand there. */
    int sizeOfEnd(String text, int at) {
        return longest("size-of", text, skipSpace(text, at)).map(Match::end).orElse(at);
    }

    /** Words before a number that are no noun counted: "total", "each". */
    boolean isModifier(String word) {
        return has("modifier", word) || has("before", word);
    }

    boolean rejectedBefore(String text, int start) {
        int at = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
        for (int length = 1; length <= 2 && length <= at; length++) {
            if (has("reject-before", text.substring(at - length, at))) {
                return true;
            }
        }
        return false;
    }

    /** One past what says that the number numbers a thing ("5호"); 0 if nothing does. */
    int rejectedBehind(String text, int at) {
        return longest("reject-after", text, at).map(Match::end).orElse(0);
    }

    private static boolean latinGoesOn(String text, int from, int end) {
        boolean latin = text.charAt(end - 1) < 0x250 && Character.isLetter(text.charAt(end - 1));
        return latin
                && end < text.length()
                && text.charAt(end) < 0x250
                && Character.isLetterOrDigit(text.charAt(end))
                && from < end;
    }

    private Optional<BigDecimal> character(String group, String text, int at) {
        if (at >= text.length()) {
            return Optional.empty();
        }
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(text.substring(at, at + 1)))
                .map(BigDecimal::new);
    }

    private boolean has(String group, String form) {
        return groups.getOrDefault(group, Map.of()).containsKey(form);
    }

    private Optional<Match<String>> longest(String group, String text, int at) {
        Map<String, String> forms = groups.getOrDefault(group, Map.of());
        for (int length = Math.min(longest.getOrDefault(group, 0), text.length() - at); length > 0; length--) {
            String meaning = forms.get(text.substring(at, at + length));
            if (meaning != null) {
                return Optional.of(new Match<>(meaning, at + length));
            }
        }
        return Optional.empty();
    }
}
