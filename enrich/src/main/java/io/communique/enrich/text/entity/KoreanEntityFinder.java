package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names in Korean, as far as a list and endings carry: countries by CLDR's names and others, cities and provinces, organisations by what they end in (부, 청,
 * 위원회 …), persons by a title behind the name ("한지우 장관") or in brackets before it ("(군수 한지우)"). Particles at the end of a word are no part of the name.
 */
final class KoreanEntityFinder implements EntityFinder {
    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 4;
    /** Longer words are no names, and are not looked at. */
    private static final int WORD_MAX = 30;

    /** Heads of counties, cities, districts and provinces. */
    private static final Set<String> AREA_HEADS = Set.of("군수", "시장", "구청장", "도지사", "지사");

    private final Map<String, String> countries = new HashMap<>();

    /** Cities and provinces, with the code of their country. */
    private final Map<String, String> cities = new HashMap<>();

    private final List<String> particles = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();
    private final List<String> noBodies = new ArrayList<>();

    KoreanEntityFinder() {
        for (String code : Locale.getISOCountries()) {
            countries.put(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.KOREAN), code);
        }
        Map<String, List<String>> sections = Map.of(
                "[particle]",
                particles,
                "[body]",
                bodies,
                "[title]",
                titles,
                "[surname]",
                surnames,
                "[no-body]",
                noBodies);
        List<String> section = particles;
        Map<String, String> places = countries;
        for (String line : Resource.lines("words-ko.txt")) {
            if (line.startsWith("[")) {
                section = sections.getOrDefault(line, particles);
                places = line.equals("[city]") ? cities : countries;
            } else if (line.contains(":")) {
                String[] names = line.substring(line.indexOf(':') + 1).trim().split(" ", -1);
                for (String name : names) {
                    places.put(name, line.substring(0, line.indexOf(':')));
                }
            } else {
                section.addAll(List.of(line.split(" ", -1)));
            }
        }
    }

    @Override
    public List<Entity> find(AnnotationInput input) {
        Entities entities = new Entities();
        List<Word> words = words(input.text());
        Set<String> governed = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            collectHead(input.text(), words.get(i), words.get(i + 1), words.get(i + 2), governed, entities);
        }
        for (int i = 0; i < words.size(); i++) {
            Word next = i + 1 < words.size() ? words.get(i + 1) : new Word("", 0);
            collect(words.get(i), next, governed, entities);
        }
        return entities.list();
    }

    /** "솔담군(군수 한지우)": who heads what stands before the brackets; what has such a head is a place from there on. */
    private void collectHead(String text, Word whose, Word title, Word name, Set<String> governed, Entities entities) {
        int end = name.start + name.text.length();
        boolean bracketed = title.start == whose.start + whose.text.length() + 1
                && text.charAt(title.start - 1) == '('
                && name.start == title.start + title.text.length() + 1
                && text.charAt(name.start - 1) == ' '
                && end < text.length()
                && text.charAt(end) == ')';
        if (bracketed && titles.contains(title.text) && isPersonName(name.text)) {
            add(Entity.Type.PERSON, name.text, name.text, Optional.empty(), name, Optional.of(title.text), entities);
            if (AREA_HEADS.contains(title.text) && whose.text.length() > 2) {
                governed.add(whose.text);
            }
        }
    }

    /** Cuts the text into runs of letters, with where each begins. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(new Word(text.substring(start, i), start));
                start = -1;
            }
        }
        return words;
    }

    private void collect(Word word, Word next, Set<String> governed, Entities entities) {
        if (word.text.length() > WORD_MAX) {
            return;
        }
        String bare = withoutParticle(word.text);
        Optional<String> title = title(next, word);
        String country = countries.getOrDefault(bare, countries.get(word.text));
        if (country != null) {
            String name = countries.containsKey(word.text) ? word.text : bare;
            add(Entity.Type.PLACE, country, name, Optional.of(country), word, Optional.empty(), entities);
        } else if (cities.containsKey(bare) || cities.containsKey(word.text)) {
            String name = cities.containsKey(word.text) ? word.text : bare;
            Optional<String> of = Optional.ofNullable(cities.get(name));
            add(Entity.Type.PLACE, name, name, of, word, Optional.empty(), entities);
        } else if (title.isPresent() && isPersonName(word.text)) {
            add(Entity.Type.PERSON, word.text, word.text, Optional.empty(), word, title, entities);
        } else if (governed.contains(bare) || governed.contains(word.text)) {
            String name = governed.contains(word.text) ? word.text : bare;
            add(Entity.Type.PLACE, name, name, Optional.of("KR"), word, Optional.empty(), entities);
        } else if (isBody(bare)) {
            add(Entity.Type.ORGANIZATION, bare, bare, Optional.empty(), word, Optional.empty(), entities);
        }
    }

    private static void add(
            Entity.Type type,
            String key,
            String name,
            Optional<String> country,
            Word word,
            Optional<String> title,
            Entities entities) {
        Mention mention = new Mention(word.start, word.start + name.length(), name, title);
        entities.add(type, key, name, title, country, mention);
    }

    private String withoutParticle(String word) {
        for (String particle : particles) {
            if (word.length() > particle.length() + 1 && word.endsWith(particle)) {
                return word.substring(0, word.length() - particle.length());
            }
        }
        return word;
    }

    /** Returns the title that the next word is, or begins with before a particle; empty if a mark stands between the two. */
    private Optional<String> title(Word next, Word word) {
        boolean beside = next.start == word.start + word.text.length() + 1;
        String bare = withoutParticle(next.text);
        return beside && (titles.contains(bare) || titles.contains(next.text))
                ? Optional.of(titles.contains(next.text) ? next.text : bare)
                : Optional.empty();
    }

    private boolean isPersonName(String word) {
        return word.length() >= NAME_MIN
                && word.length() <= NAME_MAX
                && surnames.contains(word.substring(0, 1))
                && !isBody(word)
                && !titles.contains(word);
    }

    private boolean isBody(String word) {
        return word.length() > 2
                && bodies.stream().anyMatch(ending -> isBodyBy(word, ending))
                && !noBodies.contains(word);
    }

    /** Names of ministries stand by themselves; "committee" and the like end a longer name. */
    private static boolean isBodyBy(String word, String ending) {
        boolean whole = ending.endsWith("부") || ending.endsWith("청") || ending.endsWith("처");
        return word.endsWith(ending) && (whole || word.length() > ending.length() + 1);
    }

    private record Word(String text, int start) {}
}
