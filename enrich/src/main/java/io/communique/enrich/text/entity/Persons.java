package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Persons: names beside a title or a form of address, names in full that begin with a usual given name or are written the Korean way, and
 * later mentions of either by family name.
 */
final class Persons {
    private static final int LONGEST_TITLE = 16;
    private static final int ACRONYM_MAX = 4;
    private static final int SHARING_MAX = 4;
    private static final int NAME_MAX = 10;

    /** Ranks and offices that are written short before a name. */
    private static final Set<String> SHORT_RANKS = Set.of(
            "gen.", "lt.", "col.", "maj.", "capt.", "adm.", "cmdr.", "brig.", "sgt.", "sen.", "gov.", "rep.", "amb.",
            "prof.", "spc.", "pfc.", "pvt.", "cpl.", "ens.", "cdr.");

    private static final Set<String> GRADES = Set.of("Staff", "Master", "Rear", "Vice", "Petty", "Flight");

    private static final Set<String> IS = Set.of("is", "was", "became");

    private static final Set<String> POSSESSIVES = Set.of("the", "his", "her", "its", "their", "our", "my", "'s");
    private static final Pattern AGE = Pattern.compile("1?\\d?\\d");

    private static final Set<String> DEGREES = Set.of(
            "MD", "PhD", "DPhil", "JD", "LLM", "LLB", "MPH", "MSc", "BSc", "MBA", "MPA", "MA", "BA", "RN", "DVM",
            "PharmD", "DO", "DDS", "PE", "Esq", "Jr", "Sr", "KC", "QC", "SC", "CBE", "OBE", "MBE", "KBE", "DBE", "GCMG",
            "KCMG", "CMG", "AO", "AM", "AC", "FRS", "CPA", "TD", "MP", "MEP", "MSP", "MLA", "MHA", "MLC", "MPP", "MK",
            "MS");

    /** They tell a son from his father, and belong to the name. */
    private static final Set<String> SONS = Set.of("Jr", "Jr.", "Sr", "Sr.");

    private final Reading reading;
    private final Tokens tokens;
    private final Titles titles;
    private final PersonNames names;
    private final List<PersonMention> mentions = new ArrayList<>();
    /** Where a name may stand in a headline, and where the title before it begins. */
    private final List<int[]> headlines = new ArrayList<>();

    Persons(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.titles = new Titles(reading);
        this.names = new PersonNames(reading);
    }

    /** Finds the mentions; their tokens are claimed. */
    void collect() {
        for (int i = 0; i < tokens.size(); ) {
            i = Math.max(i + 1, collectAt(i));
        }
        collectHeadlines();
        collectBare();
    }

    /** Returns the mentions found so far, in the order of the text. */
    List<PersonMention> mentions() {
        return mentions.stream()
                .sorted(Comparator.comparingInt(mention -> mention.from))
                .toList();
    }

    /** Takes mentions back, and frees their tokens. */
    void removeAll(Set<PersonMention> wrong) {
        mentions.removeAll(wrong);
        wrong.forEach(mention -> reading.release(mention.from, mention.to));
    }

    /** Adds a name that a model saw, with the title that stands beside it, or beside what the rules took for its name. */
    void addSeen(int from, int to, @Nullable PersonMention known) {
        Optional<Title> title = titleBefore(from);
        Optional<String> honorific = Optional.empty();
        if (known != null) {
            title = title.or(() -> known.title);
            honorific = known.honorific;
        }
        add(from, to, title, honorific);
    }

    /** "major Zorvan": a rank with a small letter by itself is more often the adjective. */
    private boolean isRankAlone(int from, int to) {
        String word = tokens.word(from);
        return to == from + 1 && (word.equals("major") || word.equals("general") || word.equals("private"));
    }

