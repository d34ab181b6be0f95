package io.communique.enrich.text.entity;

import io.communique.enrich.text.entity.PersonResolver.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The countries of persons whose title names none, in a text about two states: "the ROK-Norway consultation". What counts as evidence: the
 * other side is spoken for, by "together with", "between … and …" or by its own holder of an office that a state has once; or a name
 * written the Korean way where one side is the Republic of Korea. Without evidence the country stays empty.
 */
final class Sides {
    private static final Set<String> ONE_POST =
            Set.of("president", "prime minister", "king", "queen", "chancellor", "premier");
    private static final int ROUNDS = 3;
    private static final int BETWEEN_MAX = 8;

    private final Reading reading;
    private final Tokens tokens;
    private final PersonNames names;

    Sides(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.names = new PersonNames(reading);
    }

    /** Gives persons without country the one that the text makes sure. */
    void infer(List<Person> persons, Optional<String> publisherCountry) {
        Pair pair = pair();
        if (pair != null) {
            inferSides(persons, pair);
        }
        for (Person person : persons) {
            boolean own = publisherCountry.equals(Optional.of("KR")) && isKorean(person);
            if (own && isOpen(person)) {
                person.infer("KR");
            }
        }
    }

    private void inferSides(List<Person> persons, Pair pair) {
        for (Person person : persons) {
            if (isOpen(person) && isKorean(person) && pair.has("KR") && !pair.has("KP")) {
                person.infer("KR");
            }
        }
        List<Person[]> opposite = opposite(persons);
        for (int round = 0; round < ROUNDS; round++) {
            inferByPost(persons, pair);
            for (Person[] two : opposite) {
                inferOther(two[0], two[1], pair);
                inferOther(two[1], two[0], pair);
            }
        }
    }

    private static boolean isOpen(Person person) {
        return person.country().isEmpty() && person.role().isPresent();
    }

    private static void inferOther(Person known, Person open, Pair pair) {
        known.country()
                .filter(country -> isOpen(open) && pair.has(country))
                .ifPresent(country -> open.infer(pair.other(country)));
    }

    private static void inferByPost(List<Person> persons, Pair pair) {
        Map<String, String> countries = new HashMap<>();
        for (Person person : persons) {
            String post = post(person);
            if (post != null && person.country().filter(pair::has).isPresent()) {
                countries.putIfAbsent(post, person.country().get());
            }
        }
        for (Person person : persons) {
            String post = post(person);
            String taken = post == null ? null : countries.get(post);
            if (taken != null && isOpen(person)) {
                person.infer(pair.other(taken));
            }
        }
    }

    private boolean isKorean(Person person) {
        return names.isKorean(person.fullest().from);
    }

    private static @Nullable String post(Person person) {
        return person.role()
                .map(role -> role.toLowerCase(Locale.ROOT))
                .filter(ONE_POST::contains)
                .orElse(null);
    }

    /** Returns persons of whom the text speaks as two sides: "between A and B", "A, together with B", "A met B". */
    private List<Person[]> opposite(List<Person> persons) {
        List<PersonMention> all = new ArrayList<>();
        Map<PersonMention, Person> owners = new HashMap<>();
        for (Person person : persons) {
            for (PersonMention mention : person.mentions()) {
                owners.put(mention, person);
                all.add(mention);
            }
        }
        all.sort(Comparator.comparingInt(mention -> mention.from));
        List<Person[]> opposite = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            PersonMention first = all.get(i - 1);
            PersonMention second = all.get(i);
            if (second.title.isPresent() && isOpposed(first, second, second.title.get())) {
                opposite.add(new Person[] {owner(owners, first), owner(owners, second)});
            }
        }
        return opposite;
    }

    private static Person owner(Map<PersonMention, Person> owners, PersonMention mention) {
        return Objects.requireNonNull(owners.get(mention), "owner");
    }

    /** Returns one past "of Norway"; the token itself if no country follows. */
    private int countryEnd(int token) {
        int at = tokens.is(token + 1, "the") ? token + 2 : token + 1;
        return tokens.is(token, "of") && reading.countryEnd(at) > at ? reading.countryEnd(at) : token;
    }

    private boolean isOpposed(PersonMention first, PersonMention second, Title title) {
        int gap = title.from() - first.to;
        if (title.from() >= second.from || gap < 1 || gap > BETWEEN_MAX) {
            return false;
        }
        boolean between = first.title.isPresent()
                && tokens.is(first.title.get().from() - 1, "between")
                && tokens.is(countryEnd(first.to), "and");
        boolean with = false;
        for (int i = first.to; i < title.from(); i++) {
            if (tokens.isBreak(i) || tokens.is(i, ".")) {
                return false;
            }
            with |= tokens.is(i, "with") || tokens.is(i, "met") || tokens.is(i, "counterpart");
        }
        return between || with;
    }

    /** Returns the two states that compounds of two name most often; null if no two lead. */
    private @Nullable Pair pair() {
        Map<Pair, Integer> counts = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isHyphen(i) && tokens.isJoined(i) && tokens.isJoined(i + 1)) {
                Pair pair = compound(i);
                if (pair != null) {
                    counts.merge(pair, 1, Integer::sum);
                }
            }
        }
        int best = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Pair> leading = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == best)
                .map(Map.Entry::getKey)
                .toList();
        return leading.size() == 1 ? leading.get(0) : null;
    }

    private @Nullable Pair compound(int hyphen) {
        Optional<String> right =
                reading.countryEnd(hyphen + 1) > hyphen + 1 ? reading.country(hyphen + 1) : Optional.empty();
        int from = hyphen - 1;
        while (from > 0 && hyphen - from < 6 && reading.countryEnd(from) != hyphen) {
            from--;
        }
        Optional<String> left = reading.countryEnd(from) == hyphen ? reading.country(from) : Optional.empty();
        boolean third =
                tokens.isHyphen(reading.countryEnd(hyphen + 1)) || (tokens.isHyphen(from - 1) && tokens.isJoined(from));
        if (left.isEmpty() || right.isEmpty() || left.equals(right) || third) {
            return null;
        }
        return left.get().compareTo(right.get()) < 0
                ? new Pair(left.get(), right.get())
                : new Pair(right.get(), left.get());
    }

    private record Pair(String one, String two) {
        boolean has(String country) {
            return one.equals(country) || two.equals(country);
        }

        String other(String country) {
            return one.equals(country) ? two : one;
        }
    }
}
