package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Body;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Organisations: bodies that a list knows, and names built around a word such as Ministry, Agency or Ltd. An acronym in brackets after a
 * name stands for it from there on.
 */
final class Organizations {
    /** Words to the left of "Agency" and the like that a name can have. */
    private static final int LEFT_MAX = 8;

    private static final int RIGHT_MAX = 16;

    private static final int HOLDER_MAX = 4;

    private static final Pattern LEGAL_FORM =
            Pattern.compile(",? (?:inc|incorporated|ltd|limited|corp|corporation|co|company|llc|llp|plc|gmbh)\\.?$");

    private final Reading reading;
    private final Tokens tokens;
    private final Map<String, Draft> acronyms = new HashMap<>();

    Organizations(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    void collect() {
        for (int i = 0; i < tokens.size(); ) {
            i = tokens.isCapitalised(i) || tokens.is(i, "al") ? Math.max(i + 1, collectAt(i)) : i + 1;
        }
    }

    /** Returns one past the organisation that begins at the token; the token itself if none does. */
    private int collectAt(int token) {
        Draft known = acronyms.get(tokens.word(token));
        if (known != null && reading.isFree(token, token + 1)) {
            return add(new Draft(
                    Entity.Type.ORGANIZATION,
                    token,
                    token + 1,
                    known.name(),
                    known.key(),
                    known.country(),
                    known.listed()));
        }
        Phrases.Match<Body> body = reading.body(token);
        int head = headAfter(token, body);
        Draft built = head < 0 ? null : built(token, head);
        if (body != null && (built == null || built.to() <= body.to())) {
            Body value = body.value();
            Draft listed = new Draft(
                    Entity.Type.ORGANIZATION, token, body.to(), value.name(), key(value.name()), value.country(), true);
            return value.company() ? take(listed) : add(listed);
        }
        return built == null ? token : add(built);
    }

    private int add(Draft draft) {
        if (isTitleOnly(draft)) {
            return draft.from();
        }
        return take(draft);
    }

    private int take(Draft draft) {
        reading.claim(draft.from(), draft.to(), Entity.Type.ORGANIZATION);
        reading.add(draft);
        int at = draft.to();
        boolean bracketed = tokens.is(at, "(") && tokens.is(at + 2, ")") && isAcronym(at + 1);
        if (bracketed && !acronyms.containsKey(tokens.word(at + 1))) {
            acronyms.put(tokens.word(at + 1), draft);
        }
        return at;
    }

    /** "House Speaker", "Senate Majority Leader": the body is part of an office, not named itself. */
    private boolean isTitleOnly(Draft draft) {
        return draft.to() == draft.from() + 1
                && !tokens.isAllCapitals(draft.from())
                && tokens.word(draft.from()).indexOf('.') < 0
                && reading.is(draft.to(), Kind.TITLE_HEAD)
                && tokens.isCapitalised(draft.to());
    }

    private boolean isAcronym(int token) {
        String word = tokens.word(token);
        long capitals = word.chars().filter(Character::isUpperCase).count();
        return word.length() >= 2 && word.length() <= 12 && capitals >= 2 && capitals * 2 >= word.length();
    }

    /** Returns the first word such as Agency that a name beginning at the token reaches over capitalised words; -1 if there is none. */
    private int headAfter(int token, Phrases.@Nullable Match<Body> body) {
        if (reading.isShouted(token) || (!isPart(token) && !reading.is(token, Kind.ORGANIZATION_OF))) {
            return -1;
        }
        int head = -1;
        int at = token;
        for (int words = 0; words < LEFT_MAX && at < tokens.size(); words++) {
            if (isHead(at, token)) {
                head = at;
            }
            int next = nextPart(at + 1);
            if (next < 0 && head < 0 && isJoinedPair(token, at + 1)) {
                next = at + 2;
            }
            if (next < 0 || isOtherBody(next)) {
                break;
            }
            at = next;
        }
        return body != null && head >= 0 && head < body.to() - 1 ? -1 : head;
    }

    /** "the National Archives and Records Agency": after an article, and with no body on either side of "and", one name. */
    private boolean isJoinedPair(int from, int and) {
        return tokens.is(from - 1, "the")
                && tokens.is(and, "and")
                && isPart(and + 1)
                && reading.body(from) == null
                && !reading.isInPlace(and - 1)
                && !reading.isInPlace(and + 1);
    }

    /** Whether a body of more than one word that the list knows begins at the token: it is named by itself. */
    private boolean isOtherBody(int token) {
        Phrases.Match<Body> body = reading.body(token);
        return body != null && body.to() > token + 1;
    }

    private boolean isHead(int at, int from) {
        Kind kind = at == from ? Kind.ORGANIZATION_OF : Kind.ORGANIZATION_LAST;
        return tokens.isCapitalised(at)
                && !reading.isInPlace(at)
                && (reading.is(at, kind) || (at > from && reading.is(at, Kind.ORGANIZATION_OF)));
    }

    /** Returns where the name goes on at or after the token, over a hyphen, an ampersand, "and" between subjects, or "People's". */
    private int nextPart(int token) {
        if (tokens.isBreak(token)) {
            return -1;
        }
        if (isPart(token)) {
            return token;
        }
        if (tokens.isHyphen(token) && tokens.isJoined(token) && tokens.isJoined(token + 1) && isPart(token + 1)) {
            return token + 1;
        }
        if (tokens.is(token, "&") && isPart(token + 1)) {
            return token + 1;
        }
        if (tokens.is(token, "and") && isPart(token + 1) && areAlike(token - 1, token + 1)) {
            return token + 1;
        }
        if (tokens.is(token, "'s") && reading.is(token - 1, Kind.POSSESSED) && isPart(token + 1)) {
            return token + 1;
        }
        if (tokens.is(token, "'") && reading.is(token - 1, Kind.POSSESSED) && isPart(token + 1)) {
            return token + 1;
        }
        if (tokens.is(token, ",") && reading.is(token + 1, Kind.COMPANY)) {
            return token + 1;
        }
        return -1;
    }

    /** Two subjects of a body, or two creeds of a party. */
    private boolean areAlike(int one, int other) {
        boolean subjects = reading.is(one, Kind.PORTFOLIO) && reading.is(other, Kind.PORTFOLIO);
        return subjects || (reading.is(one, Kind.PARTY) && reading.is(other, Kind.PARTY));
    }

    private boolean isPart(int token) {
        return reading.isNameWord(token)
                && !reading.is(token, Kind.HONORIFIC)
                && (!reading.is(token, Kind.TITLE_HEAD) || reading.is(token, Kind.PORTFOLIO))
                && (!reading.isHeadline(token) || isTelling(token));
    }

    /** In a headline every word has a capital, so only words that bodies are named by count. */
    private boolean isTelling(int token) {
        return reading.countryEnd(token) > token
                || reading.is(token, Kind.PORTFOLIO)
                || reading.is(token, Kind.ORGANIZATION_OF)
                || reading.is(token, Kind.COMPANY);
    }

    private @Nullable Draft built(int from, int head) {
        int to = right(head);
        boolean named = head > from || to > head + 1;
        if (!named || isOnlyRank(from, head, to)) {
            return null;
        }
        Optional<String> country = country(from, to);
        if (reading.isHeadline(from) && country.isEmpty() && to == head + 1) {
            return null;
        }
        String name = tokens.text(from, to);
        return new Draft(Entity.Type.ORGANIZATION, from, to, name, key(name), country, false);
    }

    /** "Joint Committee" and "New Council" name no body; nor does "Deputy Office". */
    private boolean isOnlyRank(int from, int head, int to) {
        if (to > head + 1) {
            return false;
        }
        for (int i = from; i < head; i++) {
            if (tokens.isCapitalised(i) && !reading.is(i, Kind.TITLE_MODIFIER) && !reading.is(i, Kind.ORDINAL)) {
                return false;
            }
        }
        return true;
    }

    /** Returns one past what follows the head: "of Trade, Industry and Energy", "for Strategic and International Studies". */
    private int right(int head) {
        int to = head + 1;
        if (!reading.is(head, Kind.ORGANIZATION_OF)) {
            return companyEnd(to);
        }
        int holder = holderEnd(head);
        if (holder > to) {
            return holder;
        }
        int at = to;
        boolean begun = false;
        while (at < tokens.size() && at - head < RIGHT_MAX && !tokens.isBreak(at)) {
            int next = rightPart(at, begun, head);
            if (next < 0) {
                break;
            }
            int country = reading.countryEnd(next);
            begun = true;
            if (country > next && reading.nationality(next) == null) {
                return inPlaceEnd(country, head);
            }
            Phrases.Match<Place> place = reading.place(next);
            at = place == null ? next + 1 : place.to();
            to = at;
            if (place != null && !isRightWord(at) && !isAreaOfStudy(at)) {
                return inPlaceEnd(to, head);
            }
        }
        return to;
    }

    /** Returns one past the holder in "Office of the Prime Minister"; the token itself if none is named. */
    private int holderEnd(int head) {
        if (!tokens.lower(head).equals("office") || !tokens.is(head + 1, "of") || !tokens.is(head + 2, "the")) {
            return head;
        }
        for (int at = head + 3; at < head + 3 + HOLDER_MAX && tokens.isCapitalised(at) && !tokens.isBreak(at); at++) {
            int end = reading.end(at, Kind.TITLE_HEAD);
            if (end > at) {
                return end;
            }
        }
        return head;
    }

    /** "Embassy of the Republic of Korea in Norway". */
    private int inPlaceEnd(int to, int head) {
        String what = tokens.lower(head);
        boolean abroad = what.equals("embassy") || what.equals("consulate");
        int at = tokens.is(to + 1, "the") ? to + 2 : to + 1;
        Phrases.Match<Place> place = tokens.is(to, "in") ? reading.place(at) : null;
        return abroad && place != null ? place.to() : to;
    }

    private int companyEnd(int to) {
        int at = to;
        while (reading.is(at, Kind.COMPANY) || (tokens.is(at, ",") && reading.is(at + 1, Kind.COMPANY))) {
            at += reading.is(at, Kind.COMPANY) ? 1 : 2;
        }
        return at;
    }

    private int rightPart(int token, boolean begun, int head) {
        if (begun && isRightWord(token)) {
            return isOfPerson(token) ? -1 : token;
        }
        if (tokens.is(token, "of") || tokens.is(token, "for") || tokens.is(token, "on")) {
            int at = tokens.is(token + 1, "the") ? token + 2 : token + 1;
            return isRightWord(at) ? at : -1;
        }
        boolean ministry = reading.is(token + 1, Kind.PORTFOLIO);
        if (begun && (tokens.is(token, "and") || tokens.is(token, "&")) && isRightWord(token + 1)) {
            // "The Central Committee and Foreign Minister".
            boolean office = reading.is(token + 2, Kind.TITLE_HEAD) && tokens.isCapitalised(token + 2);
            return !office && !isBodyOfPlace(token + 1) && (ministry || isStudy(head, token + 1)) ? token + 1 : -1;
        }
        if (begun && tokens.is(token, ",") && isRightWord(token + 1) && listGoesOn(token + 1)) {
            return token + 1;
        }
        if (begun
                && tokens.is(token, ",")
                && tokens.is(token + 1, "and")
                && isRightWord(token + 2)
                && isListed(token)) {
            return token + 2;
        }
        if (begun && tokens.isHyphen(token) && tokens.isJoined(token) && tokens.isJoined(token + 1)) {
            return tokens.isWord(token + 1) ? token + 1 : -1;
        }
        return -1;
    }

    /** "The Department for Food and Rural Affairs and Natural Norway": behind "and" a body of its own, as the place at its end says. */
    private boolean isBodyOfPlace(int token) {
        return reading.place(token) == null && reading.nationality(token) == null && reading.place(token + 1) != null;
    }

    /** "Secretary at the Ministry of Defence Ann Berg". */
    private boolean isOfPerson(int token) {
        return reading.is(token, Kind.GIVEN_NAME)
                && reading.is(token - 1, Kind.PORTFOLIO)
                && tokens.isCapitalised(token + 1)
                && !tokens.isBreak(token + 1);
    }

    /** "Center for Strategic and International Studies": an adjective on either side of "and", with what they belong to at the end. */
    private boolean isStudy(int head, int token) {
        boolean ministry =
                tokens.lower(head).equals("ministry") || tokens.lower(head).equals("department");
        return !ministry
                && reading.place(token) == null
                && isRightWord(token + 1)
                && !reading.is(token, Kind.GIVEN_NAME);
    }

    /** "Arctic and Polar Studies": the place before "and" is an area, not where the body is. */
    private boolean isAreaOfStudy(int and) {
        boolean body = reading.is(and + 2, Kind.ORGANIZATION_LAST) || reading.is(and + 3, Kind.ORGANIZATION_LAST);
        return tokens.is(and, "and") && isRightWord(and + 1) && isRightWord(and + 2) && !body;
    }

    /** Whether a list of subjects comes to its "and". */
    private boolean listGoesOn(int token) {
        for (int i = token; i < token + 8 && i < tokens.size() && !tokens.isBreak(i); i++) {
            if (tokens.is(i, "and") || tokens.is(i, "&")) {
                return isRightWord(i + 1) && !reading.isInPlace(i + 1);
            }
            if (!tokens.is(i, ",") && (!isRightWord(i) || reading.isInPlace(i) || reading.is(i, Kind.GIVEN_NAME))) {
                return false;
            }
        }
        return false;
    }

    /** Whether a comma not far before shows that this one stands in a list. */
    private boolean isListed(int token) {
        for (int i = token - 1; i > token - 5 && i > 0; i--) {
            if (tokens.is(i, ",")) {
                return true;
            }
        }
        return false;
    }

    private boolean isRightWord(int token) {
        boolean organization = reading.is(token, Kind.ORGANIZATION_OF)
                && reading.is(token + 1, Kind.FUNCTION)
                && !tokens.is(token + 1, "and")
                && !reading.is(token, Kind.PORTFOLIO);
        return !tokens.isBreak(token)
                && reading.isNameWord(token)
                && !reading.is(token, Kind.HONORIFIC)
                && !(reading.is(token, Kind.TITLE_HEAD) && !reading.is(token, Kind.PORTFOLIO))
                && !organization;
    }

    /** Returns the country that the name has, or that stands before it: "Norway's Ministry of Trade". */
    private Optional<String> country(int from, int to) {
        Optional<String> found = Optional.empty();
        for (int i = from; i < to; i++) {
            Optional<String> here = reading.country(i);
            if (here.isPresent() && (found.isEmpty() || !tokens.is(i - 1, "in"))) {
                found = here;
            }
        }
        if (found.isEmpty() && tokens.is(from - 1, "'s") && from >= 2) {
            found = reading.country(from - 2);
        }
        return found;
    }

    /** Returns what names of one organisation have in common: "The Fjord Works, Inc." and "Fjord Works" are one, "the Fjord party" and "Fjord". */
    static String key(String name) {
        String own = name.endsWith(" party") ? name.substring(0, name.length() - " party".length()) : name;
        String key = own.toLowerCase(Locale.ROOT);
        return LEGAL_FORM
                .matcher(key.startsWith("the ") ? key.substring(4) : key)
                .replaceFirst("");
    }
}
