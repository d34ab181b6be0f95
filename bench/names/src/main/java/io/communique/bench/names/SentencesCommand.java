package io.communique.bench.names;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes sentences and the pieces of their words for distil.py. */
@Command(
        name = "sentences",
        mixinStandardHelpOptions = true,
        description =
                "Writes labelled sentences, sentences of texts, and how both encoders cut their words, for distil.py.")
final class SentencesCommand implements Callable<Integer> {
    private static final int NEWSWIRE = 2_500;

    @Option(names = "--ner", required = true, description = "Directory of the sets: NAME.tsv, gum-conllu.")
    private Path directory = Path.of("ner");

    @Option(names = "--sets", split = ",", required = true, description = "Sets to learn from; gum for GUM.")
    private List<String> sets = List.of();

    @Option(names = "--held", split = ",", description = "Sets to measure on before they are learnt from as well.")
    private List<String> held = List.of();

    @Option(names = "--measured", split = ",", description = "Sets to measure on alone.")
    private List<String> measured = List.of();

    @Option(names = "--texts", split = ",", required = true, description = "Texts, a paragraph a line.")
    private List<Path> texts = List.of();

    @Option(names = "--out", required = true, description = "File to write, compressed with gzip.")
    private Path out = Path.of("sentences.gz");

    @Override
    public Integer call() throws IOException {
        WordTable words = new WordTable();
        try (PrintWriter lines = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8))) {
            List<LabelledSentence> learnt = new ArrayList<>();
            for (String set : sets) {
                learnt.addAll(write(lines, words, "learnt", NameSet.sentences(directory, set)));
            }
            learnt.removeIf(Predicate.not(sentence -> sentence.words().size() > 1));
            write(lines, words, "learnt", new Newswire(learnt, new Random(7)).sentences(NEWSWIRE));
            for (String set : held) {
                write(lines, words, "held " + set, NameSet.sentences(directory, set));
            }
            for (String set : measured) {
                write(lines, words, "measured " + set, NameSet.sentences(directory, set));
            }
            List<LabelledSentence> plain = PlainTexts.sentences(texts).stream()
                    .map(text -> new LabelledSentence(text, Collections.nCopies(text.size(), 0)))
                    .toList();
            write(lines, words, "texts", plain);
            words.write(lines);
            if (lines.checkError()) {
                throw new IOException("could not write " + out);
            }
        }
        return 0;
    }

    private static List<LabelledSentence> write(
            PrintWriter lines, WordTable words, String role, List<LabelledSentence> sentences) {
        for (LabelledSentence sentence : sentences) {
            lines.println("S\t" + role + "\t"
                    + WordTable.joined(sentence.words().stream().map(words::number)) + "\t"
                    + WordTable.joined(sentence.labels().stream()));
        }
        Names.say(role + ": " + sentences.size() + " sentences");
        return sentences;
    }
}
