package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Places: those that the lists know, each side of a compound such as "ROK-Norway" by itself, and others that their surroundings show:
 * "Telemark County", "the city of Narvik", "Hamar, Norway".
 */
final class Places {
    private static final Set<String> BEFORE_PLACE = Set.of(
            "in", "to", "from", "near", "at", "of", "with", "between", "for", "against", "via", "across", "around",
            "visit", "visited", "both");

    private static final Set<String> BEFORE_TOWN =
            Set.of("in", "at", "from", "to", "near", "of", "visited", "visit", "toured", "left", "reached");

    private static final Pattern WORD = Pattern.compile("\\p{Lu}+");

    private static final int ACRONYM_MAX = 3;

    /** Months in short. */
    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** Tokens of a comma and a day. */
    private static final int DAY_MAX = 5;

    private static final Set<String> KOREAN_UNITS = Set.of("do", "gun", "si", "gu", "eup", "myeon", "dong");

    private final Reading reading;
    private final Tokens tokens;

    Places(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    void collect() {
        for (int i = 0; i < tokens.size(); ) {
            Phrases.Match<Place> match = reading.place(i);
            int end = i;
            if (isTaken(i)) {
                end = i + 1;
            } else if (match != null && !isTaken(match.to() - 1)) {
                end = known(match);
            } else if (tokens.isCapitalised(i)) {
                end = shown(i);
            }
            i = Math.max(i + 1, end);
        }
    }

    private boolean isTaken(int token) {
        return reading.claim(token) == Entity.Type.PERSON || reading.claim(token) == Entity.Type.ORGANIZATION;
    }

    private int known(Phrases.Match<Place> match) {
        Place place = match.value();
        if (isDateline(match)) {
            add(match.from(), match.to(), Organizations.key(name(match.from(), match.to())), place.country(), true);
            return match.to();
        }
        if ((place.doubtful() && !isSupported(match))
                || (place.kind() == Place.Kind.CITY && isPartOfOtherName(match))) {
            return match.to();
        }
        if (reading.claim(match.from()) == Entity.Type.EVENT && !isSide(match)) {
            return match.to();
        }
        String name = name(match.from(), match.to());
        Optional<String> country =
                place.kind() == Place.Kind.CITY ? countryBehind(match).or(place::country) : place.country();
        String key = place.kind() == Place.Kind.COUNTRY ? place.country().orElse(name) : Organizations.key(name);
        add(match.from(), match.to(), key, country, place.kind() == Place.Kind.COUNTRY);
        return match.to();
    }

    /** "St. Petersburg, Fla.": a town of the name of a better known one elsewhere. */
    private Optional<String> countryBehind(Phrases.Match<Place> match) {
        boolean state = tokens.is(match.to(), ",")
                && !tokens.isBreak(match.to() + 1)
                && UsStates.isPlainly(tokens, match.to() + 1);
        return state ? Optional.of("US") : Optional.empty();
    }

    /** "OSLO - The ferries …", "OSLO (NTB) — The ferries …": where a report is from. */
    private boolean isDateline(Phrases.Match<Place> match) {
        return match.value().kind() == Place.Kind.CITY && isDateline(match.from(), match.to());
    }

    private boolean isDateline(int from, int to) {
        int at = behindDay(to);
        boolean dash = tokens.is(at, "_") || (tokens.isDash(at) && (!tokens.isJoined(at + 1) || tokens.isDash(at + 1)));
        boolean bracket = tokens.is(at, "(") && tokens.is(at + 2, ")");
        return tokens.isAllCapitals(from)
                && tokens.isSentenceStart(from)
                && !reading.isShouted(from)
                && (dash || bracket);
    }

    /** Returns one past ", August 8" or ", Nov. 30"; the token itself if no day stands there. */
    private int behindDay(int to) {
        int at = to + 1;
        boolean calendar = false;
        while (tokens.is(to, ",")
                && at < to + DAY_MAX
                && (isOfCalendar(at) || tokens.isNumber(at) || tokens.is(at, "."))) {
            calendar |= isOfCalendar(at);
            at++;
        }
        return calendar ? at : to;
    }

    private boolean isOfCalendar(int token) {
        return reading.is(token, Kind.CALENDAR)
                || MONTHS.contains(tokens.lower(token).replace(".", ""));
    }

    /** In an event's name the two sides of "ROK-Norway" are places by themselves; "Oslo" in "Oslo Forum" is a part of the name. */
    private boolean isSide(Phrases.Match<Place> match) {
        boolean left = tokens.isHyphen(match.to())
                && tokens.isJoined(match.to())
                && reading.countryEnd(match.to() + 1) > match.to() + 1;
        boolean right = tokens.isHyphen(match.from() - 1)
                && tokens.isJoined(match.from())
                && reading.isInPlace(match.from() - 2);
        return left || right;
    }

    private void add(int from, int to, String key, Optional<String> country, boolean listed) {
        reading.add(new Draft(Entity.Type.PLACE, from, to, name(from, to), key, country, listed));
    }

    /** "OSLO" and "NEW YORK" are Oslo and New York, and at the beginning of a report any town; "USA" stays. */
    private String name(int from, int to) {
        String written = tokens.text(from, to);
        Phrases.Match<Place> match = reading.place(from);
        boolean listed = match != null && match.to() == to && match.shouted();
        boolean dateline = tokens.isBreak(from)
                && !reading.isShouted(from)
                && written.length() > ACRONYM_MAX
                && IntStream.range(from, to).allMatch(tokens::isAllCapitals);
        boolean shouted = listed || dateline;
        return shouted ? WORD.matcher(written).replaceAll(word -> Phrases.capitalised(word.group())) : written;
    }

    /** "Jordan" and "Turkey" are countries where no name goes on around them, and at the beginning of a sentence only with more to say so. */
    private boolean isSupported(Phrases.Match<Place> match) {
        int before = match.from() - 1;
        boolean inCompound = (tokens.isHyphen(match.to()) && reading.place(match.to() + 1) != null)
                || (tokens.isHyphen(before) && tokens.isJoined(match.from()));
        boolean listed = tokens.is(match.to(), ",") && reading.place(match.to() + 1) != null;
        if (inCompound || listed) {
            return true;
        }
        boolean goesOn = isOpenNameWord(match.to()) && reading.claim(match.to()) == null;
        boolean begun =
                isOpenNameWord(before) || reading.is(before, Kind.HONORIFIC) || reading.is(before, Kind.TITLE_HEAD);
        if (goesOn || begun || reading.isHeadline(match.from())) {
            return false;
        }
        boolean pointed = BEFORE_PLACE.contains(tokens.lower(before)) || tokens.is(match.to(), "'s");
        boolean another = tokens.is(before, "and") || tokens.is(before, ",") || tokens.is(match.to(), "and");
        return pointed
                || (another && hasPlaceNear(match))
                || (!tokens.isSentenceStart(match.from()) && match.value().kind() == Place.Kind.COUNTRY);
    }

    private boolean hasPlaceNear(Phrases.Match<Place> match) {
        for (int i = Math.max(0, match.from() - 4); i < match.to() + 3; i++) {
            if (i != match.from() && reading.place(i) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpenNameWord(int token) {
        boolean name =
                token >= 0 && token < tokens.size() && reading.isNameWord(token) && reading.countryEnd(token) == token;
        return name && !reading.is(token, Kind.EVENT_HEAD);
    }

    /** "Houston" in "Sam Houston" is a person's; "Lyon" in "Dr. Lyon" too. */
    private boolean isPartOfOtherName(Phrases.Match<Place> match) {
        int before = match.from() - 1;
        boolean given = reading.is(before, Kind.GIVEN_NAME)
                && tokens.isCapitalised(before)
                && !reading.is(before, Kind.FUNCTION);
        int after = match.to();
        boolean goesOn = isOpenNameWord(after)
                && reading.claim(after) == null
                && !tokens.isBreak(after)
                && !reading.isHeadline(after);
        return given || goesOn || (reading.is(before, Kind.HONORIFIC) && tokens.isCapitalised(before));
    }

    private int shown(int token) {
        if (!reading.isNameWord(token) || reading.claim(token) != null || reading.countryEnd(token) > token) {
            return token;
        }
        int end = nameEnd(token);
        if (isFromAgency(token, end)) {
            add(token, end, Organizations.key(tokens.text(token, end)), Optional.empty(), true);
            return end;
        }
        if (isOfKind(token)) {
            return named(token, end);
        }
        if (end < tokens.size()
                && reading.is(end - 1, Kind.GROUP_PLACE)
                && end > token + 1
                && !reading.isHeadline(token)) {
            return named(token, end);
        }
        boolean inState = tokens.is(end, ",") && UsStates.isPlainly(tokens, end + 1);
        if (inState && !reading.isHeadline(token)) {
            add(token, end, Organizations.key(tokens.text(token, end)), Optional.of("US"), true);
            return end;
        }
        boolean inCountry = tokens.is(end, ",")
                && (reading.place(end + 1) != null || UsStates.isShort(tokens, end + 1))
                && isPointedAt(token);
        if (inCountry && !reading.isHeadline(token)) {
            add(token, end, Organizations.key(tokens.text(token, end)), reading.countryBehindTown(end + 1), false);
            return end;
        }
        return isHeldIn(token) ? named(token, end) : token;
    }

    private int named(int token, int end) {
        Optional<String> country = tokens.is(end, ",") || tokens.is(end, "of") || tokens.is(end, "in")
                ? reading.country(tokens.is(end + 1, "the") ? end + 2 : end + 1)
                : reading.countryOfKind(token);
        add(token, end, Organizations.key(tokens.text(token, end)), country, false);
        return end;
    }

    /** "NARVIK (NTB) — The ferries …": where an agency's report is from, though no list knows the town. */
    private boolean isFromAgency(int token, int end) {
        boolean dash = tokens.isDash(end + 3);
        return isDateline(token, end)
                && tokens.isBreak(token)
                && tokens.is(end, "(")
                && tokens.isAllCapitals(end + 1)
                && dash;
    }

    private boolean isPointedAt(int token) {
        return BEFORE_TOWN.contains(tokens.lower(token - 1));
    }

    /** "the city of Narvik". */
    private boolean isOfKind(int token) {
        return tokens.is(token - 1, "of")
                && reading.is(token - 2, Kind.GROUP_PLACE)
                && !tokens.lower(token - 2).equals("state");
    }

    /** "held in Narvik", "was born in Narvik". */
    private boolean isHeldIn(int token) {
        boolean kind = reading.is(token, Kind.EVENT_HEAD)
                || reading.is(token, Kind.ORGANIZATION_LAST)
                || reading.is(token, Kind.HONORIFIC)
                || tokens.isAllCapitals(token);
        return tokens.is(token - 1, "in") && reading.is(token - 2, Kind.PLACE_VERB) && !kind;
    }

    private int nameEnd(int token) {
        int end = token + 1;
        while (end < token + 4 && end < tokens.size() && !tokens.isBreak(end)) {
            boolean korean =
                    tokens.isHyphen(end) && tokens.isJoined(end + 1) && KOREAN_UNITS.contains(tokens.word(end + 1));
            if (korean) {
                return end + 2;
            }
            if (!reading.isNameWord(end) || reading.claim(end) != null || reading.place(end) != null) {
                break;
            }
            end++;
        }
        return end;
    }
}
