package io.communique.enrich.text;

import io.communique.contract.release.DateMention;
import java.util.List;

/** Finds the dates and periods that a text names. Implementations are pure, and safe to share between threads. */
public interface DateFinder {
    /**
     * Returns the dates that could be resolved, in the order of the text. They are apart from each other, except that a range ("between 2011
     * and 2017") is followed by its two ends, as far as each is a date by itself.
     */
    List<DateMention> find(AnnotationInput input);
}
