package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which mentions are one person. Full names come first: they are one if they agree in family name and in given names or initials. A family
 * name alone is the full one whose office and country fit; where two fit equally well, a title keeps it a person by itself, and
 * without one it is nobody, for it would say nothing of whom it means.
 */
final class PersonResolver {
    /** A state has one of each at a time, so that two names with the office are of two states. */
    private static final Set<String> ONE_POST = Set.of(
            "president",
            "prime minister",
            "premier",
            "minister",
            "king",
            "queen",
            "chancellor",
            "emperor",
            "pope",
            "emir",
            "sultan");

    /** So many persons of one family name are told apart; more are no text, but a list made to keep us busy. */
    private static final int NAMESAKES_MAX = 64;

    private final List<Person> persons = new ArrayList<>();
    private final Map<String, Set<Person>> byPart = new HashMap<>();

    PersonResolver(List<PersonMention> mentions, Aliases aliases) {
        List<PersonMention> own = mentions.stream()
                .filter(mention -> aliases.owner(mention) == null)
                .toList();
        own.stream().filter(PersonMention::isFull).forEach(this::addFull);
        own.stream().filter(mention -> !mention.isFull()).forEach(this::addShort);
        addAliases(mentions, aliases);
        persons.sort((a, b) -> Integer.compare(a.first(), b.first()));
    }

    List<Person> persons() {
        return persons;
    }

    private void addAliases(List<PersonMention> mentions, Aliases aliases) {
        Map<PersonMention, Person> byMention = new HashMap<>();
        persons.forEach(person -> person.mentions.forEach(mention -> byMention.put(mention, person)));
        for (PersonMention mention : mentions) {
            PersonMention owner = aliases.owner(mention);
            Person person = owner == null ? null : byMention.get(owner);
            if (person != null) {
                person.mentions.add(mention);
            } else if (owner != null) {
                addNew(mention);
            }
        }
    }

    private void addFull(PersonMention mention) {
        for (Person person : candidates(mention.last(), mention.parts[0])) {
            if (isSameName(person.fullest(), mention) && fits(person, mention) >= 0) {
                person.add(mention);
                index(person, mention);
                return;
            }
        }
        addNew(mention);
    }

    private void addNew(PersonMention mention) {
        Person person = new Person(mention);
        persons.add(person);
        index(person, mention);
    }

    private void index(Person person, PersonMention mention) {
        for (String part : List.of(mention.parts[0], mention.last())) {
            Set<Person> known = byPart.computeIfAbsent(part, any -> new LinkedHashSet<>());
            if (known.size() < NAMESAKES_MAX) {
                known.add(person);
            }
        }
    }

    private Set<Person> candidates(String... parts) {
        Set<Person> found = new LinkedHashSet<>();
        for (String part : parts) {
            found.addAll(byPart.getOrDefault(part, Set.of()));
        }
        return found;
    }

    private void addShort(PersonMention mention) {
        Person best = null;
        int score = -1;
        boolean tied = false;
        for (Person person : candidates(mention.parts[0])) {
            int fit = isFamilyName(person, mention) || isGivenName(person, mention) ? fits(person, mention) : -1;
            tied = fit == score || (tied && fit < score);
            if (fit > score) {
                best = person;
                score = fit;
            }
        }
        if (tied && mention.beside().isEmpty()) {
            return;
        }
        if (best == null || tied) {
            addNew(mention);
        } else {
            best.add(mention);
        }
    }

    private static boolean isFamilyName(Person person, PersonMention mention) {
        PersonMention full = person.fullest();
        String part = mention.parts[0];
        return !full.isFull()
                || part.equals(full.last())
                || (part.equals(full.parts[0]) && (full.familyFirst || mention.title.isPresent()));
    }

    /** "Lise" for Lise Moen: without title or form of address. */
    private static boolean isGivenName(Person person, PersonMention mention) {
        PersonMention full = person.fullest();
        return full.isFull()
                && !full.familyFirst
                && mention.beside().isEmpty()
                && mention.parts[0].equals(full.parts[0]);
    }

    private static boolean isSameName(PersonMention one, PersonMention other) {
        if (Arrays.equals(one.parts, other.parts)) {
            return true;
        }
        String[] reversed = {one.last(), one.parts[0]};
        if (one.parts.length == 2 && Arrays.equals(reversed, other.parts)) {
            return true;
        }
        return one.last().equals(other.last()) && isSameGivenName(one.parts[0], other.parts[0]);
    }

    /** "Ann" and "A." and "Ann" with another middle name are one. */
    private static boolean isSameGivenName(String one, String other) {
        boolean initial = one.endsWith(".") || other.endsWith(".");
        return one.equals(other) || (initial && one.charAt(0) == other.charAt(0));
    }

    /** Returns how well a mention's office and country go with a person's: -1 not at all, more is better. */
    private static int fits(Person person, PersonMention mention) {
        Optional<String> country = person.country();
        if (mention.country().isPresent() && country.isPresent() && !country.equals(mention.country())) {
            return -1;
        }
        int fit = mention.country().isPresent() && country.equals(mention.country()) ? 1 : 0;
        String head = mention.head();
        if (head == null) {
            return fit;
        }
        if (person.heads.isEmpty()) {
            return mention.isFull() || !ONE_POST.contains(head) || head.equals("minister") ? fit : -1;
        }
        if (!person.heads.contains(head)) {
            boolean exclusive = ONE_POST.contains(head) || person.heads.stream().anyMatch(ONE_POST::contains);
            return exclusive && !mention.isFull() ? -1 : fit;
        }
        int sameForm = person.fullest().isFull() || mention.isFull() ? 0 : 1;
        return fit + sameForm + (person.hasWords(mention) ? 4 : 2);
    }

    /** One person, with all mentions. */
    static final class Person {
        private final List<PersonMention> mentions = new ArrayList<>();
        private final Set<String> heads = new HashSet<>();
        private PersonMention fullest;
        private Optional<String> role = Optional.empty();
        private Optional<String> country = Optional.empty();
        private int first;

        Person(PersonMention mention) {
            fullest = mention;
            first = mention.from;
            add(mention);
        }

        private void add(PersonMention mention) {
            mentions.add(mention);
            first = Math.min(first, mention.from);
            boolean longer = mention.parts.length == fullest.parts.length
                    && !mention.isFull()
                    && mention.name.length() > fullest.name.length();
            fullest = longer || mention.parts.length > fullest.parts.length ? mention : fullest;
            country = country.or(mention::country);
            String head = mention.head();
            if (head != null) {
                heads.add(head);
            }
            Optional<String> office = mention.office();
            if (office.isPresent() && office.get().length() > role.orElse("").length()) {
                role = office;
            }
        }

        List<PersonMention> mentions() {
            return mentions;
        }

        PersonMention fullest() {
            return fullest;
        }

        int first() {
            return first;
        }

        Optional<String> country() {
            return country;
        }

        void infer(String inferred) {
            country = Optional.of(inferred);
        }

        /** The longest title says most: "Deputy Foreign Minister for Political Affairs" rather than "Deputy Minister". */
        Optional<String> role() {
            return role;
        }

        /** Whether every word of the mention's title is in the person's. */
        private boolean hasWords(PersonMention mention) {
            Set<String> all = Set.copyOf(words(role.orElse("")));
            return all.containsAll(words(mention.office().orElse("")));
        }

        private static Set<String> words(String text) {
            return new HashSet<>(List.of(text.split("\\s+", -1)));
        }
    }
}
