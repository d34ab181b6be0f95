package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import io.communique.enrich.text.entity.model.NameTagger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds names by the rules of the text's language and, in English, by what a trained model sees as well. */
public final class NamedEntityFinder implements EntityFinder {
    /** Languages with rules. */
    public static final Set<String> LANGUAGES = Set.of("en", "ko", "de", "fr", "es");

    /** Those of other languages: made when the first text comes, and the same for all. */
    private static final Map<String, EntityFinder> OTHERS = new ConcurrentHashMap<>();

    private final EntityFinder english;

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
        boolean isOther = LANGUAGES.contains(language) && !language.equals("en");
        return (isOther ? OTHERS.computeIfAbsent(language, NamedEntityFinder::other) : english).find(input);
    }

    private static EntityFinder other(String language) {
        return language.equals("ko") ? new KoreanEntityFinder() : new WesternEntityFinder(language);
    }
}
