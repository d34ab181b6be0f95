package io.communique.bench.names;

import io.communique.bench.names.LabelledSentence.Name;
import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.NameLabel.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Makes a sentence differ from one reading to the next, so that an encoder learns what stands around a name and not the name: now and then
 * a name gives way to another of its kind, and a whole sentence is in capitals, as headlines are.
 */
final class Variations {
    private static final double OTHER_NAME = 0.15;
    private static final double CAPITALS = 0.04;
    private static final double HEADLINE = 0.03;
    private static final double NO_CAPITALS = 0.01;

    private final Map<Kind, List<List<String>>> names = new EnumMap<>(Kind.class);
    private final Random random;

    Variations(List<LabelledSentence> sentences, Random random) {
        this.random = random;
        for (LabelledSentence sentence : sentences) {
            for (Name name : sentence.names()) {
                names.computeIfAbsent(name.kind(), any -> new ArrayList<>())
                        .add(sentence.words().subList(name.from(), name.to()));
            }
        }
    }

    LabelledSentence of(LabelledSentence sentence) {
        LabelledSentence other = withOtherNames(sentence);
        double draw = random.nextDouble();
        if (draw < CAPITALS) {
            return respelt(other, word -> word.toUpperCase(Locale.ROOT));
        }
        if (draw < CAPITALS + HEADLINE) {
            return respelt(other, word -> Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return draw < CAPITALS + HEADLINE + NO_CAPITALS ? respelt(other, word -> word.toLowerCase(Locale.ROOT)) : other;
    }

    private static LabelledSentence respelt(LabelledSentence sentence, UnaryOperator<String> spelling) {
        return new LabelledSentence(sentence.words().stream().map(spelling).toList(), sentence.labels());
    }

    private LabelledSentence withOtherNames(LabelledSentence sentence) {
        List<String> words = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        int at = 0;
        for (Name name : sentence.names()) {
            boolean keeps = name.kind() == Kind.EVENT || name.kind() == Kind.MISC || random.nextDouble() >= OTHER_NAME;
            if (!keeps) {
                words.addAll(sentence.words().subList(at, name.from()));
                labels.addAll(sentence.labels().subList(at, name.from()));
                List<List<String>> of = names.getOrDefault(name.kind(), List.of());
                List<String> other = of.get(random.nextInt(of.size()));
                words.addAll(other);
                labels.add(1 << NameLabel.first(name.kind()));
                for (int i = 1; i < other.size(); i++) {
                    labels.add(1 << NameLabel.further(name.kind()));
                }
                at = name.to();
            }
        }
        words.addAll(sentence.words().subList(at, sentence.words().size()));
        labels.addAll(sentence.labels().subList(at, sentence.labels().size()));
        return new LabelledSentence(words, labels);
    }
}
