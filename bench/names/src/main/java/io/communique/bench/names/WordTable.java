package io.communique.bench.names;

import io.communique.enrich.text.entity.model.WordPieces;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers for words, how the small and the wide encoder cut each, and what each is in capitals. */
final class WordTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String word) {
        return numbers.computeIfAbsent(word, any -> numbers.size());
    }

    /**
     * Writes a line for each piece of the wide encoder that is a whole word, {@code V piece word}, and one for each word: {@code W}, pieces
     * and shapes of the small encoder, those of the wide one, and the numbers of the word in capitals, with a capital, and small.
     */
    void write(PrintWriter lines) throws IOException {
        List<String> pieces = Base.BERT_CASED.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (pieces.get(piece).matches("[A-Za-z]+|[0-9]+")) {
                lines.println("V\t" + piece + "\t" + number(pieces.get(piece)));
            }
        }
        List.copyOf(numbers.keySet()).forEach(word -> spellings(word).forEach(this::number));
        List<WordPieces> cutters = List.of(Base.BGE_SMALL.cutter(), Base.BERT_CASED.cutter());
        numbers.forEach((word, number) -> lines.println("W\t"
                + cutters.stream().map(cutter -> cut(cutter, word)).collect(Collectors.joining("\t"))
                + "\t"
                + spellings(word)
                        .map(other -> Integer.toString(numbers.getOrDefault(other, number)))
                        .collect(Collectors.joining("\t"))));
    }

    private static Stream<String> spellings(String word) {
        String capital = word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
        return Stream.of(word.toUpperCase(Locale.ROOT), capital, word.toLowerCase(Locale.ROOT));
    }

    private static String cut(WordPieces cutter, String word) {
        List<Integer> pieces = new ArrayList<>();
        List<Integer> shapes = new ArrayList<>();
        cutter.cut(word, (piece, shape) -> {
            pieces.add(piece);
            shapes.add(shape);
        });
        return joined(pieces.stream()) + "\t" + joined(shapes.stream());
    }

    static String joined(Stream<Integer> numbers) {
        return numbers.map(number -> Integer.toString(number)).collect(Collectors.joining(" "));
    }
}
