package io.communique.enrich.text;

import io.communique.contract.release.DateMention;
import java.util.List;

/** Finds the dates and periods that a text names. Implementations are pure, and safe to share between threads. */
public interface DateFinder {
    /** Returns the dates that could be resolved, in the order of the text, apart from each other. */
    List<DateMention> find(AnnotationInput input);
}
