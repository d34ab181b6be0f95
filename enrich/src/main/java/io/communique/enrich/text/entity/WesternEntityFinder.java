package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import io.communique.enrich.text.entity.WesternWords.Listed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names in German, French or Spanish, as far as lists and titles carry: countries, regions and cities, bodies of states and of many of them,
 * ministries, persons by the offices beside them. No model helps, so that who has neither list nor title is not found.
 */
final class WesternEntityFinder implements EntityFinder {
    private static final Pattern GROUP = Pattern.compile("G\\d{1,2}");
    private static final int LINKS_MAX = 4;

    private final WesternWords words;

    WesternEntityFinder(String language) {
        words = new WesternWords(language, Words.english());
    }

    @Override
    public List<Entity> find(AnnotationInput input) {
        return new Reading(input.text()).entities();
    }

    /** One text's names. */
    private final class Reading {
        private final String text;
        private final Tokens tokens;
        private final WesternPersons persons;
        private final Entities entities = new Entities();

        Reading(String text) {
            this.text = text;
            tokens = new Tokens(words.parted(text));
            persons = new WesternPersons(text, tokens, words);
        }

        List<Entity> entities() {
            for (TitledPerson person : persons.find()) {
                int start = tokens.start(person.first());
                int end = tokens.end(person.end() - 1);
                Mention mention = new Mention(start, end, text.substring(start, end), person.role());
                entities.add(
                        Entity.Type.PERSON,
                        WesternPersons.key(person),
                        mention.text(),
                        person.role(),
                        person.country(),
                        mention);
            }
            int at = 0;
            while (at < tokens.size()) {
                at = persons.isTaken(at) ? at + 1 : collect(at);
            }
            return entities.list();
        }

        /** Returns where looking goes on. */
        private int collect(int at) {
            int event = eventEnd(at);
            if (event > at) {
                String name = text.substring(tokens.start(at), tokens.end(event - 1));
                add(Entity.Type.EVENT, name, Optional.empty(), tokens.start(at), tokens.end(event - 1));
                return event;
            }
            int ministry = ministryEnd(at);
            if (ministry > at) {
                addMinistry(at, ministry);
                return ministry;
            }
            Phrases.Match<Listed> body = words.body(tokens, at);
            if (body != null && !isPartOfCompound(at, body.to())) {
                add(Entity.Type.ORGANIZATION, body);
                return body.to();
            }
            Phrases.Match<Listed> place = words.place(tokens, at);
            if (place != null && !isPartOfCompound(at, place.to())) {
                add(Entity.Type.PLACE, place);
                return place.to();
            }
            return at + 1;
        }

        /** "G7-Gipfel", "sommet de l'OTAN", "COP28": meetings of those whose names are known; the token itself if none begins there. */
        private int eventEnd(int at) {
            if (Events.NUMBERED.matcher(tokens.word(at)).matches()) {
                return at + 1;
            }
            boolean compound = tokens.isHyphen(at + 1) && tokens.isJoined(at + 1) && tokens.isJoined(at + 2);
            if (compound && isGroup(at) && words.endsIn("event-ending", '-' + tokens.lower(at + 2))) {
                return at + 3;
            }
            int whose = at + 1;
            while (whose < at + LINKS_MAX && words.has("of", tokens.word(whose))) {
                whose++;
            }
            Phrases.Match<Listed> body = words.body(tokens, whose);
            boolean of = words.has("event-head", tokens.lower(at)) && whose > at + 1 && !tokens.isBreak(whose);
            return of && body != null ? body.to() : of && isGroup(whose) ? whose + 1 : at;
        }

        /** "G7", or a body of one word. */
        private boolean isGroup(int at) {
            Phrases.Match<Listed> body = words.body(tokens, at);
            return GROUP.matcher(tokens.word(at)).matches() || (body != null && body.to() == at + 1);
        }

        /** "EU-Kommissar", "Berlin-Mitte". */
        private boolean isPartOfCompound(int from, int to) {
            boolean before = tokens.isHyphen(from - 1) && tokens.isJoined(from - 1) && tokens.isJoined(from);
            return before || (tokens.isHyphen(to) && tokens.isJoined(to) && tokens.isJoined(to + 1));
        }

        /** "Familienministerium", "Bundesministerium für Bildung", "ministère de l'Intérieur"; the token itself if none begins there. */
        private int ministryEnd(int at) {
            boolean compound = words.ministry(tokens.word(at)).isPresent();
            boolean head = words.has("body-head", tokens.lower(at));
            int end = compound || head ? persons.complementEnd(at + 1, "of") : at;
            return compound ? Math.max(end, at + 1) : head && end > at + 1 ? end : at;
        }

        private void addMinistry(int from, int to) {
            String word = tokens.word(from);
            String bare = words.ministry(word).orElse(word);
            int start = tokens.start(from);
            boolean alone = to == from + 1;
            int end = tokens.end(to - 1) - (alone ? word.length() - bare.length() : 0);
            String name = alone ? bare : bare + text.substring(tokens.end(from), end);
            add(Entity.Type.ORGANIZATION, name, Optional.empty(), start, end);
        }

        private void add(Entity.Type type, Phrases.Match<Listed> match) {
            Listed listed = match.value();
            int end = tokens.end(match.to() - 1) - listed.ending();
            add(type, listed.name(), listed.country(), tokens.start(match.from()), end);
        }

        private void add(Entity.Type type, String name, Optional<String> country, int start, int end) {
            Mention mention = new Mention(start, end, text.substring(start, end), Optional.empty());
            entities.add(type, name, name, Optional.empty(), country, mention);
        }
    }
}
