package io.communique.enrich.text;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import java.util.List;

/** Finds the figures of a text. Implementations are pure, and safe to share between threads. */
public interface FigureFinder {
    /**
     * Returns the figures, in the order of the text, apart from each other.
     *
     * @param dates of the same text: their digits are no figures, and they say what time a figure is about
     */
    List<Figure> find(AnnotationInput input, List<DateMention> dates);
}
