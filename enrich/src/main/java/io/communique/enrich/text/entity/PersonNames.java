package io.communique.enrich.text.entity;

import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.Map;
import java.util.Set;

/** How names of persons are written: given and family names in either order, initials, particles, hyphens, family names in capitals. */
final class PersonNames {
    private static final int UNITS_MAX = 5;
    private static final Set<String> NO_PART_AFTER_HYPHEN =
            Set.of("led", "based", "born", "style", "backed", "era", "elect", "ordered", "chaired", "hosted");

    /** Numbers of monarchs and of sons with their father's name. */
    private static final Set<String> ROMAN = Set.of("II", "III", "IV", "VI", "VII", "VIII", "XII", "XIV", "XVI");

    private static final Map<String, String> NICKNAME_MARKS =
            Map.of("\"", "\"", "“", "”", "'", "'", "‘", "'", "«", "»", "(", ")");

    private static final int NICKNAME_MAX = 3;

    private final Reading reading;
    private final Tokens tokens;

    PersonNames(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /**
     * Returns one past the name that begins at the token; the token itself if none does.
     *
     * @param titled whether a title stands before it, so that even "May" is a name
     */
    int end(int token, boolean titled) {
        int at = firstEnd(token, titled);
        int units = at > token ? 1 : 0;
        while (units > 0 && units < limit(token) && at < tokens.size() && !tokens.isBreak(at)) {
            int begin = nicknameEnd(at);
            int next = unitEnd(begin);
            if (next == at && isSurnameLikeRank(at)) {
                return at + 1;
            }
            if (next == begin
                    || (isCapsOnly(begin, next)
                            && !isCapsOnly(token, token + 1)
                            && tokens.word(begin).length() < 3
                            && !ROMAN.contains(tokens.word(begin)))) {
                break;
            }
            at = next;
            units++;
        }
        return withoutLooseEnd(token, at);
    }

    /**
     * Returns one past what a person is also called, between a given name and what follows: {@code Ann "the Gull" Berg}, {@code Ann (Nan) Berg};
     * the token itself if it begins no such thing.
     */
    int nicknameEnd(int token) {
        String close = NICKNAME_MARKS.get(tokens.word(token));
        if (close == null || tokens.isBreak(token) || !tokens.isCapitalised(token - 1)) {
            return token;
        }
        int longest = tokens.is(token, "(") ? 1 : NICKNAME_MAX;
        int at = token + 1;
        while (at <= token + longest && isNickname(at, at == token + 1)) {
            at++;
        }
        boolean closed = at > token + 1 && tokens.is(at, close) && !tokens.isBreak(at);
        boolean goesOn = reading.isNameWord(at + 1) || reading.is(at + 1, Kind.PARTICLE);
        return closed && goesOn && !tokens.isBreak(at + 1) ? at + 1 : token;
    }

    private boolean isNickname(int token, boolean first) {
        return !tokens.isBreak(token)
                && ((first && tokens.lower(token).equals("the"))
                        || (tokens.isCapitalised(token)
                                && !tokens.isAllCapitals(token)
                                && reading.countryEnd(token) == token));
    }

    /** In a headline the words after a name have capitals too, so only a name that is plainly two words long is longer than one. */
    private int limit(int token) {
        if (!reading.isHeadline(token) || isKorean(token)) {
            return isKorean(token) ? 2 : UNITS_MAX;
        }
        if (!reading.is(token, Kind.GIVEN_NAME)) {
            return endsAt(token + 2) ? 2 : 1;
        }
        return endsAt(token + 3) ? 3 : 2;
    }

    private boolean endsAt(int token) {
        String word = tokens.word(token);
        return word.equals("(") || word.equals(",") || word.equals("and") || word.equals("&") || tokens.isNumber(token);
    }

    /** "John Major", "Billie King": a rank that ends a name after a given name is the family name. */
    private boolean isSurnameLikeRank(int token) {
        return reading.is(token, Kind.TITLE_HEAD)
                && tokens.isCapitalised(token)
                && reading.is(token - 1, Kind.GIVEN_NAME)
                && !tokens.isCapitalised(token + 1)
                && !tokens.is(token + 1, "of");
    }

    private boolean isCapsOnly(int from, int to) {
        return to == from + 1 && tokens.isAllCapitals(from);
    }

    private int withoutLooseEnd(int from, int to) {
        int end = to;
        while (end > from
                && ((isInitial(end - 1) && end - 1 == from)
                        || (reading.is(end - 1, Kind.PARTICLE) && !tokens.isCapitalised(end - 1)))) {
            end--;
        }
        return end;
    }

    private int firstEnd(int token, boolean titled) {
        if (titled && tokens.isCapitalised(token) && isOddSurname(token)) {
            return token + 1;
        }
        if (titled
                && tokens.isCapitalised(token)
                && reading.is(token, Kind.KOREAN_SURNAME)
                && !isKorean(token)
                && !tokens.isHyphen(token + 1)) {
            return token + 1;
        }
        boolean subject = reading.is(token, Kind.PORTFOLIO) && !reading.is(token, Kind.GIVEN_NAME);
        return subject ? token : unitEnd(token);
    }

    /** "Minister May said": after a title even a month is a name, unless a day or year follows. */
    private boolean isOddSurname(int token) {
        boolean odd = reading.is(token, Kind.CALENDAR)
                || (reading.is(token, Kind.FUNCTION) && reading.is(token, Kind.GIVEN_NAME));
        return odd && !tokens.isNumber(token + 1) && !tokens.is(token + 1, ",");
    }

    /** Returns one past one part of a name, particles before it included: "Berg", "J.", "van der Berg", "Kyung-wha", "al-Sayed". */
    private int unitEnd(int token) {
        int at = token;
        while (at < token + 3
                && reading.is(at, Kind.PARTICLE)
                && !tokens.isBreak(at + 1)
                && (!tokens.isCapitalised(at) || tokens.isCapitalised(at + 1))) {
            at++;
            if (tokens.isHyphen(at) && tokens.isJoined(at)) {
                at++;
            }
        }
        if (isInitial(at) || ROMAN.contains(tokens.word(at))) {
            return at + 1;
        }
        return isWord(at) || isGivenBesideSurname(at) ? hyphenEnd(at + 1) : token;
    }

    /** Half of a Korean given name may be an English word: "Han Soon-ja", "Soon-ja Han". */
    private boolean isGivenBesideSurname(int token) {
        return isKoreanGivenName(token)
                && (reading.is(token - 1, Kind.KOREAN_SURNAME) || reading.is(token + 3, Kind.KOREAN_SURNAME));
    }

    private boolean isInitial(int token) {
        String word = tokens.word(token);
        return tokens.isCapitalised(token)
                && word.endsWith(".")
                && (word.length() == 2 || word.equals("Jr.") || word.equals("Sr."));
    }

    private int hyphenEnd(int token) {
        int end = token;
        while (tokens.isHyphen(end)
                && tokens.isJoined(end)
                && tokens.isJoined(end + 1)
                && tokens.isWord(end + 1)
                && !NO_PART_AFTER_HYPHEN.contains(tokens.word(end + 1))
                && reading.countryEnd(end + 1) == end + 1) {
            end += 2;
        }
        return end;
    }

    private boolean isWord(int token) {
        Phrases.Match<Place> place = reading.place(token);
        boolean country = place != null
                && place.value().kind() == Place.Kind.COUNTRY
                && !place.value().doubtful();
        boolean other = reading.is(token, Kind.TITLE_HEAD)
                || reading.is(token, Kind.HONORIFIC)
                || reading.is(token, Kind.ORGANIZATION_OF)
                || reading.is(token, Kind.COMPANY);
        // "Navy Capt. Ann Berg".
        boolean force = reading.is(token, Kind.ORGANIZATION_LAST) && reading.is(token + 1, Kind.HONORIFIC);
        boolean common = force
                || reading.is(token, Kind.PORTFOLIO)
                || reading.is(token, Kind.EVENT_HEAD)
                || reading.is(token, Kind.THING);
        boolean family = reading.is(token - 1, Kind.GIVEN_NAME) && !reading.is(token, Kind.THING);
        boolean subject = common && !family && !reading.is(token, Kind.GIVEN_NAME) && !isKorean(token);
        return reading.isNameWord(token)
                && reading.claim(token) == null
                && tokens.word(token).length() > 1
                && !tokens.word(token).endsWith(".")
                && tokens.word(token).chars().noneMatch(Character::isDigit)
                && !country
                && reading.nationality(token) == null
                && !other
                && !subject;
    }

    /** Whether a family name that is usual in Korea and a given name of two syllables begin at the token: "Han Ji-woo". */
    boolean isKorean(int token) {
        return reading.is(token, Kind.KOREAN_SURNAME)
                && tokens.isCapitalised(token)
                && !tokens.isBreak(token + 1)
                && isKoreanGivenName(token + 1);
    }

    private boolean isKoreanGivenName(int token) {
        return tokens.isCapitalised(token)
                && !tokens.isAllCapitals(token)
                && tokens.word(token).length() <= 6
                && tokens.isHyphen(token + 1)
                && tokens.isJoined(token + 1)
                && tokens.isJoined(token + 2)
                && tokens.isWord(token + 2)
                && tokens.word(token + 2).length() <= 6
                && !NO_PART_AFTER_HYPHEN.contains(tokens.word(token + 2))
                && (!tokens.isCapitalised(token + 2) || reading.countryEnd(token + 2) == token + 2);
    }

    /** Whether a known given name and another name begin at the token: "Ann Berg". */
    boolean isGivenFirst(int token) {
        return reading.is(token, Kind.GIVEN_NAME)
                && reading.isNameWord(token)
                && !tokens.isBreak(token + 1)
                && !reading.isShouted(token)
                && !(tokens.isCapitalised(token - 1) && reading.is(token - 1, Kind.NO_PERSON_AFTER));
    }

    /** Whether the word behind a hyphen can be the second half of a given name, "Dae-jung", as it cannot in "Berg-led". */
    static boolean canFollowHyphen(String word) {
        return !NO_PART_AFTER_HYPHEN.contains(word);
    }

    /** "Jaafari" of "al-Jaafari". */
    private boolean isBehindArticle(int token, int from) {
        return token - 2 >= from
                && tokens.isHyphen(token - 1)
                && reading.is(token - 2, Kind.PARTICLE)
                && !tokens.isCapitalised(token - 2);
    }

    /** Returns how many parts the name has: what stands between blanks, particles apart. */
    int units(int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
            boolean joined = i > from && tokens.isJoined(i) && !isBehindArticle(i, from);
            units += !joined && (tokens.isCapitalised(i) || !reading.is(i, Kind.PARTICLE)) ? 1 : 0;
        }
        return units;
    }
}
