package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import io.communique.enrich.text.entity.model.NameTagger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds names by the rules of the text's language and, in English, by what a trained model sees as well. */
public final class NamedEntityFinder implements EntityFinder {
    /** Languages with rules. */
    public static final Set<String> LANGUAGES = Set.of("en", "ko", "de", "fr", "es");

    private final EntityFinder english;
    private final Map<String, EntityFinder> others = Map.of(
            "ko", new KoreanEntityFinder(),
            "de", new WesternEntityFinder("de"),
            "fr", new WesternEntityFinder("fr"),
            "es", new WesternEntityFinder("es"));

    NamedEntityFinder(NameModel model) {
        english = new EnglishEntityFinder(model);
    }

    /** Returns a finder that has rules alone: faster, and blind to what no list or word beside a name supports. */
    public static NamedEntityFinder byRules() {
        return new NamedEntityFinder(NameModel.none());
    }

    /** Returns a finder that also hears what {@code tagger} sees in an English text. */
    public static NamedEntityFinder with(NameTagger tagger) {
        return new NamedEntityFinder(new EncoderNames(tagger));
    }

    @Override
    public List<Entity> find(AnnotationInput input) {
        String language = input.language().orElse("en").split("-", 2)[0];
        return others.getOrDefault(language, english).find(input);
    }
}
