package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what the rules found and what a model saw. A name that only one of them has stands. Where they overlap the model is right
 * more often, with these exceptions: a rule's name that has the model's inside it, and names that a list knows as a country or a body.
 */
final class SeenNames {
    /** How sure a model must be of a name that the rules do not have, by what it takes to be right as often as wrong. */
    private static final Map<Entity.Type, Double> SURE = Map.of(
            Entity.Type.PERSON, 0.5, Entity.Type.ORGANIZATION, 0.5, Entity.Type.PLACE, 0.6, Entity.Type.EVENT, 0.6);

    private static final Set<String> LANDFORMS = Set.of("river", "lake", "pond", "valley", "bay", "canal", "strait");

    /** A line of one word has nothing that a model could tell by. */
    private static final double SURE_OF_LONE_WORD = 0.98;

    private static final Set<String> FAITHS =
            Set.of("jewish", "muslim", "christian", "catholic", "protestant", "orthodox", "sunni", "shiite");

    private final Reading reading;
    private final Tokens tokens;
    private final Persons persons;
    private final Spelling spelling;
    private final Map<Integer, List<Draft>> draftsAt = new HashMap<>();
    private final Map<Integer, List<PersonMention>> mentionsAt = new HashMap<>();
    private final BitSet ofTitle = new BitSet();

