package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rules for names in German, French or Spanish know of words: countries by CLDR's names and others, bodies, offices, nationalities, given
 * names. Immutable once made.
 */
final class WesternWords {
    /** Endings of an adjective in German; its stem is in the list. */
    private static final List<String> ADJECTIVE_ENDINGS = List.of("", "e", "er", "en", "es", "em");

    private static final Pattern FRENCH_ADJECTIVE = Pattern.compile(
            "\\p{L}{3,}(?:iques?|ics?|imes?|aires?|ères?|elles?|els?|ales?|aux|al|ives?|ifs?|eures?|eurs?|ertes?|aines?|ées?)");

    private static final Pattern SPANISH_ADJECTIVE =
            Pattern.compile("\\p{L}{3,}(?:ales|al|icas?|icos?|ivas?|ivos?|ores|or|ibles?|ables?|arias?|arios?)");

    private static final Pattern ELISION = Pattern.compile("(?<!\\p{L})([LlDdNnSsMmJjCcTt]|[Qq]u)['’](?=\\p{L})");

    private static final String MINISTRY = "ministerium";

    private final String language;
    private final Words english;
    private final Phrases<Listed> places = new Phrases<>(false);
    private final Phrases<Listed> bodies = new Phrases<>(false);
    private final Phrases<String> titles = new Phrases<>(true);
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, String> nationalities = new HashMap<>();
    private final List<String> titleEndings = new ArrayList<>();

    /**
     * A place or body of a list.
     *
     * @param name the fullest one that the list has
     * @param country ISO 3166-1 alpha-2; empty for what is of no single country
     * @param ending letters at the end of the text's form that the name has not: the "s" of "Deutschlands"
     * @param isState whether it is a country itself
     */
    record Listed(String name, Optional<String> country, int ending, boolean isState) {}

    /** Reads the words of a language; {@code english} has given names, which are borne everywhere. */
    WesternWords(String language, Words english) {
        this.language = language;
        this.english = english;
        List<String> lines = Resource.lines("words-" + language + ".txt");
        read(lines, false);
        Countries.named(Locale.forLanguageTag(language)).forEach((name, code) -> {
            if (!has("no-place", name.toLowerCase(Locale.ROOT).replace(' ', '_'))) {
                put(places, name, name, Optional.of(code), true);
            }
        });
        read(lines, true);
    }

    /** Reads the sections with words, then, over CLDR's names, those with names. */
    private void read(List<String> lines, boolean names) {
        String section = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (List.of("state", "place", "body", "nationality").contains(section) == names) {
                readLine(section, line);
            }
        }
    }

    private void readLine(String section, String line) {
        String rest = line.substring(line.indexOf(':') + 1).trim();
        Optional<String> code =
                Optional.of(line.substring(0, Math.max(0, line.indexOf(':')))).filter(written -> !written.isEmpty());
        switch (section) {
            case "state", "place", "body" -> {
                for (String forms : rest.split(";", -1)) {
                    String name = forms.split("=", 2)[0].trim();
                    for (String form : forms.split("=", -1)) {
                        put(section.equals("body") ? bodies : places, form.trim(), name, code, section.equals("state"));
                    }
                }
            }
            case "nationality" -> {
                for (String word : rest.split(" ", -1)) {
                    nationalities.put(word, code.orElseThrow());
                }
            }
            case "title" -> {
                for (String title : line.split(" ", -1)) {
                    titles.put(title.replace('_', ' '), title);
                }
            }
            case "title-ending" -> titleEndings.addAll(List.of(line.split(" ", -1)));
            default -> groups.computeIfAbsent(section, any -> new HashSet<>()).addAll(List.of(line.split(" ", -1)));
        }
    }

    private void put(Phrases<Listed> phrases, String form, String name, Optional<String> code, boolean isState) {
        phrases.put(parted(form), new Listed(name, code, 0, isState));
        char last = form.charAt(form.length() - 1);
        if (language.equals("de") && form.indexOf(' ') < 0 && Character.isLowerCase(last) && "sxzß".indexOf(last) < 0) {
            phrases.put(form + "s", new Listed(name, code, 1, isState));
        }
    }

    /** Returns a text, as long, in which French articles and prepositions without their vowel are words of their own: "l Intérieur". */
    String parted(String text) {
        return language.equals("fr") ? ELISION.matcher(text).replaceAll("$1 ") : text;
    }

    boolean has(String group, String lower) {
        return groups.getOrDefault(group, Set.of()).contains(lower);
    }

    Phrases.@Nullable Match<Listed> place(Tokens tokens, int at) {
        return tokens.isCapitalised(at) ? places.longest(tokens, at) : null;
    }

    Phrases.@Nullable Match<Listed> body(Tokens tokens, int at) {
        return tokens.hasCapital(at) ? bodies.longest(tokens, at) : null;
    }

    /** Returns one past the office or rank that begins at the token: "Ministerin", "Bundesministerin", "US-Präsident"; the token itself if none does. */
    int titleEnd(Tokens tokens, int at) {
        boolean noun = !language.equals("de") || tokens.isCapitalised(at);
        Phrases.Match<String> listed = noun ? titles.longest(tokens, at) : null;
        int end = listed == null ? at : listed.to();
        boolean compound = tokens.isCapitalised(at)
                && titleEndings.stream().anyMatch(ending -> tokens.lower(at).endsWith(ending));
        end = end == at && compound ? at + 1 : end;
        boolean prefix =
                tokens.hasCapital(at) && tokens.isHyphen(at + 1) && tokens.isJoined(at + 1) && tokens.isJoined(at + 2);
        return end == at && prefix && language.equals("de") ? prefixedEnd(tokens, at) : end;
    }

    private int prefixedEnd(Tokens tokens, int at) {
        int end = titleEnd(tokens, at + 2);
        return end > at + 2 ? end : at;
    }

    /** Returns the country of an adjective: "französische", "française", "francesa". */
    Optional<String> nationality(String lower) {
        if (!language.equals("de")) {
            return Optional.ofNullable(nationalities.get(lower));
        }
        return ADJECTIVE_ENDINGS.stream()
                .filter(lower::endsWith)
                .map(ending -> nationalities.get(lower.substring(0, lower.length() - ending.length())))
                .filter(code -> code != null)
                .findFirst();
    }

    /** Whether a word ends in one of a group's endings, and is longer. */
    boolean endsIn(String group, String lower) {
        return groups.getOrDefault(group, Set.of()).stream()
                .anyMatch(ending -> lower.length() > ending.length() && lower.endsWith(ending));
    }

    boolean isGivenName(String lower) {
        return english.kinds(lower).contains(Words.Kind.GIVEN_NAME) || has("given-name", lower);
    }

    /** Returns the ministry that a word is, without the ending of the genitive: "Familienministeriums". */
    Optional<String> ministry(String word) {
        int at = word.toLowerCase(Locale.ROOT).indexOf(MINISTRY);
        boolean whole = at > 0 && word.length() - at - MINISTRY.length() <= 1;
        return language.equals("de") && whole
                ? Optional.of(word.substring(0, at + MINISTRY.length()))
                : Optional.empty();
    }

    /** Whether such a word in small letters ends the name of an office: "Affaires étrangères", "Transition écologique". */
    boolean isAdjective(String lower) {
        return switch (language) {
            case "fr" -> FRENCH_ADJECTIVE.matcher(lower).matches();
            case "es" -> SPANISH_ADJECTIVE.matcher(lower).matches();
            default -> false;
        };
    }

    String language() {
        return language;
    }
}
