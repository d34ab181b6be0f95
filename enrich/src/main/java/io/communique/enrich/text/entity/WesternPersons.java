package io.communique.enrich.text.entity;

import io.communique.enrich.text.entity.WesternWords.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Persons in German, French and Spanish: names beside an office ("Ministerin Ann Berg", "Ann Berg, ministre de la Mer"), beside a form of
 * address, or that begin with a usual given name; and family names alone of those who were named so.
 */
final class WesternPersons {
    private static final int UNITS_MAX = 4;
    private static final String LINK = "link";
    private static final int COMPLEMENT_MAX = 14;
    private static final int BEFORE_MAX = 3;
    private static final Set<String> CLOSING = Set.of(",", ".", ":", ";", ")", "(");

    private final String text;
    private final Tokens tokens;
    private final WesternWords words;
    private final List<TitledPerson> found = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, Set<String>> fullNames = new HashMap<>();

    /** Reads a text's words, which may be parted where the text's are not. */
    WesternPersons(String text, Tokens tokens, WesternWords words) {
        this.text = text;
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * What somebody is.
     *
     * @param to one past its last token
     * @param role its words
     */
    private record Office(int to, String role, Optional<String> country) {}

    /** A name: its tokens, and how many parts it has. */
    private record Name(int from, int to, int units) {}

    List<TitledPerson> find() {
        int at = 0;
        while (at < tokens.size()) {
            at = Math.max(at + 1, collectAt(at));
        }
        collectFamilyNames();
        return found.stream().map(this::whole).toList();
    }

    /** "Frau Berg" is the Ann Berg of the text, if there is one. */
    private TitledPerson whole(TitledPerson person) {
        Set<String> full = fullNames.getOrDefault(person.key(), Set.of());
        return full.size() == 1
                ? new TitledPerson(
                        person.first(), person.end(), full.iterator().next(), person.role(), person.country())
                : person;
    }

    private String written(int from, int to) {
        return text.substring(tokens.start(from), tokens.end(to - 1));
    }

    /** Whether a token is part of a person's name. */
    boolean isTaken(int token) {
        return taken.contains(token);
    }

    private int collectAt(int at) {
        Office office = office(at);
        if (office != null) {
            return besideOffice(at, office);
        }
        Optional<String> other = counterpart(at);
        if (other.isPresent()) {
            Name whose = name(at);
            return whose.units() > 1 ? add(whose, Optional.of(new Office(at, "", other))) : at;
        }
        Phrases.Match<Listed> body = words.body(tokens, at);
        return body != null && body.to() > at + 1 ? body.to() : byItself(at);
    }

    /** "Ministerin Ann Berg", "die Ministerin für Häfen, Ann Berg,". */
    private int besideOffice(int at, Office office) {
        boolean comma = tokens.is(office.to(), ",");
        Name name = name(honorificsEnd(comma ? office.to() + 1 : office.to()));
        boolean whole = name.units() > 1 && (!comma || CLOSING.contains(tokens.word(name.to())));
        boolean family = name.units() == 1 && !comma && isFamilyName(name, office);
        return whole || family ? add(name, Optional.of(office)) : at;
    }

    /** "Kanzler Berg sprach", "le président Montel": right behind an office; in German no noun like "Sprecher Bundespolizei". */
    private boolean isFamilyName(Name name, Office office) {
        String next = tokens.word(name.to());
        String head = tokens.lower(office.to() - 1);
        boolean person = words.has("before-name", head) || words.endsIn("before-name", head);
        boolean german = words.language().equals("de");
        boolean closed = CLOSING.contains(next) || (tokens.isWord(name.to()) && !tokens.isCapitalised(name.to()));
        boolean noun = words.endsIn("noun-ending", tokens.lower(name.from()));
        boolean direct =
                name.from() == office.to() && !tokens.isBreak(name.from()) && !tokens.isAllCapitals(name.from());
        return direct && (!german || (person && closed && !noun));
    }

    /** "Frau Berg", "Dr. Ann Berg", "Ann Berg". */
    private int byItself(int at) {
        int addressed = honorificsEnd(at);
        Name name = name(addressed);
        boolean whole =
                name.units() > 1 && (addressed > at || isSurelyName(name) || (name.units() == 2 && hasOffice(name)));
        boolean family = name.units() == 1 && addressed > at && isAddress(at);
        return whole || family ? add(name, Optional.empty()) : at;
    }

    /** "Alois Rainer, Minister für Häfen": whose given name no list has. */
    private boolean hasOffice(Name name) {
        boolean plain = name.to() == name.from() + 2 || tokens.isHyphen(name.from() + 1);
        return plain && tokens.is(name.to(), ",") && behind(name.to()) != null;
    }

    private boolean isAddress(int at) {
        String dotted = tokens.is(at + 1, ".") ? tokens.lower(at) + "." : tokens.lower(at);
        return words.has("address", tokens.lower(at)) || words.has("address", dotted);
    }

    /** Returns the country of "son homologue ukrainien", "seinem ukrainischen Amtskollegen" that ends before the name. */
    private Optional<String> counterpart(int name) {
        for (int at = name - 1; at > name - BEFORE_MAX && at >= 0; at--) {
            if (words.has("counterpart", tokens.lower(at))) {
                return nationality(at + 1).or(() -> nationality(name - 2));
            }
        }
        return Optional.empty();
    }

    /** A given name and one more word; in German, where all nouns have capitals, no third one that is none of the name. */
    private boolean isSurelyName(Name name) {
        boolean noun = words.language().equals("de") && tokens.isCapitalised(name.to()) && !tokens.isBreak(name.to());
        return words.isGivenName(tokens.lower(name.from())) && !noun;
    }

    /** Returns where looking goes on: an office behind the name is not the next one's. */
    private int add(Name name, Optional<Office> before) {
        Optional<Office> behind = Optional.ofNullable(behind(name.to()));
        Optional<Office> office = before.or(() -> behind);
        String key = written(name.from(), name.to());
        for (String family : families(name)) {
            fullNames.computeIfAbsent(family, any -> new HashSet<>()).add(key);
        }
        for (int i = name.from(); i < name.to(); i++) {
            taken.add(i);
        }
        found.add(new TitledPerson(
                name.from(),
                name.to(),
                key,
                office.map(Office::role).filter(role -> !role.isEmpty()),
                office.flatMap(Office::country)));
        return behind.map(Office::to).orElse(name.to());
    }

    /** The last part; of three in Spanish the last but one, which is the father's, as well. */
    private List<String> families(Name name) {
        if (name.units() < 2) {
            return List.of();
        }
        int last = name.to() - 1;
        while (last - 2 > name.from() && tokens.isHyphen(last - 1)) {
            last -= 2;
        }
        List<String> families = new ArrayList<>(List.of(written(last, name.to())));
        if (words.language().equals("es") && name.units() > 2) {
            families.add(tokens.word(last - 1));
        }
        return families;
    }

    /** "Ministerin Berg", "Berg": of whom there is one of that family name in the text. */
    private void collectFamilyNames() {
        for (int i = 0; i < tokens.size(); i++) {
            int to = hyphenEnd(i + 1);
            Set<String> whole = tokens.isCapitalised(i) ? fullNames.get(written(i, to)) : null;
            if (whole != null && whole.size() == 1 && !taken.contains(i) && !isPartOfOther(i, to)) {
                taken.add(i);
                found.add(new TitledPerson(i, to, whole.iterator().next(), Optional.empty(), Optional.empty()));
            }
        }
    }

    private boolean isPartOfOther(int from, int to) {
        boolean before = from > 0
                && !tokens.isBreak(from)
                && tokens.isCapitalised(from - 1)
                && words.isGivenName(tokens.lower(from - 1));
        return before || (tokens.isHyphen(to) && tokens.isJoined(to));
    }

    // ---- offices

    /** The office that begins at a token, with what it is of; null if none does. */
    private @Nullable Office office(int from) {
        return office(from, true);
    }

    private @Nullable Office office(int from, boolean mayHaveSecond) {
        int at = from;
        int begin = from;
        Optional<String> country = Optional.empty();
        while (at < from + BEFORE_MAX
                && (words.has("modifier", tokens.lower(at)) || nationality(at).isPresent())) {
            Optional<String> said = nationality(at);
            country = said.isPresent() ? said : country;
            at++;
            begin = said.isPresent() || words.has("new", tokens.lower(at - 1)) ? at : begin;
        }
        int head = words.titleEnd(tokens, at);
        if (head == at || (at > from && tokens.isBreak(at))) {
            return null;
        }
        head = words.has("after", tokens.lower(head)) ? head + 1 : head;
        Optional<String> behind = nationality(head);
        int to = behind.isPresent() ? head + 1 : head;
        int end = complementEnd(to);
        // "Ministre de la Mer portugais".
        boolean romance = !words.language().equals("de");
        Optional<String> last = romance && end > to ? nationality(end) : Optional.empty();
        int closed = last.isPresent() ? end + 1 : end;
        Office second = mayHaveSecond && words.has("and", tokens.word(closed)) ? office(closed + 1, false) : null;
        if (second != null) {
            return new Office(
                    second.to(),
                    written(begin, second.to()),
                    country.or(() -> behind).or(() -> last).or(second::country));
        }
        country = country.or(() -> behind).or(() -> last).or(() -> prefix(from)).or(() -> countryIn(to, end));
        // "Präsident der Ukraine": the country is not of the office's words.
        boolean ofCountry = countryIn(to, end).isPresent() && isCountryAlone(to, end);
        return new Office(closed, written(begin, ofCountry ? to : end), country);
    }

    private Optional<String> nationality(int at) {
        return tokens.isWord(at) ? words.nationality(tokens.lower(at)) : Optional.empty();
    }

    /** "US-Präsident". */
    private Optional<String> prefix(int at) {
        Phrases.Match<Listed> place = tokens.isHyphen(at + 1) ? words.place(tokens, at) : null;
        return place == null
                ? Optional.of("US").filter(code -> tokens.is(at, "US") && tokens.isHyphen(at + 1))
                : place.value().country();
    }

    private Optional<String> countryIn(int from, int to) {
        for (int at = from; at < to; at++) {
            Phrases.Match<Listed> place = words.place(tokens, at);
            if (place != null && place.to() <= to) {
                return place.value().country();
            }
        }
        return Optional.empty();
    }

    private boolean isCountryAlone(int from, int to) {
        int at = from;
        while (at < to && isLink(at)) {
            at++;
        }
        Phrases.Match<Listed> place = words.place(tokens, at);
        return place != null && place.to() == to && place.value().isState();
    }

    /** Returns one past "für Bildung und Familie", "de la Transition écologique", "de Asuntos Exteriores"; the token itself if nothing like that follows. */
    int complementEnd(int from) {
        return complementEnd(from, LINK);
    }

    /** As {@link #complementEnd(int)}, led by no other words than those of the group. */
    int complementEnd(int from, String group) {
        int end = from;
        int at = from;
        boolean linked = false;
        while (at < from + COMPLEMENT_MAX && at < tokens.size() && !tokens.isBreak(at)) {
            Phrases.Match<Listed> name = linked ? nameOfList(at) : null;
            if (isLink(at, group)) {
                linked = true;
                at++;
            } else if (name != null && !isHyphened(name.to())) {
                at = name.to();
                end = at;
                linked = false;
            } else if (linked && isCommonNoun(at)) {
                at++;
                end = at;
                linked = tokens.isCapitalised(at);
            } else if (linked && tokens.isCapitalised(at)) {
                at = compoundEnd(at + 1);
                end = at;
                linked = false;
            } else if (end == at && end > from && (isAdjective(at) || isNounInPlural(at))) {
                at++;
                end = at;
            } else if (end == at && end > from && goesOn(at)) {
                linked = true;
                at++;
            } else {
                break;
            }
        }
        return end;
    }

    /** "Affaires étrangères"; Spanish writes them with a capital as well, "Asuntos Exteriores". */
    private boolean isAdjective(int at) {
        boolean small =
                !tokens.isCapitalised(at) || (words.language().equals("es") && !words.isGivenName(tokens.lower(at)));
        return small && words.isAdjective(tokens.lower(at));
    }

    /** "Anciens combattants": a small noun behind a word with a capital that is in the plural as well, where the name of the office ends. */
    private boolean isNounInPlural(int at) {
        String word = tokens.word(at);
        boolean plurals = tokens.word(at - 1).endsWith("s") && word.endsWith("s") && word.length() > 3;
        boolean ends = CLOSING.contains(tokens.word(at + 1)) || words.has("and", tokens.word(at + 1));
        return plurals
                && ends
                && nationality(at).isEmpty()
                && !tokens.isCapitalised(at)
                && tokens.isCapitalised(at - 1)
                && !words.language().equals("de");
    }

    /** "Agro-alimentaire": one past a word of an office whose hyphen a small letter may follow. */
    private int compoundEnd(int token) {
        int end = token;
        while (isHyphened(end) && tokens.isWord(end + 1)) {
            end += 2;
        }
        return end;
    }

    private boolean isHyphened(int at) {
        return tokens.isHyphen(at) && tokens.isJoined(at) && tokens.isJoined(at + 1);
    }

    /** "de la région Bretagne", "de la santé, Ann Berg": French and Spanish write most of their nouns small. */
    private boolean isCommonNoun(int at) {
        boolean small = tokens.isWord(at)
                && !tokens.isCapitalised(at)
                && tokens.word(at).length() > 3;
        boolean followed = tokens.is(at + 1, ",") || tokens.isCapitalised(at + 1);
        return small && followed && !words.language().equals("de");
    }

    private Phrases.@Nullable Match<Listed> nameOfList(int at) {
        Phrases.Match<Listed> body = words.body(tokens, at);
        return body == null ? words.place(tokens, at) : body;
    }

    private boolean isLink(int at) {
        return isLink(at, LINK);
    }

    /** An article by itself, behind a noun, leads on to something else. */
    private boolean isLink(int at, String group) {
        String word = tokens.word(at);
        boolean led = words.has(group, tokens.word(at - 1));
        return words.has(group, word) && (led || !words.has("article", word));
    }

    /** "Bildung, Familie und Jugend", "Bildung und Familie", "et de la Mer". */
    private boolean goesOn(int at) {
        boolean and = words.has("and", tokens.word(at));
        boolean linked = isLink(at + 1) && !words.language().equals("de");
        boolean next = tokens.isCapitalised(at + 1) || linked;
        Phrases.Match<Listed> name = nameOfList(at + 1);
        int behind = name == null ? at + 2 : name.to();
        boolean listed = tokens.is(at, ",")
                && tokens.isCapitalised(at + 1)
                && (tokens.is(behind, ",") || words.has("and", tokens.word(behind)))
                && !words.isGivenName(tokens.lower(at + 1));
        return (and && next && words.titleEnd(tokens, at + 1) == at + 1) || listed || isListOfLinks(at);
    }

    /** "De l'Économie, des Finances et de la Mer": each subject has its link. */
    private boolean isListOfLinks(int comma) {
        int at = comma + 1;
        while (at < comma + BEFORE_MAX + 1 && isLink(at)) {
            at++;
        }
        boolean linked = tokens.is(comma, ",") && at > comma + 1 && tokens.isCapitalised(at) && !tokens.isBreak(at);
        int noun = compoundEnd(at + 1);
        int behind = linked && isAdjective(noun) ? noun + 1 : noun;
        return linked
                && !words.language().equals("de")
                && !words.isGivenName(tokens.lower(at))
                && (tokens.is(behind, ",") || words.has("and", tokens.word(behind)));
    }

    /** The office behind a name: ", Ministerin für Bildung"; null if none follows, or if it is the next one's. */
    private @Nullable Office behind(int end) {
        if ((!tokens.is(end, ",") && !tokens.is(end, "(")) || tokens.isBreak(end + 1)) {
            return null;
        }
        int at = words.has(LINK, tokens.word(end + 1)) ? end + 2 : end + 1;
        Office office = office(at);
        return office == null || name(honorificsEnd(office.to())).units() > 0 ? null : office;
    }

    // ---- names

    private int honorificsEnd(int token) {
        int at = token;
        while (at < token + BEFORE_MAX && isHonorific(at)) {
            at += tokens.is(at + 1, ".") && tokens.isJoined(at + 1) ? 2 : 1;
        }
        return at;
    }

    private boolean isHonorific(int at) {
        String lower = tokens.lower(at);
        boolean dotted = tokens.is(at + 1, ".") && tokens.isJoined(at + 1) && words.has("honorific", lower + ".");
        boolean capital = tokens.isCapitalised(at) || lower.startsWith("don") || lower.startsWith("doñ");
        return capital && (words.has("honorific", lower) || dotted);
    }

    private Name name(int from) {
        int at = from;
        int units = 0;
        while (units < UNITS_MAX && at < tokens.size() && (at == from || !tokens.isBreak(at))) {
            int begin = particlesEnd(at);
            // "Le Maire": behind such a word with a capital, any other is the name's.
            boolean capital = begin > at && tokens.isCapitalised(at) && tokens.isCapitalised(begin);
            boolean part = (capital || isNamePart(begin)) && (begin == at || mayLead(at, begin, from, units));
            if (!part || (units > 1 && !mayBeThird(at))) {
                break;
            }
            at = hyphenEnd(begin + 1);
            units++;
        }
        boolean genitive = words.language().equals("de")
                && tokens.word(at - 1).endsWith("s")
                && tokens.isCapitalised(at)
                && !tokens.isBreak(at);
        return new Name(from, at, genitive ? 0 : units);
    }

    /** "Ann von der Berg"; in German neither "Minister Berg zu Besuch" nor "Ann Berg von der Fischerei" nor "Ann der Ton". */
    private boolean mayLead(int at, int begin, int from, int units) {
        boolean article = begin == at + 1 && (tokens.is(at, "der") || tokens.is(at, "den"));
        boolean german = words.language().equals("de");
        return units > 0 && (!german || (units == 1 && !article && words.isGivenName(tokens.lower(from))));
    }

    /** German nouns have capitals too: "Barack Obamas Rettung" has no third name, "Jens Erwin Berg" has. */
    private boolean mayBeThird(int at) {
        String before = tokens.lower(at - 1);
        boolean closed = CLOSING.contains(tokens.word(hyphenEnd(at + 1))) && !before.endsWith("s");
        return !words.language().equals("de") || words.isGivenName(before) || before.endsWith(".") || closed;
    }

    private int particlesEnd(int token) {
        int at = token;
        while (at < token + BEFORE_MAX && words.has("particle", tokens.lower(at)) && !tokens.isBreak(at + 1)) {
            at++;
        }
        return at;
    }

    private boolean isNamePart(int at) {
        String lower = tokens.lower(at);
        boolean initial = tokens.word(at).length() == 2 && tokens.word(at).endsWith(".");
        return tokens.isWord(at)
                && tokens.isCapitalised(at)
                && (initial || (tokens.word(at).length() > 1 && !tokens.word(at).endsWith(".")))
                && lower.chars().noneMatch(Character::isDigit)
                && lower.indexOf('\'') < 0
                && !words.has("no-name", lower)
                && !words.has("honorific", lower)
                && words.titleEnd(tokens, at) == at
                && words.ministry(tokens.word(at)).isEmpty()
                && (words.isGivenName(lower) || nameOfList(at) == null);
    }

    private int hyphenEnd(int token) {
        int end = token;
        while (tokens.isHyphen(end)
                && tokens.isJoined(end)
                && tokens.isJoined(end + 1)
                && tokens.isCapitalised(end + 1)) {
            end += 2;
        }
        return end;
    }

    /** The key under which a name's mentions are one person's. */
    static String key(TitledPerson person) {
        return person.key().toLowerCase(Locale.ROOT);
    }
}
