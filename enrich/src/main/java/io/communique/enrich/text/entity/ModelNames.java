package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds what a model sees to what the rules found, where they found nothing. */
final class ModelNames {
    private final Reading reading;
    private final Tokens tokens;
    private final int textLength;
    private final List<PersonMention> persons;

    ModelNames(Reading reading, String text, List<PersonMention> persons) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.textLength = text.length();
        this.persons = persons;
    }

    /** Adds the span if it lies on whole words of the text that no name has. */
    void add(NameModel.Span span) {
        int from = span.end() > textLength ? -1 : tokens.at(span.start());
        int to = from < 0 ? -1 : tokens.after(span.end(), from);
        if (to > from && from >= 0 && reading.isFree(from, to) && !hasPlace(from, to)) {
            addFree(from, to, span.type());
        }
    }

    private boolean hasPlace(int from, int to) {
        for (int i = from; i < to; i++) {
            Draft draft = reading.draft(i);
            if (draft != null && draft.type() == Entity.Type.PLACE) {
                return true;
            }
        }
        return false;
    }

    private void addFree(int from, int to, Entity.Type type) {
        reading.claim(from, to, type);
        String name = tokens.text(from, to);
        if (type == Entity.Type.PERSON) {
            persons.add(new PersonMention(from, to, name, false, Optional.empty(), Optional.empty(), Optional.empty()));
        } else {
            reading.add(new Draft(type, from, to, name, name.toLowerCase(Locale.ROOT), Optional.empty()));
        }
    }
}
