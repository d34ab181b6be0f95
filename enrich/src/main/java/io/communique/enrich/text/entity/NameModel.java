package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.List;
import java.util.Objects;

/** What a trained model sees in a text: a witness beside the rules. Implementations are pure, and safe to share between threads. */
interface NameModel {
    /** Returns what could be a name, in the order of the text, apart from each other. */
    List<Span> spans(Tokens tokens);

    /** Returns the model that sees nothing: rules alone. */
    static NameModel none() {
        return tokens -> List.of();
    }

    /**
     * A candidate.
     *
     * @param from first token
     * @param to one past the last
     * @param type what it would be
     * @param score how sure the model is, 0 to 1
     */
    record Span(int from, int to, Entity.Type type, double score) {
        public Span {
            Objects.requireNonNull(type, "type");
            if (from < 0 || to <= from || !(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("no span of tokens: " + from + " to " + to + ", score " + score);
            }
        }
    }
}
