package io.communique.bench.names;

import io.communique.bench.names.LabelledSentence.Name;
import io.communique.enrich.text.FactFile;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.NameLabel.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes lines as news agencies send them, of which the free sets have none: results, tables, date lines and headlines in capitals. Teams and
 * countries are lists; other names come from the sentences that are learnt from.
 */
final class Newswire {
    private static final double CAPITALS = 0.12;
    private static final int OPEN = (1 << NameLabel.COUNT) - 1;

    private final List<String> patterns = FactFile.lines(Newswire.class, "newswire.txt");
    private final List<List<String>> teams = FactFile.lines(Newswire.class, "teams.txt").stream()
            .flatMap(line -> Stream.of(line.split("; ", -1)))
            .map(Newswire::words)
            .toList();
    private final List<List<String>> countries = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
            .filter(name -> !name.contains("&") && !name.contains("."))
            .map(Newswire::words)
            .toList();
    private final Map<Kind, List<List<String>>> names = new EnumMap<>(Kind.class);
    private final Random random;

    Newswire(List<LabelledSentence> sentences, Random random) {
        this.random = random;
        for (LabelledSentence sentence : sentences) {
            for (Name name : sentence.names()) {
                List<String> words = sentence.words().subList(name.from(), name.to());
                if (words.stream().allMatch(word -> Character.isLetter(word.charAt(0)))) {
                    names.computeIfAbsent(name.kind(), any -> new ArrayList<>()).add(words);
                }
            }
        }
    }

    List<LabelledSentence> sentences(int count) {
        List<LabelledSentence> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(sentence(patterns.get(random.nextInt(patterns.size()))));
        }
        return made;
    }

    private LabelledSentence sentence(String pattern) {
        List<String> words = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        boolean headline = pattern.equals(pattern.toUpperCase(Locale.ROOT)) && pattern.length() > 40;
        boolean capitals = random.nextDouble() < CAPITALS || headline;
        for (String part : pattern.split(" ", -1)) {
            if (part.startsWith("[")) {
                words.add(part.replaceAll("[\\[\\]]", ""));
                labels.add(OPEN);
            } else if (part.length() == 3 && part.startsWith("{") && !part.equals("{#}")) {
                name(part.charAt(1), words, labels);
            } else {
                words.add(withNumbers(part));
                labels.add(1 << NameLabel.NONE);
            }
        }
        return new LabelledSentence(
                capitals
                        ? words.stream()
                                .map(word -> word.toUpperCase(Locale.ROOT))
                                .toList()
                        : words,
                labels);
    }

    private void name(char slot, List<String> words, List<Integer> labels) {
        Kind kind = switch (slot) {
            case 'P', 'I', 'F' -> Kind.PERSON;
            case 'C', 'L' -> Kind.PLACE;
            case 'T', 'D', 'O' -> Kind.ORGANIZATION;
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
        List<String> name = switch (slot) {
            case 'T' -> one(teams);
            // Agencies write of a country's side as of the country.
            case 'C', 'D' -> one(countries);
            case 'I' -> initial(one(names.getOrDefault(Kind.PERSON, List.of())));
            case 'F' -> last(one(names.getOrDefault(Kind.PERSON, List.of())));
            default -> one(names.getOrDefault(kind, List.of()));
        };
        Kind as = slot == 'D' ? Kind.PLACE : kind;
        words.addAll(name);
        labels.add(1 << NameLabel.first(as));
        for (int i = 1; i < name.size(); i++) {
            labels.add(1 << NameLabel.further(as));
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> initial(List<String> person) {
        return person.size() < 2 ? person : List.of(person.get(0).charAt(0) + ".", person.get(person.size() - 1));
    }

    private static List<String> last(List<String> person) {
        return List.of(person.get(person.size() - 1));
    }

    private String withNumbers(String part) {
        String filled = part;
        while (filled.contains("{#}")) {
            int number = random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(10);
            filled = filled.replaceFirst("\\{#}", Integer.toString(number));
        }
        return filled;
    }

    private static List<String> words(String name) {
        return List.of(name.split(" ", -1));
    }
}
