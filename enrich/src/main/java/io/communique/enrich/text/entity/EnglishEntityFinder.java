package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import io.communique.enrich.text.entity.PersonResolver.Person;
import java.util.List;
import java.util.Optional;

/**
 * Names in English by lists and grammars: organisations first, whose parts are no names of their own, then events, persons and places. The
 * work grows with the length of the text. What neither a list nor a word beside it supports is left to the model, and without one is not
 * guessed.
 */
final class EnglishEntityFinder implements EntityFinder {
    private final Words words = Words.english();
    private final Gazetteer gazetteer = new Gazetteer();
    private final NameModel model;

    EnglishEntityFinder(NameModel model) {
        this.model = model;
    }

    @Override
    public List<Entity> find(AnnotationInput input) {
        Reading reading = new Reading(input.text(), words, gazetteer);
        new Organizations(reading).collect();
        new Events(reading).collect();
        Persons names = new Persons(reading);
        names.collect();
        new Places(reading).collect();
        new SeenNames(reading, names).hear(model.spans(reading.tokens()));
        names.collectBare();
        List<PersonMention> mentions = names.mentions();
        List<Person> persons = new PersonResolver(mentions, new Aliases(reading, mentions)).persons();
        new Sides(reading).infer(persons, input.publisherCountry());
        return entities(reading, persons);
    }

    private static List<Entity> entities(Reading reading, List<Person> persons) {
        Entities entities = new Entities();
        int number = 0;
        for (Person person : persons) {
            String key = Integer.toString(number++);
            String name = person.fullest().name;
            for (PersonMention mention : person.mentions()) {
                entities.add(
                        Entity.Type.PERSON,
                        key,
                        name,
                        person.role(),
                        person.country(),
                        mention(reading, mention.from, mention.to, mention.beside()));
            }
        }
        for (Draft draft : reading.drafts()) {
            boolean inside =
                    draft.type() == Entity.Type.ORGANIZATION && reading.claim(draft.from()) == Entity.Type.EVENT;
            if (!inside) {
                entities.add(
                        draft.type(),
                        draft.key(),
                        draft.name(),
                        Optional.empty(),
                        draft.country(),
                        mention(reading, draft.from(), draft.to(), Optional.empty()));
            }
        }
        return entities.list();
    }

    private static Mention mention(Reading reading, int from, int to, Optional<String> title) {
        Tokens tokens = reading.tokens();
        return new Mention(tokens.start(from), tokens.end(to - 1), tokens.text(from, to), title);
    }
}
