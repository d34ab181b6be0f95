package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events: names built around a word such as Summit, Forum or Olympics. With a small letter the word is an event's only where a number, a
 * body or two countries say which one: "the G20 summit", "the 2nd Arctic Economic forum", "ROK-Norway talks".
 */
final class Events {
    private static final int LEFT_MAX = 10;
    private static final int RIGHT_MAX = 10;
    private static final int OWN_WORDS_MAX = 4;
    private static final int HELD_MAX = 9;

    /** What may stand between an event and where it is. */
    private static final Set<String> HELD = Set.of(
            "will",
            "be",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "been",
            "being",
            "to",
            "again",
            "also",
            "held",
            "hosted",
            "take",
            "takes",
            "took",
            "taking",
            "place",
            "opened",
            "opens",
            "convened",
            "begins",
            "began",
            "starts",
            "started",
            "ended",
            "concluded");

    /** What a body has one of after the other. */
    private static final Set<String> SITTINGS =
            Set.of("session", "meeting", "round", "conference", "congress", "summit", "assembly");

    /** Conferences of the parties to the conventions on climate and diversity. */
    static final Pattern NUMBERED = Pattern.compile("COP\\d{1,2}");

    private final Reading reading;
    private final Tokens tokens;

    Events(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    void collect() {
        int after = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= after && reading.claim(i) == null) {
                int end = isHead(i) ? collectAt(i, after) : withOwnName(i);
                after = end > i ? end : after;
            }
        }
    }

    /** Returns one past "Typhoon Wipha", "COP28" or "78th session of the Grand Assembly"; the token itself if none begins there. */
    private int withOwnName(int token) {
        boolean storm = reading.is(token, Kind.STORM)
                && tokens.isCapitalised(token)
                && !tokens.isBreak(token + 1)
                && reading.isNameWord(token + 1)
                && !reading.isHeadline(token);
        int to = storm ? token + 2 : isNumbered(token) ? token + 1 : token;
        to = to > token ? to : exerciseEnd(token);
        to = to > token ? to : sittingEnd(token);
        if (to > token) {
            String name = tokens.text(token, to);
            reading.claim(token, to, Entity.Type.EVENT);
            reading.add(new Draft(Entity.Type.EVENT, token, to, name, key(name), host(to), false));
        }
        return to;
    }

    private boolean isNumbered(int token) {
        String word = tokens.word(token);
        return word.startsWith("COP") && NUMBERED.matcher(word).matches();
    }

    /** Returns one past a body's name behind "78th session of the", which says which one; the token itself if no such name begins there. */
    private int sittingEnd(int token) {
        if (!isOrdinal(token) || tokens.isBreak(token + 1)) {
            return token;
        }
        int head = token + 1;
        while (head < token + OWN_WORDS_MAX && reading.is(head, Kind.EVENT_ADJECTIVE) && !tokens.isBreak(head + 1)) {
            head++;
        }
        int body = tokens.is(head + 2, "the") ? head + 3 : head + 2;
        boolean sitting = SITTINGS.contains(tokens.lower(head)) && tokens.is(head + 1, "of");
        return sitting ? bodyEnd(body, token) : token;
    }

    /** Returns one past the body that is named from a token on; {@code none} if none is. */
    private int bodyEnd(int from, int none) {
        int to = from;
        while (to < tokens.size()
                && to - from < RIGHT_MAX
                && !tokens.isBreak(to)
                && reading.claim(to) == Entity.Type.ORGANIZATION) {
            to++;
        }
        return to > from ? to : none;
    }

    /** Returns one past "Cold Response 2022" behind "exercise"; the token itself if no such name begins there. */
    private int exerciseEnd(int token) {
        if (!tokens.lower(token - 1).equals("exercise") || tokens.isBreak(token)) {
            return token;
        }
        int to = token;
        while (to < token + OWN_WORDS_MAX && isRightWord(to) && !reading.isHeadline(to)) {
            to++;
        }
        boolean of = tokens.isCapitalised(token - 1) || tokens.lower(token - 2).equals("the") || isLeft(token - 2);
        if (to - token < 2 || !of) {
            return token;
        }
        return tokens.isNumber(to) && isYear(to) && !tokens.isBreak(to) ? to + 1 : to;
    }

    private boolean isHead(int token) {
        return reading.is(token, tokens.isCapitalised(token) ? Kind.EVENT_HEAD : Kind.EVENT_HEAD_LOWER);
    }

    private int collectAt(int head, int floor) {
        int from = left(head, floor);
        int to = headsEnd(head);
        boolean named = from < head && isNamed(from, head);
        if (tokens.isCapitalised(head)) {
            int right = right(to);
            named |= right > to && !reading.isHeadline(head);
            to = right;
        }
        if (!named) {
            return floor;
        }
        if (tokens.isNumber(to) && isYear(to) && !tokens.isBreak(to)) {
            to++;
        }
        String name = tokens.text(from, to);
        reading.claim(from, to, Entity.Type.EVENT);
        reading.add(new Draft(Entity.Type.EVENT, from, to, name, key(name), host(to), false));
        return to;
    }

    /** Returns where the name begins, walking back over what names of events are made of. */
    private int left(int head, int floor) {
        int from = head;
        int at = head - 1;
        while (at >= floor && head - at <= LEFT_MAX && !tokens.isBreak(at + 1)) {
            if (isLeft(at)) {
                from = at;
            } else if (!isLink(at) || at == floor) {
                break;
            }
            at--;
        }
        while (from < head && (tokens.isHyphen(from) || isPlainAdjective(from))) {
            from++;
        }
        return from;
    }

    private boolean isPlainAdjective(int token) {
        return !tokens.isCapitalised(token)
                && reading.is(token, Kind.EVENT_ADJECTIVE)
                && !tokens.lower(token).equals("inter");
    }

    private boolean isLeft(int token) {
        if (reading.claim(token) == Entity.Type.EVENT) {
            return false;
        }
        if (tokens.isCapitalised(token)) {
            boolean calendar = reading.is(token, Kind.CALENDAR);
            boolean number = reading.is(token, Kind.ORDINAL);
            boolean title = reading.is(token, Kind.TITLE_HEAD) && !reading.is(token, Kind.PORTFOLIO);
            return number
                    || (!calendar && !title && !reading.is(token, Kind.FUNCTION) && !reading.is(token, Kind.HONORIFIC));
        }
        return isOrdinal(token)
                || isYear(token)
                || reading.is(token, Kind.EVENT_ADJECTIVE)
                || tokens.is(token, "inter");
    }

    /** What may stand between two words of a name, but not before the first. */
    private boolean isLink(int token) {
        boolean hyphen = tokens.isHyphen(token) && tokens.isJoined(token) && tokens.isJoined(token + 1);
        boolean of = tokens.is(token, "of") && reading.place(token - 2) != null;
        boolean and = (tokens.is(token, "and") || tokens.is(token, "&"))
                && reading.is(token - 1, Kind.PORTFOLIO)
                && tokens.isCapitalised(token - 1)
                && tokens.isCapitalised(token + 1);
        boolean possessive = (tokens.is(token, "'") && reading.is(token - 1, Kind.POSSESSED)) || tokens.is(token, "'s");
        boolean inBody = reading.claim(token) == Entity.Type.ORGANIZATION;
        return hyphen || and || possessive || of || inBody || isWithinPlace(token);
    }

    /** "of" in "Republic of Korea-Russia consultation". */
    private boolean isWithinPlace(int token) {
        for (int i = token - 1; i >= token - 3; i--) {
            Phrases.Match<Place> place = reading.place(i);
            if (place != null) {
                return place.to() > token;
            }
        }
        return false;
    }

    private boolean isOrdinal(int token) {
        String word = tokens.lower(token);
        boolean written = reading.is(token, Kind.ORDINAL);
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        String ending = word.substring(digits);
        return written
                || (digits > 0
                        && (ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th")));
    }

    private boolean isYear(int token) {
        String word = tokens.word(token);
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(Character::isDigit);
    }

    private boolean isNamed(int from, int head) {
        boolean proper = false;
        boolean counted = false;
        boolean sides = false;
        boolean dated = false;
        for (int i = from; i < head; i++) {
            boolean ordinal = isOrdinal(i);
            counted |= ordinal;
            dated |= isYear(i);
            proper |= tokens.isCapitalised(i) && !ordinal;
            sides |= isSide(i);
        }
        if (!proper && !sides) {
            return false;
        }
        if (!tokens.isCapitalised(head)) {
            return counted || sides || (dated && reading.is(head, Kind.ELECTION));
        }
        return !reading.isHeadline(head) || counted || sides || dated || reading.countryEnd(from) > from;
    }

    /** A body, two countries joined by a hyphen, or "inter-Korean": whose meeting it is. */
    private boolean isSide(int token) {
        boolean body = reading.body(token) != null;
        boolean numbered =
                tokens.isCapitalised(token) && tokens.word(token).chars().anyMatch(Character::isDigit);
        boolean compound = tokens.isHyphen(token)
                && tokens.isJoined(token)
                && tokens.isJoined(token + 1)
                && reading.countryEnd(token + 1) > token + 1;
        return body || numbered || compound;
    }

    private int headsEnd(int head) {
        int to = head + 1;
        while (!tokens.isBreak(to) && isHead(to) && (to < head + 3)) {
            to++;
        }
        return to;
    }

    /** Returns one past "on Disarmament", "of the Americas", "on Oceans and the Law". */
    private int right(int from) {
        int to = from;
        int at = from;
        while (at < tokens.size() && at - from < RIGHT_MAX && !tokens.isBreak(at)) {
            int next = rightWord(at, to > from);
            if (next < 0) {
                break;
            }
            at = next + 1;
            to = at;
        }
        return to;
    }

    private int rightWord(int token, boolean begun) {
        if (begun && isRightWord(token)) {
            return token;
        }
        boolean link = tokens.is(token, "on")
                || tokens.is(token, "of")
                || tokens.is(token, "for")
                || tokens.is(token, "against");
        if (link || (begun && (tokens.is(token, "and") || tokens.is(token, "&")))) {
            int at = tokens.is(token + 1, "the") ? token + 2 : token + 1;
            int body = tokens.is(token, "of") ? bodyEnd(at, at) : at;
            return body > at ? body - 1 : isRightWord(at) && !tokens.isBreak(at) ? at : -1;
        }
        return -1;
    }

    private boolean isRightWord(int token) {
        return !tokens.isBreak(token)
                && reading.isNameWord(token)
                && reading.claim(token) == null
                && (!reading.is(token, Kind.TITLE_HEAD) || reading.is(token, Kind.PORTFOLIO));
    }

    /** Returns the country of the place that follows an event: "the forum in Oslo", "the forum will be held in Oslo". */
    Optional<String> host(int token) {
        int at = tokens.is(token, "(") && tokens.is(token + 2, ")") ? token + 3 : token;
        while (at < token + HELD_MAX && !tokens.isBreak(at) && HELD.contains(tokens.word(at))) {
            at++;
        }
        return tokens.is(at, "in") && !tokens.isBreak(at)
                ? reading.country(tokens.is(at + 1, "the") ? at + 2 : at + 1)
                : Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
