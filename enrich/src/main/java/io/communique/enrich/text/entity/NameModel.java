package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.List;
import java.util.Objects;

/**
 * What a trained model sees in a text: one more witness beside the rules. A name that the rules know keeps the rules' span and type; where
 * they claim nothing, the model's span counts. Implementations are pure, and safe to share between threads.
 */
public interface NameModel {
    /** Returns what could be a name, in the order of the text, apart from each other. */
    List<Span> spans(String text);

    /** Returns the model that sees nothing: rules alone. */
    static NameModel none() {
        return text -> List.of();
    }

    /**
     * A candidate.
     *
     * @param start first UTF-16 code unit
     * @param end one past the last
     * @param type what it would be
     * @param score how sure the model is, 0 to 1
     */
    record Span(int start, int end, Entity.Type type, double score) {
        public Span {
            Objects.requireNonNull(type, "type");
            if (start < 0 || end <= start || !(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("no span of a text: " + start + " to " + end + ", score " + score);
            }
        }
    }
}
