package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules for Korean names know of words: countries by CLDR's names and others, cities, bodies, titles, surnames and particles. */
final class KoreanWords {
    private static final int TITLE_MAX = 10;

    /** Countries in one syllable, as headlines and names of talks have them. */
    private static final Map<String, String> SHORT_COUNTRIES = Map.of(
            "한", "KR", "미", "US", "중", "CN", "일", "JP", "러", "RU", "북", "KP", "영", "GB", "독", "DE", "불", "FR", "호",
            "AU");

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();
    private final List<String> particles = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Set<String> wholeBodies = new HashSet<>();
    private final Set<String> international = new HashSet<>();
    private final Set<String> noBodies = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> noNames = new HashSet<>();

    KoreanWords() {
        countries.putAll(Countries.named(Locale.KOREAN));
        String section = "";
        for (String line : Resource.lines("words-ko.txt")) {
            if (line.startsWith("[")) {
                section = line;
            } else {
                read(section, line);
            }
        }
    }

    private void read(String section, String line) {
        List<String> words =
                List.of(line.substring(line.indexOf(':') + 1).trim().split(" ", -1));
        switch (section) {
            case "[particle]" -> particles.addAll(words);
            case "[body]" -> bodies.addAll(words);
            case "[whole-body]" -> wholeBodies.addAll(words);
            case "[international-body]" -> {
                international.addAll(words);
                wholeBodies.addAll(words);
            }
            case "[no-body]" -> noBodies.addAll(words);
            case "[title]" -> titles.addAll(words);
            case "[surname]" -> surnames.addAll(words);
            case "[no-name]" -> noNames.addAll(words);
            default -> {
                Map<String, String> places = section.equals("[city]") ? cities : countries;
                words.forEach(word -> places.put(word, line.substring(0, line.indexOf(':'))));
            }
        }
    }

    /** Returns the word less the particle that it ends in. */
    String withoutParticle(String word) {
        for (String particle : particles) {
            if (word.length() > particle.length() + 1 && word.endsWith(particle)) {
                return word.substring(0, word.length() - particle.length());
            }
        }
        return word;
    }

    /** Returns the code of the country that the word is. */
    Optional<String> country(String word) {
        return Optional.ofNullable(countries.get(word));
    }

    /** Returns the code of the country of the city or province that the word is. */
    Optional<String> cityCountry(String word) {
        return Optional.ofNullable(cities.get(word));
    }

    boolean isPlace(String word) {
        return countries.containsKey(word) || cities.containsKey(word);
    }

    boolean isBody(String word) {
        return wholeBodies.contains(word)
                || (word.length() > 2
                        && !noBodies.contains(word)
                        && bodies.stream().anyMatch(ending -> isBodyBy(word, ending)));
    }

    /** Names of ministries stand by themselves; "committee" and the like end a longer name. */
    private static boolean isBodyBy(String word, String ending) {
        boolean whole = ending.endsWith("부") || ending.endsWith("청") || ending.endsWith("처");
        return word.endsWith(ending) && (whole || word.length() > ending.length() + 1);
    }

    /** Whether the word is a body whose members are of many countries. */
    boolean isInternational(String word) {
        return international.contains(word);
    }

    /** Returns the country that a syllable stands for: "한" of "한·러 정상회담". */
    static Optional<String> shortCountry(String syllable) {
        return Optional.ofNullable(SHORT_COUNTRIES.get(syllable));
    }

    boolean isTitle(String word) {
        return titles.contains(word);
    }

    /** Returns the title that the word is, its particle left off: "장관은". */
    Optional<String> title(String word) {
        return titles.contains(word)
                ? Optional.of(word)
                : Optional.of(withoutParticle(word)).filter(titles::contains);
    }

    /** Returns the title that the word is or ends in, its particle left off: "국무장관과", "기획조정실장은". */
    Optional<String> titleOrCompound(String word) {
        Optional<String> plain = title(word);
        if (plain.isPresent()) {
            return plain;
        }
        String bare = withoutParticle(word);
        boolean compound = bare.length() <= TITLE_MAX
                && titles.stream().anyMatch(title -> title.length() > 1 && bare.endsWith(title));
        return compound && !isBody(bare) ? Optional.of(bare) : Optional.empty();
    }

    boolean isSurname(String word) {
        return surnames.contains(word);
    }

    /** Whether the word, which may begin like a name, is an everyday one: "이번", "이사회". */
    boolean isOrdinary(String word) {
        return noNames.contains(word) || noNames.contains(withoutParticle(word));
    }
}
