package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import java.util.List;
import java.util.Set;

/** Finds names by the rules of the text's language. */
public final class RuleEntityFinder implements EntityFinder {
    /** Languages with rules. */
    public static final Set<String> LANGUAGES = Set.of("en", "ko");

    private final EntityFinder english;
    private final EntityFinder korean = new KoreanEntityFinder();

    /** Makes a finder that has rules alone. */
    public RuleEntityFinder() {
        this(NameModel.none());
    }

    /** Makes a finder that also hears what {@code model} sees in an English text. */
    public RuleEntityFinder(NameModel model) {
        english = new EnglishEntityFinder(model);
    }

    @Override
    public List<Entity> find(AnnotationInput input) {
        boolean isKorean = input.language().orElse("en").split("-", 2)[0].equals("ko");
        return isKorean ? korean.find(input) : english.find(input);
    }
}
