package io.communique.enrich.text;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import java.util.List;

/**
 * What a text names.
 *
 * @param entities by first mention
 * @param dates in the order of the text
 * @param figures in the order of the text
 * @param warnings what was not looked for, and why
 */
public record Annotations(List<Entity> entities, List<DateMention> dates, List<Figure> figures, List<String> warnings) {
    public Annotations {
        entities = List.copyOf(entities);
        dates = List.copyOf(dates);
        figures = List.copyOf(figures);
        warnings = List.copyOf(warnings);
    }
}
