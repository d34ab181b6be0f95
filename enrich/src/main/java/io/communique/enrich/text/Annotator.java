package io.communique.enrich.text;

import io.communique.contract.release.DateMention;
import io.communique.enrich.text.date.WrittenDateFinder;
import io.communique.enrich.text.entity.NamedEntityFinder;
import io.communique.enrich.text.entity.model.NameTagger;
import io.communique.enrich.text.figure.RuleFigureFinder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds entities, dates and figures, as far as there are rules for the language. Pure; safe to share between threads. */
public final class Annotator {
    /** Languages with rules, by what the rules find. A text of unknown language is read as English: its names and digits mostly are. */
    private static final Map<String, Set<String>> LANGUAGES = Map.of(
            "entity",
            NamedEntityFinder.LANGUAGES,
            "date",
            Set.of("en", "ko", "ja", "de", "fr", "es"),
            "figure",
            Set.of("en", "ko", "ja", "de", "fr", "es"));

    private final EntityFinder entities;
    private final DateFinder dates = new WrittenDateFinder();
    private final FigureFinder figures = new RuleFigureFinder();

    private Annotator(EntityFinder entities) {
        this.entities = entities;
    }

    /** Returns an annotator that has rules and the trained name model, which all annotators share. */
    public static Annotator withModel() {
        return new Annotator(NamedEntityFinder.with(NameTagger.shared()));
    }

    /** Returns an annotator that has rules alone: many times faster, with fewer names. */
    public static Annotator byRules() {
        return new Annotator(NamedEntityFinder.byRules());
    }

    /** Returns what {@code input} names. */
    public Annotations annotate(AnnotationInput input) {
        List<String> warnings = LANGUAGES.keySet().stream()
                .sorted()
                .filter(kind -> !hasRules(kind, input))
                .map(kind -> "no " + kind + " rules for " + input.language().orElse("en"))
                .toList();
        List<DateMention> found = hasRules("date", input) ? dates.find(input) : List.of();
        return new Annotations(
                hasRules("entity", input) ? entities.find(input) : List.of(),
                found,
                hasRules("figure", input) ? figures.find(input, found) : List.of(),
                warnings);
    }

    private static boolean hasRules(String kind, AnnotationInput input) {
        String language = input.language().orElse("en");
        return LANGUAGES.getOrDefault(kind, Set.of()).contains(language.split("-", 2)[0]);
    }
}
