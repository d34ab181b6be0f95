package io.communique.bench.names;

import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.NameLabel.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads sets of sentences whose words carry IOB2 labels: a word, a tab and a label a line, a blank line between sentences. */
final class NameSet {
    private static final Map<String, Kind> KINDS = Map.of(
            "PER", Kind.PERSON, "ORG", Kind.ORGANIZATION, "LOC", Kind.PLACE, "EVENT", Kind.EVENT, "MISC", Kind.MISC);

    private NameSet() {}

    /** Returns the sentences of the set {@code name} in {@code directory}; of GUM, if it is called that. */
    static List<LabelledSentence> sentences(Path directory, String name) throws IOException {
        return name.equals("gum") ? GumSet.read(directory.resolve("gum-conllu")) : read(directory, name);
    }

    private static List<LabelledSentence> read(Path directory, String name) throws IOException {
        Set<Kind> unmarked = unmarked(name);
        List<LabelledSentence> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(name + ".tsv"))) {
            if (line.isBlank()) {
                close(words, labels, sentences);
            } else {
                int tab = line.indexOf('\t');
                words.add(line.substring(0, tab));
                labels.add(bits(line.substring(tab + 1), unmarked));
            }
        }
        close(words, labels, sentences);
        return sentences;
    }

    private static void close(List<String> words, List<Integer> labels, List<LabelledSentence> sentences) {
        if (!words.isEmpty()) {
            sentences.add(new LabelledSentence(words, labels));
            words.clear();
            labels.clear();
        }
    }

    /** The kinds of names that a set does not mark, so that its "no name" does not deny them. */
    private static Set<Kind> unmarked(String name) {
        if (name.startsWith("btc") || name.startsWith("sec")) {
            return EnumSet.of(Kind.EVENT, Kind.MISC);
        }
        return name.startsWith("wnut") ? EnumSet.of(Kind.EVENT) : EnumSet.noneOf(Kind.class);
    }

    private static int bits(String label, Set<Kind> unmarked) {
        if (label.equals("O")) {
            return unmarked.stream().mapToInt(NameSet::both).reduce(1 << NameLabel.NONE, (a, b) -> a | b);
        }
        Kind kind = KINDS.get(label.substring(2));
        if (kind == null) {
            throw new IllegalArgumentException("no label of ours: " + label);
        }
        boolean first = label.startsWith("B");
        return 1 << (first ? NameLabel.first(kind) : NameLabel.further(kind));
    }

    private static int both(Kind kind) {
        return 1 << NameLabel.first(kind) | 1 << NameLabel.further(kind);
    }
}
