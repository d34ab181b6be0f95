package io.communique.bench.names;

import io.communique.enrich.language.LanguageDetector;
import io.communique.enrich.text.entity.NameSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sentences that nobody has labelled, out of files with a paragraph a line. */
final class PlainTexts {
    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 90;

    private PlainTexts() {}

    /** Returns the sentences of the English paragraphs as the name model is given them, each once. */
    static List<List<String>> sentences(List<Path> files) throws IOException {
        LanguageDetector detector = new LanguageDetector();
        Set<List<String>> sentences = new LinkedHashSet<>();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> detector.detect(line).equals(Optional.of("en")))
                        .flatMap(line -> NameSentences.of(line).stream())
                        .filter(words -> words.size() >= LEAST_WORDS && words.size() <= MOST_WORDS)
                        .forEach(sentences::add);
            }
        }
        return List.copyOf(sentences);
    }
}
