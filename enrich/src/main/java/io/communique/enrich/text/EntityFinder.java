package io.communique.enrich.text;

import io.communique.contract.release.Entity;
import java.util.List;

/** Finds whom and what a text names. Implementations are pure, and safe to share between threads. */
public interface EntityFinder {
    /** Returns the entities, by first mention. */
    List<Entity> find(AnnotationInput input);
}
