package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entities as they are found, and which characters of the text are spoken for. */
final class Findings {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Mention> taken = new ArrayList<>();

    /** Adds a mention to the entity of that type and key, which the first one makes. */
    void add(Entity.Type type, String key, String name, Optional<String> country, Mention mention) {
        taken.add(mention);
        drafts.computeIfAbsent(type + " " + key, any -> new Draft(type, name, country))
                .mentions
                .add(mention);
    }

    boolean isTaken(int start, int end) {
        return taken.stream().anyMatch(mention -> mention.start() < end && start < mention.end());
    }

    /** Returns the entities by first mention, numbered by type. */
    List<Entity> entities() {
        Map<Entity.Type, Integer> numbers = new LinkedHashMap<>();
        List<Entity> entities = new ArrayList<>();
        drafts.values().stream()
                .peek(draft -> draft.mentions.sort(Comparator.comparingInt(Mention::start)))
                .sorted(Comparator.comparingInt(draft -> draft.mentions.get(0).start()))
                .forEach(draft -> entities.add(draft.entity(numbers.merge(draft.type, 1, Integer::sum))));
        return entities;
    }

    private static final class Draft {
        private final Entity.Type type;
        private final String name;
        private final Optional<String> country;
        private final List<Mention> mentions = new ArrayList<>();

        Draft(Entity.Type type, String name, Optional<String> country) {
            this.type = type;
            this.name = name;
            this.country = country;
        }

        private Entity entity(int number) {
            String letter = type.name().substring(0, 1).toLowerCase(Locale.ROOT);
            String prefix = type == Entity.Type.PLACE ? "l" : letter;
            return new Entity(prefix + number, type, name, role(), country, mentions);
        }

        /** The longest title says most: "Deputy Foreign Minister for Political Affairs" rather than "Deputy Minister". */
        private Optional<String> role() {
            return mentions.stream()
                    .flatMap(mention -> mention.title().stream())
                    .max(Comparator.comparingInt(String::length));
        }
    }
}
