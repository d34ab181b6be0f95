package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Gazetteer.Body;
import io.communique.enrich.text.entity.Gazetteer.Place;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One text while its names are looked for: its tokens, what the lists know of them, and which of them belong to a name already. */
final class Reading {
    /** What towns are called behind the name of a people. */
    private static final Set<String> KINDS_OF_TOWN = Set.of(
            "capital",
            "city",
            "town",
            "port",
            "village",
            "province",
            "resort",
            "border",
            "coastal",
            "region",
            "island");

    private static final int KIND_WORDS_MAX = 3;

    private static final int SHIP_WORDS_MAX = 4;
    private static final int COUNTRY_WORDS_MAX = 16;

    private final Tokens tokens;
    private final Words words;
    private final Gazetteer gazetteer;
    private final Phrases.@Nullable Match<Place>[] places;
    private final boolean[] inPlace;
    private final Phrases.@Nullable Match<String>[] nationalities;
    private final Set<Kind>[] kinds;
    private final Set<Kind>[] begun;
    private final Entity.@Nullable Type[] claims;
    private final boolean[] shouted;
    private final boolean[] headline;
    private final BitSet ofShip = new BitSet();
    private final Set<String> ships = new HashSet<>();
    private final Set<Draft> drafts = new LinkedHashSet<>();
    private final Map<Integer, Draft> byToken = new HashMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    Reading(String text, Words words, Gazetteer gazetteer) {
        this.tokens = new Tokens(text);
        this.words = words;
        this.gazetteer = gazetteer;
        this.places = new Phrases.Match[tokens.size()];
        this.nationalities = new Phrases.Match[tokens.size()];
        this.kinds = new Set[tokens.size()];
        this.begun = new Set[tokens.size()];
        for (int i = 0; i < kinds.length; i++) {
            begun[i] = words.begun(tokens.lower(i));
            kinds[i] = words.kinds(tokens.lower(i));
            nationalities[i] =
                    tokens.isCapitalised(i) ? gazetteer.nationalities().longest(tokens, i) : null;
        }
        this.inPlace = new boolean[tokens.size()];
        this.claims = new Entity.Type[tokens.size()];
        this.shouted = new boolean[tokens.size()];
        this.headline = new boolean[tokens.size()];
        readLines();
        readShips();
        readPlaces();
    }

    /** "HMS Prince of Wales" names neither a person nor a place: its words are as good as small ones. */
    private void readShips() {
        for (int i = 0; i < tokens.size(); i++) {
            int to = shipEnd(i);
            if (to > i + 1) {
                ships.add(tokens.text(i + 1, to));
            }
            for (int word = i; word < to; word++) {
                kinds[word] = EnumSet.of(Kind.FUNCTION);
                nationalities[word] = null;
                ofShip.set(word);
            }
        }
    }

    /** Returns one past the name of the ship that begins at the token, at most four words; the token itself if none does. */
    private int shipEnd(int token) {
        boolean prefix = is(token, Kind.SHIP) && tokens.isAllCapitals(token) && !shouted[token];
        int first = prefix && tokens.isQuote(token + 1) ? token + 2 : token + 1;
        int at = first;
        while (prefix
                && at < first + SHIP_WORDS_MAX
                && !tokens.isBreak(at)
                && (tokens.isCapitalised(at) || (at > first && isInsideShip(at)))) {
            at++;
        }
        return at > first ? at : token;
    }

    private boolean isInsideShip(int token) {
        return (tokens.is(token, "of") || is(token, Kind.PARTICLE)) && tokens.isCapitalised(token + 1);
    }

    /** Whether the tokens are a ship's, or its name again. */
    boolean isShip(int from, int to) {
        int next = ofShip.nextSetBit(from);
        return (next >= 0 && next < to) || ships.contains(tokens.text(from, to));
    }