    /** Returns where the name begins behind the titles and forms of address at the beginning of a span; its end if it has nothing else. */
    int titleEnd(int from, int to) {
        int at = from;
        while (at < to) {
            Title title = titles.at(at);
            // All of "Secretary" is title where "Under Secretary for Trade" goes on behind it.
            int next = title == null || isGivenName(title) ? honorificsEnd(at) : title.to();
            next = Math.min(to, next);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Returns the title that ends where the name begins, or at a subject in small letters that does: "rapporteur on sea fares Ann Berg". */
    private Optional<Title> titleBefore(int from) {
        if (tokens.isBreak(from)) {
            return Optional.empty();
        }
        int subject = titles.subjectBefore(from);
        for (int at = Math.max(0, from - LONGEST_TITLE); at < from; at++) {
            Title title = titles.at(at);
            if (title != null && title.to() == from && !isRankAlone(at, from)) {
                return Optional.of(title);
            }
            if (title != null && subject < from && title.from() < subject && title.to() >= subject) {
                return Optional.of(titles.withSubject(title, from));
            }
        }
        return headBefore(from).or(() -> sharedBefore(from));
    }

    /** "Head of Delegation Ann Berg". */
    private Optional<Title> headBefore(int from) {
        return endingAt(from, titles::headOf);
    }

    /** "Trade Ministers Ann Berg and Per Dahl": a title that several names share, before the first of them. */
    private Optional<Title> sharedBefore(int from) {
        int begin = from;
        for (int names = 0; names < SHARING_MAX && isBehindName(begin); names++) {
            begin = nameBefore(begin);
        }
        int end = names.end(from, true);
        boolean several = begin < from || tokens.is(end, "and") || tokens.is(end, ",");
        return several ? endingAt(begin, titles::plural) : Optional.empty();
    }

    /** Returns the longest of the titles read in such a way that ends before a token. */
    private Optional<Title> endingAt(int end, IntFunction<@Nullable Title> reader) {
        return IntStream.range(Math.max(0, end - LONGEST_TITLE), end)
                .mapToObj(reader)
                .filter(Objects::nonNull)
                .filter(title -> title.to() == end)
                .findFirst();
    }

    private boolean isBehindName(int from) {
        boolean joined = tokens.is(from - 1, "and") || tokens.is(from - 1, ",");
        return joined && !tokens.isBreak(from) && reading.claim(from - 2) == Entity.Type.PERSON;
    }

    private int nameBefore(int from) {
        int at = from - 1;
        while (at > Math.max(0, from - NAME_MAX) && reading.claim(at - 1) == Entity.Type.PERSON) {
            at--;
        }
        return at;
    }

    private int collectAt(int token) {
        Title office = titles.at(token);
        Title title = office == null ? titles.headOf(token) : office;
        if (title != null && !isGivenName(title) && !isRankAlone(token, title.to())) {
            int end = afterTitle(title);
            return end > title.to() ? end : titleEnd(title);
        }
        if (!tokens.isCapitalised(token) || reading.claim(token) != null) {
            return token;
        }
        int addressed = honorificsEnd(token);
        if (addressed > token) {
            return named(token, addressed);
        }
        return untitled(token);
    }

    /** "Dean Berg": a rank that is also a usual given name is one where nothing else makes it a title. */
    private boolean isGivenName(Title title) {
        return title.to() == title.from() + 1 && reading.is(title.from(), Kind.GIVEN_NAME);
    }

    /** Where looking goes on after a title without name: behind its rank words, not behind "of Norway", which may be anything. */
    private int titleEnd(Title title) {
        return title.from() + 1;
    }

    private int afterTitle(Title title) {
        int at = title.to();
        boolean comma =
                tokens.is(at, ",") && (title.qualified() || isOfOne(title) || isHeldBy(title, honorificsEnd(at + 1)));
        int start = comma ? at + 1 : at;
        int name = behindRank(title, honorificsEnd(start));
        if (name >= tokens.size() || tokens.isBreak(name)) {
            return at;
        }
        int end = names.end(name, !comma);
        boolean full = end > name && names.units(name, end) > 1;
        boolean closed = title.qualified() || tokens.is(end, ",");
        boolean sure = comma ? full && closed && (name > start || !isTitleAfter(end)) : end > name;
        if (!sure || isPlaceAlone(name, end) || isAcronym(name, end)) {
            return at;
        }
        if (reading.isHeadline(name) && !full && !isPlainlyName(name)) {
            headlines.add(new int[] {name, title.from()});
            return at;
        }
        Optional<String> honorific = name > start ? Optional.of(tokens.text(start, name)) : Optional.empty();
        return add(name, end, Optional.of(title), honorific);
    }

    /** "The NOU's Secretary-General, Ann Berg, said", "the Norwegian foreign minister, Ann Berg,": an office that one has. */
    private boolean isOfOne(Title title) {
        boolean of = reading.claim(title.from()) == Entity.Type.ORGANIZATION
                || title.country().isPresent();
        return (of && POSSESSIVES.contains(tokens.lower(title.from() - 1))) || tokens.is(title.from() - 1, "'s");
    }

    /** "Spokesman Detective Berg", "minister General Berg": the rank behind an office in small letters. */
    private int behindRank(Title office, int token) {
        Title rank = tokens.isCapitalised(token) && !tokens.isCapitalised(office.to() - 1) ? titles.at(token) : null;
        boolean alone = rank != null && rank.to() == token + 1 && !isGivenName(rank) && !tokens.isBreak(token);
        return alone && names.end(token + 1, true) > token + 1 ? token + 1 : token;
    }

    /** "The Foreign Secretary, Ann Berg, said": an office in capitals whose holder the commas enclose; of a list there would be more. */
    private boolean isHeldBy(Title title, int name) {
        boolean article = tokens.lower(title.from() - 1).equals("the") && !tokens.isBreak(title.from());
        int end = article && tokens.isCapitalised(title.from()) ? names.end(name, false) : name;
        return end > name
                && tokens.is(end, ",")
                && tokens.isWord(end + 1)
                && !tokens.isCapitalised(end + 1)
                && !tokens.is(end + 1, "and")
                && !tokens.is(end + 1, "the");
    }

    /** Whether the word is a name whatever its capital: in "Minister Opens Office" only those are. */
    private boolean isPlainlyName(int token) {
        return reading.is(token, Kind.GIVEN_NAME) || reading.is(token, Kind.KOREAN_SURNAME) || names.isKorean(token);
    }

    /** Adds family names behind a title in headlines where the text under them has the name too. */
    private void collectHeadlines() {
        Set<String> families = new HashSet<>();
        mentions.forEach(mention -> families.add(mention.family()));
        for (int[] headline : headlines) {
            int name = headline[0];
            if (families.contains(tokens.lower(name)) && reading.claim(name) == null) {
                add(name, name + 1, Optional.ofNullable(titles.at(headline[1])), Optional.empty());
            }
        }
    }

    private boolean isTitleAfter(int end) {
        return tokens.is(end, ",") && titleBehind(end) != null;
    }

    /** "Mayor of London": after a title, a place's name by itself is the place, not a person. */
    private boolean isPlaceAlone(int from, int to) {
        Phrases.Match<Place> place = reading.place(from);
        return place != null && place.to() >= to && !place.value().doubtful();
    }

    /** "General SEO advice". */
    private boolean isAcronym(int from, int to) {
        return to == from + 1
                && tokens.isAllCapitals(from)
                && !reading.isShouted(from)
                && tokens.word(from).length() <= ACRONYM_MAX;
    }

    private int honorificsEnd(int token) {
        int at = excellencyEnd(token);
        int next = reading.end(at, Kind.HONORIFIC);
        while (next > at && tokens.isCapitalised(at) && isFormOfAddress(at) && (at == token || !tokens.isBreak(at))) {
            at = next;
            next = reading.end(at, Kind.HONORIFIC);
        }
        return at;
    }

    /** "HE Dr Ann Berg": capitals that are no pronoun where a form of address or a name follows. */
    private int excellencyEnd(int token) {
        boolean excellency = tokens.is(token, "HE")
                && !reading.isShouted(token)
                && !tokens.isBreak(token + 1)
                && (reading.end(token + 1, Kind.HONORIFIC) > token + 1 || reading.is(token + 1, Kind.GIVEN_NAME))
                && tokens.isCapitalised(token + 1);
        return excellency ? token + 1 : token;
    }

    /** "MS" in a text of small letters is no Ms. */
    private boolean isFormOfAddress(int token) {
        return !tokens.isAllCapitals(token)
                || reading.isShouted(token)
                || tokens.word(token).length() > 2;
    }

    private int named(int token, int addressed) {
        int name = addressed;
        int end = name < tokens.size() && !tokens.isBreak(name) ? names.end(name, true) : name;
        if (end == name) {
            return addressed;
        }
        return add(name, end, Optional.ofNullable(titleBehind(end)), Optional.of(tokens.text(token, name)));
    }

    private int untitled(int token) {
        if (!reading.isNameWord(token) || (tokens.isHyphen(token - 1) && tokens.isJoined(token))) {
            return token;
        }
        int end = names.end(token, false);
        if (end == token || names.units(token, end) < 2) {
            return token;
        }
        boolean known = names.isKorean(token) || names.isGivenFirst(token);
        Title behind = reading.isHeadline(token) ? null : titleBehind(end);
        boolean ofThing = tokens.isCapitalised(end) && !tokens.isBreak(end) && reading.is(end, Kind.THING);
        if (ofThing || (!known && (behind == null || reading.place(token) != null))) {
            return token;
        }
        return add(token, end, Optional.ofNullable(behind).or(() -> titleBefore(token)), Optional.empty());
    }

    /** Returns one past the age behind a name, ", 54", if a comma follows; {@code end} if none does. */
    private int ageEnd(int end) {
        boolean age = tokens.is(end, ",")
                && !tokens.isBreak(end + 1)
                && AGE.matcher(tokens.word(end + 1)).matches()
                && tokens.is(end + 2, ",");
        return age ? end + 2 : end;
    }

    /** Returns the title that follows a name: ", Minister of Trade" or "(Minister of Trade)"; null if none does. */
    private @Nullable Title titleBehind(int end) {
        int mark = degreesEnd(end);
        if ((!tokens.is(mark, ",") && !tokens.is(mark, "(")) || tokens.isBreak(mark + 1)) {
            return null;
        }
        int at = articleEnd(whoIsEnd(ageEnd(mark) + 1));
        Title title = titles.at(at);
        title = title == null ? titles.member(at) : title;
        title = title == null ? titles.headOf(at) : title;
        if (title == null) {
            return null;
        }
        int next = honorificsEnd(title.to());
        if (tokens.is(end, ",") && isOneOfList(end, title)) {
            return null;
        }
        boolean ofNext = next < tokens.size() && !tokens.isBreak(next) && names.end(next, true) > next;
        return ofNext ? null : title;
    }

    /** "The President, the First Lady, and other guests": one more of a list. */
    private boolean isOneOfList(int comma, Title title) {
        boolean article = tokens.is(comma + 1, "the");
        return article && !title.qualified() && tokens.is(title.to(), ",") && tokens.is(title.to() + 1, "and");
    }

    /** Returns the title that follows a name, or words before a rank that no list has: ", Harbour Systems Engineer,". */
    private @Nullable Title roleBehind(int end) {
        Title title = titleBehind(end);
        int comma = ageEnd(degreesEnd(end));
        return title == null && tokens.is(comma, ",") && !tokens.isBreak(comma + 1)
                ? titles.ofAnyWords(articleEnd(comma + 1))
                : title;
    }

    private int add(int from, int to, Optional<Title> before, Optional<String> honorific) {
        Title behind = roleBehind(to);
        Optional<Title> title = before.filter(office -> behind == null
                        || office.text().length() >= behind.text().length())
                .or(() -> Optional.ofNullable(behind))
                .or(() -> shortRank(from, honorific));
        boolean familyFirst =
                names.isKorean(from) || (tokens.isAllCapitals(from) && to > from + 1 && !tokens.isAllCapitals(to - 1));
        reading.claim(from, to, Entity.Type.PERSON);
        Optional<String> said =
                countryBehind(to).or(() -> before.flatMap(Title::country)).or(() -> countryBefore(from));
        mentions.add(new PersonMention(from, to, tokens.text(from, to), familyFirst, title, honorific, said));
        return to;
    }

    /** "Lt. Gen." of "Lt. Gen. Dame Ann Berg". */
    private Optional<Title> shortRank(int name, Optional<String> honorific) {
        String rank = honorific.stream()
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .takeWhile(word -> SHORT_RANKS.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        String graded = grade(name, honorific.orElse("")) + rank;
        return rank.isEmpty()
                ? Optional.empty()
                : Optional.of(new Title(name, name, graded, rank.toLowerCase(Locale.ROOT), Optional.empty(), false));
    }

    /** "Staff " of "Staff Sgt. Ann Berg"; empty if no grade stands before the rank. */
    private String grade(int name, String honorific) {
        int first = name - 1;
        while (first > Math.max(0, name - NAME_MAX) && tokens.text(first, name).length() < honorific.length()) {
            first--;
        }
        boolean graded = first > 0 && !tokens.isBreak(first) && GRADES.contains(tokens.word(first - 1));
        return graded ? tokens.word(first - 1) + " " : "";
    }

    /** "Norway's Ann Berg". */
    private Optional<String> countryBefore(int from) {
        boolean possessive = tokens.is(from - 1, "'s") && !tokens.isBreak(from);
        Phrases.Match<Place> country = possessive ? reading.countryBefore(from - 1) : null;
        return country == null ? Optional.empty() : country.value().country();
    }

    /** Returns one past "who is"; the token itself if it does not begin that. */
    private int whoIsEnd(int token) {
        return tokens.is(token, "who") && IS.contains(tokens.word(token + 1)) ? token + 2 : token;
    }

    private int articleEnd(int token) {
        String word = tokens.word(token);
        return word.equals("the") || word.equals("a") || word.equals("an") ? token + 1 : token;
    }

    /** Returns one past the degrees and honours behind a name: ", M.D., Ph.D.". */
    private int degreesEnd(int end) {
        // "Ann Berg MEP, chair".
        int at = tokens.isBreak(end) ? end : degreeEnd(end);
        int next = degreeEnd(at + 1);
        while (tokens.is(at, ",") && next > at + 1) {
            at = next;
            next = degreeEnd(at + 1);
        }
        return tokens.is(at, ",") || tokens.is(at, "(") ? at : end;
    }

    /** "Ann Berg T.D.", "Ann Berg MEP": a seat in a parliament or an honour is no part of the name. */
    static int withoutDegree(int from, int to, Tokens tokens) {
        boolean degree = to > from + 2
                && tokens.hasCapital(to - 2)
                && !SONS.contains(tokens.word(to - 1))
                && DEGREES.contains(tokens.word(to - 1).replace(".", ""));
        return degree ? to - 1 : to;
    }

    private int degreeEnd(int token) {
        int at = token;
        StringBuilder degree = new StringBuilder();
        while (at == token || (at < token + 4 && tokens.isJoined(at) && !tokens.is(at, ","))) {
            degree.append(tokens.word(at).replace(".", ""));
            at++;
        }
        return DEGREES.contains(degree.toString()) ? at : token;
    }

    /** "Ann Berg (NOU, SE)": of which country a member of a parliament of many is. */
    private Optional<String> countryOfMember(int to) {
        int at = to + 2;
        while (at < to + 5 && !tokens.is(at, ",") && !tokens.isBreak(at)) {
            at++;
        }
        return tokens.is(to, "(") && tokens.is(at, ",") && tokens.is(at + 2, ")")
                ? Gazetteer.codeOf(tokens.word(at + 1))
                : Optional.empty();
    }

    /** "Ann Berg of Norway", "Ann Berg (Norway)", "Ann Berg (NOU, NO)". */
    private Optional<String> countryBehind(int to) {
        Optional<String> member = countryOfMember(to);
        if (member.isPresent()) {
            return member;
        }
        if ((!tokens.is(to, "of") && !tokens.is(to, "(")) || tokens.isBreak(to)) {
            return Optional.empty();
        }
        int at = tokens.is(to + 1, "the") ? to + 2 : to + 1;
        Phrases.Match<Place> place = reading.place(at);
        if (place == null || place.value().kind() != Place.Kind.COUNTRY) {
            return Optional.empty();
        }
        return place.value().country();
    }

    /** Finds family names that stand alone after the person was named in full or with a title. */
    void collectBare() {
        Map<String, FamilyName> byName = new HashMap<>();
        for (PersonMention mention : mentions) {
            byName.computeIfAbsent(mention.family(), any -> new FamilyName(mention.from))
                    .add(mention);
        }
        for (int i = 0; i < tokens.size(); i++) {
            FamilyName known = isAlone(i) ? byName.get(tokens.lower(i)) : null;
            if (known != null && known.first < i && known.fullNames.size() <= 1) {
                reading.claim(i, i + 1, Entity.Type.PERSON);
                mentions.add(new PersonMention(
                        i, i + 1, tokens.word(i), false, Optional.empty(), Optional.empty(), Optional.empty()));
            }
        }
    }

    private boolean isAlone(int token) {
        boolean joined = (tokens.isHyphen(token - 1) && tokens.isJoined(token))
                || (tokens.isHyphen(token + 1) && tokens.isJoined(token + 1));
        boolean country = reading.countryEnd(token) > token && !isDoubtful(token);
        return reading.isNameWord(token)
                && reading.claim(token) == null
                && !joined
                && !country
                && !reading.isHeadline(token)
                && !isNameAround(token - 1)
                && !isNameAround(token + 1);
    }

    private boolean isDoubtful(int token) {
        Phrases.Match<Place> place = reading.place(token);
        boolean pointed = tokens.is(token - 1, "in") || tokens.is(token - 1, "to") || tokens.is(token - 1, "from");
        return place != null && place.value().doubtful() && !pointed;
    }

    private boolean isNameAround(int token) {
        boolean inside = token >= 0 && token < tokens.size() && tokens.isCapitalised(token);
        return inside
                && reading.claim(token) == null
                && reading.isNameWord(token)
                && reading.countryEnd(token) == token;
    }

    /** A family name, and who has it: two persons in full, and the name alone does not say whom it means. */
    private static final class FamilyName {
        private final int first;
        private final Set<String> fullNames = new HashSet<>();

        FamilyName(int first) {
            this.first = first;
        }

        private void add(PersonMention mention) {
            if (mention.isFull()) {
                fullNames.add(mention.name.toLowerCase(Locale.ROOT));
            }
        }
    }
}
