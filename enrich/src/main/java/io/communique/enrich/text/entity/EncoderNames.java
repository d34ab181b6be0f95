package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.model.NameTagger;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives a text to the trained encoder, sentence by sentence, a word being what stands between blanks and marks; hyphens do not part words. */
final class EncoderNames implements NameModel {
    /** What is read of one text, in tokens: reading takes about a millisecond for ten, and a text can have millions. */
    private static final int MOST_TOKENS = 50_000;

    /** A capital says nothing on these anywhere. Months that are given names as well are not among them. */
    private static final Set<String> ALWAYS_CAPITALISED = Set.of("""
            I January February March July September October November December
            Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split("\\s+"));

    /** Nor on these where a sentence begins, and on what the text has in small letters elsewhere. */
    private static final Set<String> NO_NAMES = Set.of("""
            the a an this that these those it its he she they we you our their his her there in on at by for from to of
            with and but or as if when while where what who how why both all each some many most more such also however
            after before during since until under over through although because is are was were has have had will no
            """.split("\\s+"));

    private final NameTagger tagger;

    EncoderNames(NameTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public List<Span> spans(Tokens tokens) {
        List<Sentence> sentences = sentences(tokens);
        List<List<LabelledName>> names =
                tagger.names(sentences.stream().map(Sentence::words).toList());
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            for (LabelledName name : names.get(i)) {
                Optional<Entity.Type> type = name.kind().type();
                if (type.isPresent()) {
                    spans.add(sentences.get(i).span(name, type.get()));
                }
            }
        }
        return spans;
    }

    /** Returns the sentences that have a capital letter that could begin a name; in others hardly a label would go to any word. */
    static List<Sentence> sentences(Tokens tokens) {
        List<Sentence> sentences = new ArrayList<>();
        int size = Math.min(tokens.size(), MOST_TOKENS);
        Set<String> small = IntStream.range(0, size)
                .filter(at -> !tokens.hasCapital(at))
                .mapToObj(tokens::lower)
                .collect(Collectors.toSet());
        for (int from = 0; from < size; ) {
            int to = sentenceEnd(tokens, from);
            Sentence sentence = new Sentence(tokens, from, to);
            if (sentence.mayNameAnything(small)) {
                sentences.add(sentence);
            }
            from = to;
        }
        return sentences;
    }

    private static int sentenceEnd(Tokens tokens, int from) {
        int at = from + 1;
        while (at < tokens.size() && !tokens.isBreak(at)) {
            boolean ends = tokens.is(at - 1, ".") || tokens.is(at - 1, "!") || tokens.is(at - 1, "?");
            if (ends && !tokens.isJoined(at) && (tokens.isCapitalised(at) || !tokens.isWord(at))) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The words of a sentence and the tokens that they are made of. */
    static final class Sentence {
        private final Tokens tokens;
        private final int end;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> firsts = new ArrayList<>();

        Sentence(Tokens tokens, int from, int to) {
            this.tokens = tokens;
            this.end = to;
            for (int at = from; at < to; ) {
                int next = wordEnd(at);
                firsts.add(at);
                words.add(tokens.text(at, next));
                at = next;
            }
        }

        private int wordEnd(int from) {
            int at = from + 1;
            while (at + 1 < end
                    && tokens.isHyphen(at)
                    && tokens.isJoined(at)
                    && tokens.isJoined(at + 1)
                    && !tokens.isHyphen(at + 1)) {
                at += 2;
            }
            return at;
        }

        List<String> words() {
            return words;
        }

        /** Whether a word of it has a capital letter for which there is no other reason; {@code small} is what the text has in small letters. */
        boolean mayNameAnything(Set<String> small) {
            int[] words =
                    IntStream.range(firsts.get(0), end).filter(tokens::isWord).toArray();
            return Arrays.stream(words)
                    .filter(tokens::hasCapital)
                    .filter(at -> !ALWAYS_CAPITALISED.contains(tokens.word(at)))
                    .anyMatch(at -> at > words[0] || !isOrdinary(at, small));
        }

        private boolean isOrdinary(int at, Set<String> small) {
            String lower = tokens.lower(at);
            return NO_NAMES.contains(lower) || (tokens.isCapitalised(at) && small.contains(lower));
        }

        Span span(LabelledName name, Entity.Type type) {
            int to = name.to() < firsts.size() ? firsts.get(name.to()) : end;
            return new Span(firsts.get(name.from()), to, type, name.score());
        }
    }
}
