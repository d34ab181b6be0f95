package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.EntityFinder;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names in Korean, as far as a list and endings carry: countries, cities and provinces, organisations by what they end in (부, 청, 위원회 …), persons by
 * the titles beside them, events by who meets or how they are numbered. Particles at the end of a word are no part of the name.
 */
final class KoreanEntityFinder implements EntityFinder {
    /** Longer words are no names, and are not looked at. */
    private static final int WORD_MAX = 30;

    /** Heads of counties, cities, districts and provinces. */
    private static final Set<String> AREA_HEADS = Set.of("군수", "시장", "구청장", "도지사", "지사");

    private static final Pattern TOWN = Pattern.compile("[가-힣]{1,4}[시군구]");

    private final KoreanWords known = new KoreanWords();

    @Override
    public List<Entity> find(AnnotationInput input) {
        Entities entities = new Entities();
        List<KoreanWord> words = KoreanWord.of(input.text());
        List<TitledPerson> persons = new KoreanPersons(input.text(), words, known).find();
        Set<Integer> taken = new HashSet<>();
        for (TitledPerson person : persons) {
            for (int i = person.first(); i < person.end(); i++) {
                taken.add(i);
            }
            int start = words.get(person.first()).start();
            String whole =
                    input.text().substring(start, words.get(person.end() - 1).end());
            // Behind a title the last word of a name carries the particle.
            String name = whole.startsWith(person.key()) ? person.key() : whole;
            Mention mention = new Mention(start, start + name.length(), name, person.role());
            entities.add(Entity.Type.PERSON, person.key(), name, person.role(), person.country(), mention);
        }
        List<KoreanEvents.Found> events = KoreanEvents.of(input.text(), known);
        events.forEach(event -> addEvent(input.text(), event, entities));
        BitSet ofEvent = new BitSet(input.text().length());
        events.forEach(event -> ofEvent.set(event.start(), event.end()));
        Set<String> governed = governed(input.text(), words, persons);
        for (int i = 0; i < words.size(); i++) {
            if (!taken.contains(i)
                    && !ofEvent.get(words.get(i).start())
                    && words.get(i).text().length() <= WORD_MAX) {
                collect(words.get(i), governed, entities);
                if (i > 0) {
                    collectTown(words.get(i - 1), words.get(i), entities);
                }
            }
        }
        return entities.list();
    }

    private static void addEvent(String text, KoreanEvents.Found event, Entities entities) {
        String name = text.substring(event.start(), event.end());
        Mention mention = new Mention(event.start(), event.end(), name, Optional.empty());
        entities.add(Entity.Type.EVENT, name, name, Optional.empty(), Optional.empty(), mention);
        for (KoreanEvents.Side side : event.sides()) {
            String country = text.substring(side.start(), side.end());
            entities.add(
                    Entity.Type.PLACE,
                    side.country(),
                    country,
                    Optional.empty(),
                    Optional.of(side.country()),
                    new Mention(side.start(), side.end(), country, Optional.empty()));
        }
    }

    /** "솔담군(군수 한지우)": what has such a head is a place. */
    private static Set<String> governed(String text, List<KoreanWord> words, List<TitledPerson> persons) {
        Set<String> governed = new HashSet<>();
        for (TitledPerson person : persons) {
            boolean bracketed = person.first() > 1
                    && text.charAt(words.get(person.first() - 1).start() - 1) == '('
                    && person.role().filter(AREA_HEADS::contains).isPresent();
            String whose = bracketed ? words.get(person.first() - 2).text() : "";
            if (whose.length() > 2) {
                governed.add(whose);
            }
        }
        return governed;
    }

    private void collect(KoreanWord word, Set<String> governed, Entities entities) {
        String whole = word.text();
        String bare = known.withoutParticle(whole);
        Optional<String> country = known.country(bare).or(() -> known.country(whole));
        if (country.isPresent()) {
            String name = known.country(whole).isPresent() ? whole : bare;
            add(Entity.Type.PLACE, country.get(), name, country, word, entities);
        } else if (known.isPlace(bare) || known.isPlace(whole)) {
            String name = known.isPlace(whole) ? whole : bare;
            add(Entity.Type.PLACE, name, name, known.cityCountry(name), word, entities);
        } else if (governed.contains(bare) || governed.contains(whole)) {
            String name = governed.contains(whole) ? whole : bare;
            add(Entity.Type.PLACE, name, name, Optional.of("KR"), word, entities);
        } else if (known.isBody(bare)) {
            add(Entity.Type.ORGANIZATION, bare, bare, Optional.empty(), word, entities);
        }
    }

    /** "경기도 안산시", "전남 해남군": a town behind its province, though no list knows it. */
    private void collectTown(KoreanWord province, KoreanWord word, Entities entities) {
        String bare = known.withoutParticle(word.text());
        boolean town = word.start() == province.end() + 1
                && known.cityCountry(province.text()).equals(Optional.of("KR"))
                && !known.isPlace(bare)
                && !known.isBody(bare)
                && TOWN.matcher(bare).matches();
        if (town) {
            add(Entity.Type.PLACE, bare, bare, Optional.of("KR"), word, entities);
        }
    }

    private static void add(
            Entity.Type type, String key, String name, Optional<String> country, KoreanWord word, Entities entities) {
        Mention mention = new Mention(word.start(), word.start() + name.length(), name, Optional.empty());
        entities.add(type, key, name, Optional.empty(), country, mention);
    }
}
