package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of titles: {@code [country] (modifier | portfolio | body)* head (of country | for portfolio | of body | to place)*}, as in
 * "Norwegian Deputy Minister of Trade", "Bank of Norway Governor", "Minister of Foreign Affairs of the Kingdom of Norway".
 */
final class Titles {
    private static final int LENGTH_MAX = 14;
    private static final int PARTS_MAX = 3;
    private static final int SUBJECT_MAX = 8;
    private static final int ANY_WORDS_MAX = 6;
    private static final int PLURAL_MAX = 4;
    private static final int HEADED_MAX = 6;
    private static final Set<String> ENDS = Set.of(",", ".", ";", ":", ")");
    private static final Set<String> CHIEFS = Set.of("ceo", "executive", "officer", "director");
    /** "President-elect". */
    private static final Set<String> CHOSEN = Set.of("elect", "designate", "nominate");

    private static final Set<String> SECTIONS = Set.of("section", "unit", "branch", "team", "desk", "staff");

    private static final Set<String> LINKS = Set.of("of", "in", "for", "to", "on", "at");

    private final Reading reading;
    private final Tokens tokens;

    Titles(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** Returns the title that begins at the token, with a second office of the same holder; null if none does. */
    @Nullable
    Title at(int token) {
        Title first = single(token);
        return first != null && (tokens.is(first.to(), "and") || tokens.is(first.to(), "&"))
                ? withSecond(first)
                : first;
    }

    private @Nullable Title single(int token) {
        return single(token, true);
    }

    /** Returns "Trade Ministers" that begins at the token, of one of them: "Trade Minister"; null if nothing like that does. */
    @Nullable
    Title plural(int token) {
        // Of "co-directors" the first part is not to be left out.
        if (tokens.isHyphen(token - 1) && tokens.isJoined(token)) {
            return null;
        }
        int head = token;
        while (head < token + PLURAL_MAX && singular(head).isEmpty() && isBeforePlural(head)) {
            head++;
        }
        Optional<String> one = singular(head);
        if (one.isEmpty()) {
            return null;
        }
        Optional<String> country = reading.countryEnd(token) > token ? reading.country(token) : Optional.empty();
        int begin = country.isPresent() ? reading.countryEnd(token) : token;
        Title title = withRest(token, Math.min(begin, head), head + 1, country, false);
        String text = title.text().replace(tokens.word(head), one.get());
        return new Title(token, title.to(), text, one.get().toLowerCase(Locale.ROOT), title.country(), true);
    }

    private boolean isBeforePlural(int token) {
        boolean word = reading.is(token, Kind.TITLE_MODIFIER)
                || reading.is(token, Kind.PORTFOLIO)
                || reading.nationality(token) != null;
        return word && !tokens.isBreak(token + 1);
    }

    /** "Minister" of "Ministers", "Secretary" of "Secretaries", "Member" of "Members". */
    private Optional<String> singular(int token) {
        String word = tokens.word(token);
        if (!word.endsWith("s") || reading.is(token, Kind.TITLE_HEAD)) {
            return Optional.empty();
        }
        String one = word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.substring(0, word.length() - 1);
        String lower = one.toLowerCase(Locale.ROOT);
        return reading.isOffice(lower) || lower.equals("member") ? Optional.of(one) : Optional.empty();
    }

    /** Reads one office; if {@code superior}, with the one that it is an assistant to. */
    private @Nullable Title single(int token, boolean superior) {
        if (!canBegin(token)) {
            return null;
        }
        Optional<String> country = Optional.empty();
        int begin = token;
        int at = token;
        while (at < tokens.size() && at - token < LENGTH_MAX && (at == token || !tokens.isBreak(at))) {
            int head = headEnd(at);
            if (head > at) {
                boolean mixed = !tokens.isCapitalised(begin) && tokens.isCapitalised(head - 1);
                return mixed ? null : withRest(token, begin, head, country, superior);
            }
            int end = reading.countryEnd(at);
            if (end > at && !isOrganization(at)) {
                country = reading.country(at);
                at = possessiveEnd(end);
                begin = begin == token ? at : begin;
            } else {
                int next = nextBeforeHead(at);
                if (next < 0) {
                    return null;
                }
                Draft body = reading.draft(at);
                country = body == null ? country : country.or(body::country);
                at = next;
            }
        }
        return null;
    }

    /**
     * Returns where "on sea fares and fuels" begins that ends at the token: small words behind "on" or "for"; the token itself if nothing
     * like that does.
     */
    int subjectBefore(int token) {
        for (int at = token - 1; at > 0 && at >= token - SUBJECT_MAX && !tokens.isBreak(at + 1); at--) {
            if (tokens.is(at, "on") || tokens.is(at, "for")) {
                return at < token - 1 ? at : token;
            }
            boolean part = tokens.isWord(at) && !tokens.isCapitalised(at) && !reading.is(at, Kind.FUNCTION);
            if (!part && !(tokens.is(at, "and") && at < token - 1)) {
                return token;
            }
        }
        return token;
    }

    /** Returns the title with all up to the token as its subject. */
    Title withSubject(Title title, int to) {
        return new Title(title.from(), to, tokens.text(title.from(), to), title.head(), title.country(), true);
    }

    /**
     * Returns what somebody is, between a comma before the token and another mark: words of any kind, all with capitals or all without, of
     * which the last is an office or a rank; null if there is nothing like that. "Harbour Systems Engineer", "senior policy adviser".
     */
    @Nullable
    Title ofAnyWords(int token) {
        boolean capitals = tokens.isCapitalised(token);
        int at = token;
        while (at < token + ANY_WORDS_MAX && isWordOfOffice(at, capitals) && (at == token || !tokens.isBreak(at))) {
            at++;
        }
        boolean ends = tokens.isBreak(at) || ENDS.contains(tokens.word(at)) || LINKS.contains(tokens.word(at));
        int head = at - 1;
        boolean office = at > token + 1 && ends && reading.end(head, Kind.TITLE_HEAD) == at;
        return office ? withRest(token, token, at, Optional.empty(), true) : null;
    }

    /** Returns "member of the Storting" that begins at the token; null if it does not say of what. */
    @Nullable
    Title member(int token) {
        Title title = tokens.is(token, "member") ? withRest(token, token, token + 1, Optional.empty(), true) : null;
        return title != null && title.qualified() ? title : null;
    }

    /** Returns "head of the Norwegian delegation", "Head of Mission" that begins at the token; null if it does not. */
    @Nullable
    Title headOf(int token) {
        boolean head =
                (tokens.lower(token).equals("head") || tokens.lower(token).equals("chief"))
                        && tokens.is(token + 1, "of");
        int at = tokens.is(token + 2, "the") ? token + 3 : token + 2;
        int first = at;
        Draft draft = head ? reading.draft(first) : null;
        if (draft != null && draft.type() == Entity.Type.ORGANIZATION) {
            Rest rest = withBody(new Rest(first, first, reading.country(first)), draft);
            return new Title(token, rest.to, tokens.text(token, rest.textTo), "head", rest.country, true);
        }
        while (head && at < first + HEADED_MAX && tokens.isWord(at) && !tokens.isBreak(at)) {
            boolean body = reading.is(at, Kind.ORGANIZATION_OF)
                    || reading.is(at, Kind.ORGANIZATION_LAST)
                    || SECTIONS.contains(tokens.lower(at));
            if (body) {
                return new Title(token, at + 1, tokens.text(token, at + 1), "head", reading.country(first), true);
            }
            boolean part = reading.is(at, Kind.PORTFOLIO) || reading.nationality(at) != null;
            if (!part) {
                return null;
            }
            at++;
        }
        return null;
    }

    private boolean isWordOfOffice(int token, boolean capitals) {
        return tokens.isWord(token)
                && tokens.isCapitalised(token) == capitals
                && !reading.is(token, Kind.FUNCTION)
                && !LINKS.contains(tokens.word(token))
                && reading.claim(token) != Entity.Type.PERSON;
    }

    private boolean canBegin(int token) {
        boolean word = reading.is(token, Kind.TITLE_MODIFIER)
                || reading.is(token, Kind.PORTFOLIO)
                || reading.is(token, Kind.TITLE_HEAD)
                || reading.is(token, Kind.ORDINAL)
                || (tokens.isCapitalised(token) && (reading.countryEnd(token) > token || isOrganization(token)));
        boolean heads = word || reading.end(token, Kind.TITLE_HEAD) > token;
        return heads && !(tokens.isHyphen(token - 1) && tokens.isJoined(token));
    }

    private int possessiveEnd(int end) {
        return tokens.is(end, "'s") || tokens.is(end, "'") ? end + 1 : end;
    }

    private boolean isOrganization(int token) {
        return reading.claim(token) == Entity.Type.ORGANIZATION;
    }

    private int headEnd(int at) {
        if (reading.isInPlace(at)) {
            return at;
        }
        int end = reading.end(at, Kind.TITLE_HEAD);
        int next = end > at ? reading.end(end, Kind.TITLE_HEAD) : at;
        while (next > end && !tokens.isBreak(end) && tokens.isCapitalised(end) == tokens.isCapitalised(at)) {
            end = next;
            next = reading.end(end, Kind.TITLE_HEAD);
        }
        boolean joined = end > at && tokens.isHyphen(end) && tokens.isJoined(end);
        if (joined && CHOSEN.contains(tokens.lower(end + 1))) {
            return end + 2;
        }
        boolean modifier = joined && end == at + 1 && reading.end(end + 1, Kind.TITLE_HEAD) > end + 1;
        return modifier ? reading.end(end + 1, Kind.TITLE_HEAD) : end;
    }

    private int nextBeforeHead(int at) {
        Draft draft = reading.draft(at);
        if (draft != null && draft.type() == Entity.Type.ORGANIZATION) {
            return possessiveEnd(draft.to());
        }
        boolean word =
                reading.is(at, Kind.TITLE_MODIFIER) || reading.is(at, Kind.PORTFOLIO) || reading.is(at, Kind.ORDINAL);
        boolean hyphen = tokens.isHyphen(at) && tokens.isJoined(at) && tokens.isJoined(at + 1);
        boolean and = (tokens.is(at, "and") || tokens.is(at, "&"))
                && reading.is(at - 1, Kind.PORTFOLIO)
                && reading.is(at + 1, Kind.PORTFOLIO);
        Phrases.Match<Place> place = reading.place(at);
        if (place != null) {
            return possessiveEnd(place.to());
        }
        return word || hyphen || and ? at + 1 : -1;
    }

    private Title withRest(int token, int begin, int headTo, Optional<String> countryBefore, boolean superior) {
        int ranked = classEnd(headTo);
        Rest rest = new Rest(ranked, ranked, countryBefore);
        for (int part = 0; part < PARTS_MAX; part++) {
            Rest more = more(rest, superior);
            if (more == null) {
                break;
            }
            rest = more;
        }
        return new Title(token, rest.to, tokens.text(begin, rest.textTo), head(headTo), rest.country, rest.to > headTo);
    }

    /** "Deputy Prime Minister and Minister of Trade", "President and Chief Executive Officer": one who holds two offices. */
    private Title withSecond(Title first) {
        int at = first.to() + 1;
        boolean capital = Character.isUpperCase(first.text().codePointAt(0));
        boolean alike = !tokens.isBreak(at) && capital && tokens.isCapitalised(at);
        Title second = alike && isSecondOffice(at) ? single(at) : null;
        boolean one = second != null && (second.qualified() || CHIEFS.contains(second.head()));
        if (second == null || !one) {
            return first;
        }
        String text = first.text() + " " + tokens.word(first.to()) + " " + second.text();
        return new Title(
                first.from(), second.to(), text, first.head(), first.country().or(second::country), true);
    }

    /** A second office begins with its own rank, not with a country: "the King and Norway's Prime Minister" are two persons. */
    private boolean isSecondOffice(int token) {
        return reading.countryEnd(token) == token && reading.draft(token) == null;
    }

    /** "Sergeant First Class". */
    private int classEnd(int head) {
        boolean graded =
                reading.is(head, Kind.ORDINAL) && tokens.lower(head + 1).equals("class");
        return graded && !tokens.isBreak(head) && !tokens.isBreak(head + 1) ? head + 2 : head;
    }

    /** "secretary" for "Secretary of State", "prime minister" whole, else the last word. */
    private String head(int headTo) {
        if (tokens.lower(headTo - 2).equals("prime")) {
            return "prime minister";
        }
        return tokens.is(headTo - 2, "of") ? tokens.lower(headTo - 3) : tokens.lower(headTo - 1);
    }

    /** Returns the title with one more part: a country, body, place or subject behind "of", "for" and the like; null if none follows. */
    private @Nullable Rest more(Rest rest, boolean superior) {
        int at = tokens.is(rest.to + 1, "the") ? rest.to + 2 : rest.to + 1;
        if (!LINKS.contains(tokens.word(rest.to)) || tokens.isBreak(at)) {
            return null;
        }
        Draft draft = reading.draft(at);
        if (draft != null && draft.type() == Entity.Type.ORGANIZATION) {
            return withBody(rest, draft);
        }
        // "Of the Norwegian Fish Agency".
        int behindCountry = reading.countryEnd(at);
        Draft national = behindCountry > at ? reading.draft(behindCountry) : null;
        if (national != null && national.type() == Entity.Type.ORGANIZATION) {
            return withBody(new Rest(rest.to, rest.textTo, rest.country.or(() -> reading.country(at))), national);
        }
        if (superior && tokens.is(rest.to, "to") && at == rest.to + 2 && tokens.isCapitalised(at)) {
            // "Assistant Minister to the Deputy Prime Minister".
            Title of = single(at, false);
            return of == null ? null : new Rest(of.to(), of.to(), rest.country.or(of::country));
        }
        Phrases.Match<Place> place = reading.place(at);
        int portfolio = portfolioEnd(at);
        if (place != null && portfolio <= place.to()) {
            return withPlace(rest, place);
        }
        int subject = portfolio > at ? portfolio : statedEnd(rest, at);
        Draft owned = tokens.is(subject, "'s") ? reading.draft(subject + 1) : null;
        if (owned != null && owned.type() == Entity.Type.ORGANIZATION) {
            return new Rest(owned.to(), owned.to(), rest.country.or(owned::country));
        }
        return subject > at ? new Rest(subject, subject, rest.country) : null;
    }

    /** "Of the Fish Agency (NFA)": its short name in brackets is no part of the office. */
    private Rest withBody(Rest rest, Draft body) {
        int to = body.to();
        boolean named = tokens.is(to, "(") && tokens.isAllCapitals(to + 1) && tokens.is(to + 2, ")");
        return new Rest(named ? to + 3 : to, to, rest.country.or(body::country));
    }

    /** Returns one past "for Ocean Floors" where a mark ends it, whatever the words with capitals are; the token itself if it is not so. */
    private int statedEnd(Rest rest, int token) {
        int at = token;
        while (tokens.is(rest.to, "for")
                && at < token + PARTS_MAX
                && tokens.isWord(at)
                && tokens.isCapitalised(at)
                && !reading.is(at, Kind.GIVEN_NAME)
                && reading.claim(at) != Entity.Type.PERSON
                && !tokens.isBreak(at)) {
            at++;
        }
        return !tokens.isBreak(at) && ENDS.contains(tokens.word(at)) ? at : token;
    }

    /** "of Norway" says the country and is not part of the office; "to Norway" and "of Oslo" are. */
    private Rest withPlace(Rest rest, Phrases.Match<Place> place) {
        boolean of = tokens.is(rest.to, "of");
        boolean country = place.value().kind() == Place.Kind.COUNTRY;
        if (of && country) {
            return new Rest(place.to(), rest.textTo, place.value().country());
        }
        int list = tokens.is(rest.to, "for") ? placesEnd(place.to()) : place.to();
        boolean several = list > place.to();
        Optional<String> known =
                tokens.is(rest.to, "to") || several ? rest.country : rest.country.or(place.value()::country);
        return new Rest(list, list, known);
    }

    /** Returns one past the last place of "Norway, Iceland and Finland", where the list comes to its "and"; the token itself if it does not. */
    private int placesEnd(int token) {
        int at = token;
        boolean last = false;
        while (!last && (tokens.is(at, ",") || tokens.is(at, "and"))) {
            last = tokens.is(at, "and") || tokens.is(at + 1, "and");
            Phrases.Match<Place> next = reading.place(tokens.is(at, ",") && last ? at + 2 : at + 1);
            if (next == null || tokens.isBreak(next.from())) {
                return token;
            }
            at = next.to();
        }
        return last ? at : token;
    }

    /** Returns one past the subjects that begin at the token: "Trade, Industry and Energy", "Asia-Pacific affairs". */
    private int portfolioEnd(int token) {
        int end = token;
        int at = token;
        while (at < tokens.size() && at - token < LENGTH_MAX && (at == token || !tokens.isBreak(at))) {
            Phrases.Match<Place> place = reading.place(at);
            boolean title = at > token && reading.end(at, Kind.TITLE_HEAD) > at && tokens.isCapitalised(at);
            if (reading.is(at, Kind.PORTFOLIO) && !title) {
                at++;
                end = at;
            } else if (place != null && at < tokens.size() && leadsToSubject(place.to())) {
                at = place.to();
            } else if (reading.nationality(at) != null && leadsToSubject(reading.countryEnd(at))) {
                at = reading.countryEnd(at);
            } else if (at > token && isLink(at)) {
                at = subject(at + 1);
            } else {
                break;
            }
        }
        return end;
    }

    private boolean leadsToSubject(int at) {
        return reading.is(at, Kind.PORTFOLIO) || (isLink(at) && reading.is(at + 1, Kind.PORTFOLIO));
    }

    private boolean isLink(int at) {
        boolean link = tokens.is(at, "and")
                || tokens.is(at, "&")
                || tokens.is(at, ",")
                || tokens.is(at, "of")
                || tokens.isHyphen(at);
        int next = subject(tokens.is(at, ",") && tokens.is(at + 1, "and") ? at + 2 : at + 1);
        boolean listed = tokens.is(at, ",") && next > at + 1;
        return link
                && (listed || (reading.is(next, Kind.PORTFOLIO) && sameCase(at - 1, next)) || isAreaOfSubject(next));
    }

    /** "Food and the Marine". */
    private int subject(int token) {
        return tokens.is(token, "the") ? token + 1 : token;
    }

    /** "and Pacific Affairs". */
    private boolean isAreaOfSubject(int token) {
        Phrases.Match<Place> place = reading.place(token);
        return place != null && reading.is(place.to(), Kind.PORTFOLIO);
    }

    /** "Minister for Trade, political parties": a list of subjects does not change from capitals to small letters. */
    private boolean sameCase(int one, int other) {
        return !tokens.isCapitalised(one) || tokens.isCapitalised(other) || tokens.isHyphen(one + 1);
    }

    /**
     * How far a title goes behind its rank.
     *
     * @param to one past all of it
     * @param textTo one past what is said of the office, the country left out
     */
    private record Rest(int to, int textTo, Optional<String> country) {}
}