    /** Marks lines all in capitals, and lines that capitalise nearly every word, where capitals say nothing. */
    private void readLines() {
        for (int from = 0; from < tokens.size(); ) {
            int to = from + 1;
            while (to < tokens.size() && !tokens.isBreak(to)) {
                to++;
            }
            readLine(from, to);
            from = to;
        }
    }

    private void readLine(int from, int to) {
        int long_ = 0;
        int capitals = 0;
        int all = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i) && tokens.word(i).length() > 3) {
                long_++;
                capitals += tokens.isCapitalised(i) ? 1 : 0;
                all += tokens.isAllCapitals(i) ? 1 : 0;
            }
        }
        boolean sentence = tokens.is(to - 1, ".");
        boolean isShouted = long_ >= 2 && all == long_;
        boolean isHeadline = isShouted || (!sentence && long_ >= 4 && capitals * 10 >= long_ * 9);
        Arrays.fill(shouted, from, to, isShouted);
        Arrays.fill(headline, from, to, isHeadline);
    }

    private void readPlaces() {
        for (int i = 0; i < tokens.size(); ) {
            Phrases.Match<Place> match = !ofShip.get(i) && (tokens.isCapitalised(i) || tokens.is(i, "sub"))
                    ? gazetteer.places().longest(tokens, i)
                    : null;
            if (match != null && !isShoutedPronoun(match) && !isOfCurrency(match)) {
                places[i] = match;
                Arrays.fill(inPlace, i, match.to(), true);
                i = match.to();
            } else {
                i++;
            }
        }
    }

    /** "CONTACT US": in a line of capitals, US is more often the pronoun. */
    private boolean isShoutedPronoun(Phrases.Match<Place> match) {
        return shouted[match.from()] && match.to() == match.from() + 1 && tokens.is(match.from(), "US");
    }

    /** "US$5". */
    private boolean isOfCurrency(Phrases.Match<Place> match) {
        return tokens.is(match.to(), "$") && tokens.isJoined(match.to());
    }

    Tokens tokens() {
        return tokens;
    }

    boolean isShouted(int token) {
        return token < shouted.length && shouted[token];
    }

    boolean isHeadline(int token) {
        return token < headline.length && headline[token];
    }

    boolean is(int token, Kind kind) {
        return token >= 0 && token < kinds.length && kinds[token].contains(kind);
    }

    /** Returns whether a word in small letters is an office or a rank. */
    boolean isOffice(String lower) {
        return words.kinds(lower).contains(Kind.TITLE_HEAD);
    }

    int end(int token, Kind kind) {
        boolean begins = token >= 0 && token < begun.length && begun[token].contains(kind);
        return begins ? words.end(tokens, token, kind) : token;
    }

    /** Returns the place whose name begins at the token; null if none does. */
    Phrases.@Nullable Match<Place> place(int token) {
        return token < 0 || token >= places.length ? null : places[token];
    }

    /** Returns the country whose name ends before the token; null if none does. */
    Phrases.@Nullable Match<Place> countryBefore(int token) {
        for (int from = token - 1; from >= Math.max(0, token - COUNTRY_WORDS_MAX); from--) {
            Phrases.Match<Place> place = places[from];
            if (place != null && place.to() == token && place.value().kind() == Place.Kind.COUNTRY) {
                return place;
            }
        }
        return null;
    }

    /** Whether the token is part of a known place's name. */
    boolean isInPlace(int token) {
        return token >= 0 && token < inPlace.length && inPlace[token];
    }

    /** Returns one past the country or nationality that begins at the token; the token itself if none does. */
    int countryEnd(int token) {
        Phrases.Match<Place> place = place(token);
        if (place != null && place.value().kind() == Place.Kind.COUNTRY) {
            return place.to();
        }
        Phrases.Match<String> nationality = nationality(token);
        return nationality == null ? token : nationality.to();
    }

    /** Returns the code of the country or nationality that begins at the token. */
    Optional<String> country(int token) {
        Phrases.Match<Place> place = place(token);
        if (place != null) {
            return place.value().country();
        }
        Phrases.Match<String> nationality = nationality(token);
        return nationality == null ? Optional.empty() : Optional.of(nationality.value());
    }

    /** Returns the country of what stands behind a town and a comma: a country, a region, or a state of the United States in short. */
    Optional<String> countryBehindTown(int token) {
        return country(token).or(() -> UsStates.isShort(tokens, token) ? Optional.of("US") : Optional.empty());
    }

    /** Returns the country of the place that begins at the token by what is said before it: "the Norwegian capital Oslo", "the Chilean port city of Arica". */
    Optional<String> countryOfKind(int from) {
        int at = tokens.is(from - 1, "of") ? from - 2 : from - 1;
        int kind = at;
        while (kind > at - KIND_WORDS_MAX && KINDS_OF_TOWN.contains(tokens.lower(kind))) {
            kind--;
        }
        Phrases.Match<String> nationality = nationality(kind);
        return kind < at && nationality != null && nationality.to() == kind + 1
                ? Optional.of(nationality.value())
                : Optional.empty();
    }

    Phrases.@Nullable Match<String> nationality(int token) {
        return token < 0 || token >= nationalities.length ? null : nationalities[token];
    }

    Phrases.@Nullable Match<Body> body(int token) {
        if ((!tokens.isCapitalised(token) && !tokens.is(token, "al")) || ofShip.get(token)) {
            return null;
        }
        Phrases.Match<Body> match = gazetteer.bodies().longest(tokens, token);
        if (match != null && match.value().company() && isProduct(match.to())) {
            return null;
        }
        boolean acronym = match != null && match.to() == token + 1 && tokens.isAllCapitals(token);
        return acronym && isShouted(token) ? null : match;
    }

    /** "Galaxy" behind "Samsung"; not "Chairman", "Inc." or "Group". */
    private boolean isProduct(int token) {
        return !tokens.isBreak(token)
                && isNameWord(token)
                && !isHeadline(token)
                && end(token, Kind.TITLE_HEAD) == token
                && !is(token, Kind.TITLE_MODIFIER)
                && !is(token, Kind.COMPANY)
                && !is(token, Kind.ORGANIZATION_LAST);
    }

    /** Whether the token is a capitalised word that can be part of a name: no function word at the beginning of a sentence, no month. */
    boolean isNameWord(int token) {
        return tokens.isCapitalised(token) && !is(token, Kind.FUNCTION) && !is(token, Kind.CALENDAR);
    }

    boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (claims[i] != null) {
                return false;
            }
        }
        return true;
    }

    Entity.@Nullable Type claim(int token) {
        return token < 0 || token >= claims.length ? null : claims[token];
    }

    /** Takes the tokens of a name, so that no other name lies across them. */
    void claim(int from, int to, Entity.Type type) {
        Arrays.fill(claims, from, to, type);
    }

    void add(Draft draft) {
        drafts.add(draft);
        byToken.put(draft.from(), draft);
    }

    /** Takes a name back, and frees its tokens. */
    void remove(Draft draft) {
        drafts.remove(draft);
        byToken.remove(draft.from());
        release(draft.from(), draft.to());
    }

    /** Makes a name that was found another mention of {@code whole}. */
    void rename(Draft draft, Draft whole) {
        remove(draft);
        claim(draft.from(), draft.to(), draft.type());
        add(new Draft(draft.type(), draft.from(), draft.to(), whole.name(), whole.key(), whole.country(), false));
    }

    void release(int from, int to) {
        Arrays.fill(claims, from, to, null);
    }

    /** Returns the name that was found to begin at the token; null if none was. */
    @Nullable
    Draft draft(int token) {
        return byToken.get(token);
    }

    /** Returns the names found so far, persons apart, in the order in which they were found. */
    List<Draft> drafts() {
        return List.copyOf(drafts);
    }
}
