package io.communique.sink.store.postgres;

import io.communique.sink.store.text.SearchWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which words stand beside each other, as hashes of each two: a text that lacks one of a phrase's pairs lacks the phrase, and one that has
 * them all has it but for an accident. The hashes are stored, so they stay what they are.
 */
final class WordPairs {
    /** Few enough for an index to keep its list of them small, enough for a phrase's texts to be few. */
    private static final int HASHES = 1 << 18;

    private final int[] hashes;

    private WordPairs(IntStream hashes) {
        this.hashes = hashes.sorted().distinct().toArray();
    }

    /** Returns the pairs within each of the texts, their words parted by spaces as {@link SearchWords#of} parts them. */
    static WordPairs of(String... texts) {
        return new WordPairs(Arrays.stream(texts).flatMapToInt(text -> hashes(List.of(text.split(" ")))));
    }

    /** Returns the pairs that a text with all of the terms must have; of a beginning of a word nobody knows the pair. */
    static WordPairs of(List<SearchWords.Term> terms) {
        Stream<List<String>> known = terms.stream()
                .map(term ->
                        term.prefix() ? term.words().subList(0, term.words().size() - 1) : term.words());
        return new WordPairs(known.flatMapToInt(WordPairs::hashes));
    }

    private static IntStream hashes(List<String> words) {
        return IntStream.range(1, words.size()).map(at -> hash(words.get(at - 1), words.get(at)));
    }

    /** The last bits of a hash of Java's are much alike for words that are; MurmurHash3's last step (Appleby) mixes them. */
    private static int hash(String word, String next) {
        int hash = 31 * word.hashCode() + next.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return (hash ^ hash >>> 16) & HASHES - 1;
    }

    boolean isEmpty() {
        return hashes.length == 0;
    }

    /** Returns the hashes as PostgreSQL writes an array. */
    String sql() {
        StringBuilder array = new StringBuilder("{");
        for (int hash : hashes) {
            array.append(array.length() == 1 ? "" : ",").append(hash);
        }
        return array.append('}').toString();
    }
}