    SeenNames(Reading reading, Persons persons) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.persons = persons;
        this.spelling = new Spelling(reading);
    }

    void hear(List<NameModel.Span> seen) {
        ShortCompanies companies = new ShortCompanies(reading);
        List<NameModel.Span> whole = companies.whole(new Nicknames(reading).joined(seen));
        List<NameModel.Span> spans = companies.retyped(ofOneTypeEach(whole));
        reading.drafts().forEach(draft -> cover(draft.from(), draft.to(), draft, draftsAt));
        persons.mentions().forEach(mention -> {
            cover(mention.from, mention.to, mention, mentionsAt);
            mention.title.ifPresent(title -> ofTitle.set(title.from(), title.to()));
        });
        List<NameModel.Span> taken = new ArrayList<>();
        Set<PersonMention> wrong = new HashSet<>();
        for (NameModel.Span told : spans) {
            NameModel.Span span = trimmed(told);
            if (span != null && isSure(span) && spelling.allows(span) && !stays(span)) {
                taken.add(span);
                wrong.addAll(over(span, mentionsAt));
            }
        }
        persons.removeAll(wrong);
        taken.forEach(this::take);
        new Acronyms(reading).link();
        companies.link();
    }

    /** What one text calls by one name is of one type, whatever a model makes of a single sentence: that of which it is surest in all. */
    private List<NameModel.Span> ofOneTypeEach(List<NameModel.Span> spans) {
        Map<String, Map<Entity.Type, Double>> sure = new HashMap<>();
        for (NameModel.Span span : spans) {
            sure.computeIfAbsent(tokens.text(span.from(), span.to()), any -> new EnumMap<>(Entity.Type.class))
                    .merge(span.type(), span.score(), Double::sum);
        }
        return spans.stream()
                .map(span -> {
                    Map<Entity.Type, Double> types = sure.getOrDefault(tokens.text(span.from(), span.to()), Map.of());
                    Entity.Type type = types.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse(span.type());
                    return new NameModel.Span(span.from(), span.to(), type, span.score());
                })
                .toList();
    }

    /** Takes off what a model wrongly takes for a part of a name: titles before a person, small words behind a place, "-based". */
    private NameModel.@Nullable Span trimmed(NameModel.Span span) {
        int from = span.from();
        int to = span.to();
        if (span.type() == Entity.Type.PERSON) {
            from = persons.titleEnd(from, to);
            to = Persons.withoutDegree(from, to, tokens);
        }
        if (span.type() == Entity.Type.PLACE) {
            from = behindFaith(from);
            to = placeEnd(from, to);
        }
        if (span.type() == Entity.Type.PLACE && isCountryOfOffice(from, to)) {
            to = reading.countryEnd(from);
        }
        from = behindLooseBracket(from, to);
        while (to > from + 1 && isLoose(to - 1, span.type())) {
            to--;
        }
        while (to > from + 1 && isQuote(from)) {
            from++;
        }
        to = span.type() == Entity.Type.ORGANIZATION ? listEnd(from, bodyEnd(from, slashedEnd(to))) : to;
        if (span.type() == Entity.Type.PLACE && isLetterOfParty(from) && to > from + 2) {
            from += 2;
        }
        to = span.type() == Entity.Type.PLACE ? townEnd(from, to) : to;
        boolean partOfName = span.type() == Entity.Type.PERSON && PersonNames.canFollowHyphen(tokens.word(to - 1));
        if (span.type() != Entity.Type.EVENT && !partOfName && to > from + 2 && isDerived(to - 1)) {
            to -= 2;
        }
        return to > from ? new NameModel.Span(from, to, span.type(), span.score()) : null;
    }

    /** "Panel on", "NOU/", "NOU's", or a postal code behind a place. */
    private boolean isLoose(int last, Entity.Type type) {
        boolean function = reading.is(last, Words.Kind.FUNCTION) && !tokens.hasCapital(last);
        boolean code = type == Entity.Type.PLACE
                && tokens.isNumber(last)
                && tokens.word(last).length() > 3
                && tokens.isWord(last - 1);
        // Of "Sainsbury's" it is a part.
        boolean possessive = tokens.is(last, "'s") && tokens.isAllCapitals(last - 1);
        return function || code || possessive || isQuote(last) || tokens.is(last, "/") || tokens.is(last, "_");
    }

    private boolean isQuote(int token) {
        return tokens.is(token, "“") || tokens.is(token, "”") || tokens.is(token, "\"");
    }

    /** "The Jewish West Bank settlements". */
    private int behindFaith(int from) {
        return FAITHS.contains(tokens.lower(from)) && reading.place(from + 1) != null ? from + 1 : from;
    }

    /** "Hamar station", "Hamar's"; of "St. John's" it is a part. */
    private int placeEnd(int from, int end) {
        int to = end;
        while (to > from + 1 && isSmallWord(to - 1) && !isLandform(to - 1)) {
            to--;
        }
        boolean owner = to == from + 2 && tokens.is(to - 1, "'s") && !reading.is(from, Words.Kind.GIVEN_NAME);
        return owner ? to - 1 : to;
    }

    /** "U.S. District", of which the second word belongs to "Judge" behind it. */
    private boolean isCountryOfOffice(int from, int to) {
        int office = reading.countryEnd(from);
        return office > from
                && office < to
                && reading.is(to, Words.Kind.TITLE_HEAD)
                && IntStream.range(office, to).allMatch(i -> reading.is(i, Words.Kind.TITLE_MODIFIER));
    }

    /** Returns one past a bracket or parenthesis that is closed in the name and was opened before it; {@code from} if there is none. */
    private int behindLooseBracket(int from, int to) {
        int open = 0;
        for (int at = from; at < to - 1; at++) {
            open += tokens.is(at, "(") || tokens.is(at, "[") ? 1 : 0;
            open -= tokens.is(at, ")") || tokens.is(at, "]") ? 1 : 0;
            if (open < 0) {
                return at + 1;
            }
        }
        return from;
    }

    /** "Hamar Bank A/S", where a model stops before the slash. */
    private int slashedEnd(int to) {
        boolean form = tokens.is(to, "/")
                && tokens.isJoined(to)
                && tokens.isJoined(to + 1)
                && tokens.word(to - 1).length() == 1
                && tokens.word(to + 1).length() == 1
                && tokens.isCapitalised(to + 1);
        return form ? to + 2 : to;
    }

    /** "Harbour Council Resolution", and in a headline "Harbour Council Supports Ferries": a known body, and what a model adds to it. */
    private int bodyEnd(int from, int to) {
        Phrases.Match<Gazetteer.Body> body = reading.body(from);
        if (body == null || body.value().company() || body.to() >= to) {
            return to;
        }
        boolean resolution = body.to() == to - 1 && tokens.lower(to - 1).startsWith("resolution");
        return resolution || reading.isHeadline(from) ? body.to() : to;
    }

    /** "Department for Ports, Fish and Tides and Harbour Norway": the list of what a body is for has had its "and". */
    private int listEnd(int from, int to) {
        return draftsAt.getOrDefault(from, List.of()).stream()
                .filter(draft -> draft.from() == from && draft.to() < to && tokens.is(draft.to(), "and"))
                .filter(draft -> draft.name().contains(", ") && draft.name().contains(" and "))
                .mapToInt(Draft::to)
                .findFirst()
                .orElse(to);
    }

    /** "Hamar, Tenn.": the state behind the town is a place of its own. */
    private int townEnd(int from, int to) {
        for (int at = from + 1; at < to - 1; at++) {
            if (tokens.is(at, ",") && UsStates.isPlainly(tokens, at + 1) && !tokens.is(at + 1, "D.C.")) {
                return at;
            }
        }
        return to;
    }

    /** "R-Ohio". */
    private boolean isLetterOfParty(int token) {
        return tokens.word(token).length() == 1 && tokens.isHyphen(token + 1) && tokens.isJoined(token + 2);
    }

    /** "Hamar-based", "NOU-approved". */
    private boolean isDerived(int token) {
        return tokens.isJoined(token)
                && tokens.isHyphen(token - 1)
                && Character.isLowerCase(tokens.word(token).codePointAt(0));
    }

    private boolean isSmallWord(int token) {
        return tokens.isWord(token) && !tokens.isCapitalised(token) && !tokens.isJoined(token);
    }

    /** "Glomma river": what the river is called, though not in capitals; a county or an island has its name without. */
    private boolean isLandform(int token) {
        return LANDFORMS.contains(tokens.lower(token));
    }

    private boolean isSure(NameModel.Span span) {
        boolean alone = span.to() == span.from() + 1 && isLoneWord(span.from());
        return span.score() >= (alone ? SURE_OF_LONE_WORD : SURE.getOrDefault(span.type(), 1.0));
    }

    private boolean isLoneWord(int token) {
        int from = token;
        while (!tokens.isBreak(from) && !tokens.isWord(from - 1)) {
            from--;
        }
        int to = token + 1;
        while (!tokens.isBreak(to) && !tokens.isWord(to)) {
            to++;
        }
        return tokens.isBreak(from) && tokens.isBreak(to);
    }

    private static <T> void cover(int from, int to, T name, Map<Integer, List<T>> at) {
        for (int token = from; token < to; token++) {
            at.computeIfAbsent(token, any -> new ArrayList<>(1)).add(name);
        }
    }

    private static <T> List<T> over(NameModel.Span span, Map<Integer, List<T>> at) {
        return IntStream.range(span.from(), span.to())
                .mapToObj(token -> at.getOrDefault(token, List.of()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private boolean stays(NameModel.Span span) {
        return isOfTitle(span)
                || isCompoundOfListed(span)
                || over(span, draftsAt).stream().anyMatch(draft -> stays(draft, span))
                || over(span, mentionsAt).stream().anyMatch(mention -> stays(mention, span));
    }

    /** "Minister of Industry and Trade Ann Berg": what a title is made of names no other person. */
    private boolean isOfTitle(NameModel.Span span) {
        return span.type() == Entity.Type.PERSON
                && span.to() == span.from() + 1
                && reading.is(span.from(), Words.Kind.PORTFOLIO)
                && ofTitle.get(span.from());
    }

    private boolean isJoint(int token) {
        return tokens.isHyphen(token) || tokens.is(token, "and") || tokens.is(token, "&") || tokens.is(token, ",");
    }

    /** "EU-UK", "EU and NATO": names that the lists know, each by itself. */
    private boolean isCompoundOfListed(NameModel.Span span) {
        List<Draft> sides = over(span, draftsAt);
        return span.type() != Entity.Type.EVENT
                && sides.size() > 1
                && sides.stream().allMatch(Draft::listed)
                && IntStream.range(span.from(), span.to()).allMatch(i -> draftsAt.containsKey(i) || isJoint(i));
    }

    private void take(NameModel.Span span) {
        List<Draft> drafts = over(span, draftsAt);
        Draft known = drafts.stream()
                .filter(draft -> draft.type() == span.type())
                .findFirst()
                .orElse(null);
        drafts.stream().filter(draft -> !isSideOf(draft, span)).forEach(reading::remove);
        if (span.type() == Entity.Type.PERSON) {
            persons.addSeen(
                    span.from(),
                    span.to(),
                    over(span, mentionsAt).stream().findFirst().orElse(null));
        } else {
            add(span, known);
        }
    }

    private static boolean stays(Draft rule, NameModel.Span span) {
        boolean same = rule.from() == span.from() && rule.to() == span.to();
        boolean around = rule.from() <= span.from() && rule.to() >= span.to();
        boolean listed = rule.listed() || (rule.type() == Entity.Type.PLACE && span.type() == Entity.Type.PERSON);
        return around && (!same || rule.type() == span.type() || listed);
    }

    /** A name behind a title ends where the title does; a model often takes the title for a part of it. */
    private static boolean stays(PersonMention rule, NameModel.Span span) {
        boolean around = rule.from <= span.from() && rule.to >= span.to();
        boolean same = around && rule.from == span.from() && rule.to == span.to();
        boolean withTitle = span.type() == Entity.Type.PERSON && span.from() < rule.from && span.to() == rule.to;
        boolean addressed = rule.honorific.isPresent() && span.type() != Entity.Type.PERSON && around;
        return addressed
                || (same && span.type() == Entity.Type.PERSON)
                || (rule.title.isPresent() && (around || withTitle));
    }

    /** The two countries of "ROK-Norway talks" are named beside the talks. */
    private boolean isSideOf(Draft draft, NameModel.Span span) {
        return span.type() == Entity.Type.EVENT
                && draft.type() == Entity.Type.PLACE
                && ((tokens.isHyphen(draft.to()) && tokens.isJoined(draft.to()))
                        || (tokens.isHyphen(draft.from() - 1) && tokens.isJoined(draft.from())));
    }

    private void add(NameModel.Span span, @Nullable Draft known) {
        String name = tokens.text(span.from(), span.to());
        Optional<String> said = known == null ? countryOf(span) : known.country();
        Optional<String> country =
                span.type() == Entity.Type.EVENT ? said.or(() -> new Events(reading).host(span.to())) : said;
        reading.claim(span.from(), span.to(), span.type());
        Optional<String> code = codeOf(span);
        reading.add(new Draft(
                span.type(),
                span.from(),
                span.to(),
                name,
                code.orElseGet(() -> Organizations.key(name)),
                code.or(() -> country),
                code.isPresent()));
    }

    /** The code of the country that a place is; "Georgia" may be another. */
    private Optional<String> codeOf(NameModel.Span span) {
        Phrases.Match<Gazetteer.Place> place = span.type() == Entity.Type.PLACE ? reading.place(span.from()) : null;
        return place == null
                        || place.to() != span.to()
                        || place.value().kind() != Gazetteer.Place.Kind.COUNTRY
                        || tokens.is(span.from(), "Georgia")
                ? Optional.empty()
                : place.value().country();
    }

    /** "Hamar, Norway", "Hamar, Tenn.", "Oslo County", or the state itself in "Hamar, TN". */
    private Optional<String> countryOfPlace(NameModel.Span span) {
        if (tokens.is(span.from() - 1, ",") && UsStates.isShort(tokens, span.from())) {
            return Optional.of("US");
        }
        boolean town = tokens.is(span.to(), ",") && !isBehindCountry(span.from());
        Optional<String> behind = town ? reading.countryBehindTown(span.to() + 1) : Optional.empty();
        return behind.or(() -> reading.countryOfKind(span.from()))
                .or(() -> Optional.ofNullable(reading.place(span.from()))
                        .map(Phrases.Match::value)
                        .filter(place -> !place.doubtful())
                        .flatMap(Gazetteer.Place::country));
    }

    /** "Norway, the Faroes, Iceland": in a list of countries the next one does not say where the one before lies. */
    private boolean isBehindCountry(int from) {
        int comma = tokens.is(from - 1, "the") ? from - 2 : from - 1;
        return tokens.is(comma, ",") && reading.countryBefore(comma) != null;
    }

    /** The country that an organisation has in its name, or that stands behind a place: "Hamar, Norway". */
    private Optional<String> countryOf(NameModel.Span span) {
        if (span.type() == Entity.Type.PLACE) {
            return countryOfPlace(span);
        }
        boolean body = IntStream.range(span.from(), span.to())
                .anyMatch(
                        i -> reading.is(i, Words.Kind.ORGANIZATION_OF) || reading.is(i, Words.Kind.ORGANIZATION_LAST));
        return IntStream.range(span.from(), span.to())
                .filter(i -> body && span.type() == Entity.Type.ORGANIZATION)
                .filter(i -> reading.countryEnd(i) > i)
                .mapToObj(reading::country)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
