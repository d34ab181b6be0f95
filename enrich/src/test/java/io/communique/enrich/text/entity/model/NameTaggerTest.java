package io.communique.enrich.text.entity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NameTaggerTest {
    private static final NameTagger TAGGER = NameTagger.shared();

    private static final List<List<String>> SENTENCES = List.of(
            words("Ann Berg , a teacher from Trondheim , joined the Norwegian Refugee Council ."),
            words("It rained ."),
            words("The 2014 Moldovan parliamentary election was won by Vlad Filat ."),
            List.of());

    @Test
    void namesOfAllKindsAreSeen() {
        assertThat(TAGGER.names(SENTENCES).get(0))
                .extracting(name -> name.kind() + " " + text(0, name))
                .contains("PERSON Ann Berg", "PLACE Trondheim", "ORGANIZATION Norwegian Refugee Council");
        assertThat(TAGGER.names(SENTENCES).get(2))
                .extracting(name -> name.kind() + " " + text(2, name))
                .contains("EVENT 2014 Moldovan parliamentary election", "PERSON Vlad Filat");
    }

    @Test
    void eachSentenceHasItsOwnNames() {
        List<List<LabelledName>> names = TAGGER.names(SENTENCES);

        assertThat(names).hasSize(SENTENCES.size());
        assertThat(names.get(1)).isEmpty();
        assertThat(names.get(3)).isEmpty();
    }

    @Test
    void theNamesOfASentenceAreTheSameWhateverStandsAroundIt() {
        assertThat(TAGGER.names(List.of(SENTENCES.get(2))).get(0))
                .isEqualTo(TAGGER.names(SENTENCES).get(2));
    }

    @Test
    void aSentenceLongerThanTheEncoderReadsIsReadInParts() {
        List<String> sentence = IntStream.range(0, 300)
                .mapToObj(i -> words("the visitor and"))
                .flatMap(List::stream)
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        sentence.addAll(words("Vlad Filat met ."));

        assertThat(TAGGER.names(List.of(sentence)).get(0))
                .last()
                .extracting(LabelledName::from, LabelledName::to)
                .containsExactly(900, 902);
    }

    @Test
    void theSameSentencesGiveTheSameNamesWhateverRunsBeside() throws InterruptedException, ExecutionException {
        List<List<LabelledName>> alone = TAGGER.names(SENTENCES);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<List<LabelledName>>>> runs =
                    threads.invokeAll(Collections.nCopies(24, () -> TAGGER.names(SENTENCES)));
            for (Future<List<List<LabelledName>>> run : runs) {
                assertThat(run.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String text(int sentence, LabelledName name) {
        return String.join(" ", SENTENCES.get(sentence).subList(name.from(), name.to()));
    }

    private static List<String> words(String sentence) {
        return List.of(sentence.split(" ", -1));
    }
}
