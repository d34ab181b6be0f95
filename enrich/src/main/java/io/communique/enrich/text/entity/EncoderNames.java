package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.model.NameTagger;
import io.communique.enrich.text.entity.model.Viterbi.LabelledName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives a text to the trained encoder, sentence by sentence, a word being what stands between blanks and marks; hyphens do not part words. Of a
 * sentence it is given what stands near a capital letter that could begin a name.
 */
final class EncoderNames implements NameModel {
    /** What is read of one text, in tokens: reading takes about a second for these, and a text can have millions. */
    private static final int MOST_TOKENS = 50_000;

    /** How many words before one that could begin a name are read with it: who acts and by what title mostly stands there. */
    private static final int WORDS_BEFORE = 5;

    /** The same after it. */
    private static final int WORDS_AFTER = 3;

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
        List<Sentence> sentences =
                sentences(tokens).stream().map(Sentence::nearNames).toList();
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
            Sentence sentence = Sentence.of(tokens, from, to, small);
            if (sentence.mayNameAnything()) {
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

    /** Words of a sentence and the tokens that they are made of. */
    static final class Sentence {
        private final Tokens tokens;
        private final List<Word> words;

        private Sentence(Tokens tokens, List<Word> words) {
            this.tokens = tokens;
            this.words = words;
        }

        /**
         * Returns the words of the tokens from {@code from} to before {@code to}.
         *
         * @param small what the text has in small letters
         */
        static Sentence of(Tokens tokens, int from, int to, Set<String> small) {
            int opens =
                    IntStream.range(from, to).filter(tokens::isWord).findFirst().orElse(to);
            List<Word> words = new ArrayList<>();
            for (int at = from; at < to; ) {
                int end = wordEnd(tokens, at, to);
                boolean mayName = IntStream.range(at, end)
                        .anyMatch(part -> mayName(tokens, part) && !(part == opens && isOrdinary(tokens, part, small)));
                words.add(new Word(at, end, mayName));
                at = end;
            }
            return new Sentence(tokens, words);
        }

        private static int wordEnd(Tokens tokens, int from, int end) {
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

        private static boolean mayName(Tokens tokens, int at) {
            return tokens.isWord(at) && tokens.hasCapital(at) && !ALWAYS_CAPITALISED.contains(tokens.word(at));
        }

        private static boolean isOrdinary(Tokens tokens, int at, Set<String> small) {
            String lower = tokens.lower(at);
            return NO_NAMES.contains(lower) || (tokens.isCapitalised(at) && small.contains(lower));
        }

        List<String> words() {
            return words.stream()
                    .map(word -> tokens.text(word.from(), word.to()))
                    .toList();
        }

        /** Whether a word of it has a capital letter for which there is no other reason. */
        boolean mayNameAnything() {
            return words.stream().anyMatch(Word::mayName);
        }

        /** Returns it less the words that stand far from any that could begin a name. */
        Sentence nearNames() {
            BitSet near = new BitSet();
            for (int at = 0; at < words.size(); at++) {
                if (words.get(at).mayName()) {
                    near.set(Math.max(0, at - WORDS_BEFORE), Math.min(words.size(), at + 1 + WORDS_AFTER));
                }
            }
            return new Sentence(tokens, near.stream().mapToObj(words::get).toList());
        }

        /** Returns the name as tokens; it ends where words were left out. */
        Span span(LabelledName name, Entity.Type type) {
            int last = name.from();
            while (last + 1 < name.to()
                    && words.get(last + 1).from() == words.get(last).to()) {
                last++;
            }
            return new Span(words.get(name.from()).from(), words.get(last).to(), type, name.score());
        }
    }

    /**
     * A word.
     *
     * @param from first token
     * @param to one past the last
     * @param mayName whether it has a capital letter for which there is no other reason than that it is a name
     */
    private record Word(int from, int to, boolean mayName) {}
}
