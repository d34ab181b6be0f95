package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import java.util.List;

/**
 * First rules for English: countries by name, and persons whose title stands beside their name. What neither a list nor a title supports
 * is not guessed.
 */
public final class GazetteerEntityFinder implements EntityFinder {
    private final Countries countries = new Countries();

    @Override
    public List<Entity> find(AnnotationInput input) {
        Findings findings = new Findings();
        new TitledPersons(input.text(), countries).collect(findings);
        countries.collect(input.text(), findings);
        return findings.entities();
    }
}
