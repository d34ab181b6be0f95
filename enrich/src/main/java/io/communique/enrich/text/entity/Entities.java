package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers mentions into entities, in the order of their first mention, numbered by type. */
final class Entities {
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Adds a mention to the entity of the type and key, which the first one makes. */
    void add(
            Entity.Type type,
            String key,
            String name,
            Optional<String> role,
            Optional<String> country,
            Mention mention) {
        Group group = groups.computeIfAbsent(type + " " + key, any -> new Group(type));
        group.name = name.length() > group.name.length() ? name : group.name;
        group.role = group.role.or(() -> role);
        group.country = group.country.or(() -> country);
        group.mentions.add(mention);
    }

    List<Entity> list() {
        Map<Entity.Type, Integer> numbers = new EnumMap<>(Entity.Type.class);
        List<Entity> entities = new ArrayList<>();
        groups.values().stream()
                .peek(group -> group.mentions.sort(Comparator.comparingInt(Mention::start)))
                .sorted(Comparator.comparingInt(group -> group.mentions.get(0).start()))
                .forEach(group -> entities.add(group.entity(numbers.merge(group.type, 1, Integer::sum))));
        return entities;
    }

    private static final class Group {
        private final Entity.Type type;
        private String name = "";
        private Optional<String> role = Optional.empty();
        private Optional<String> country = Optional.empty();
        private final List<Mention> mentions = new ArrayList<>();

        Group(Entity.Type type) {
            this.type = type;
        }

        private Entity entity(int number) {
            return new Entity(letter() + number, type, name, role, country, mentions);
        }

        private String letter() {
            return switch (type) {
                case PERSON -> "p";
                case ORGANIZATION -> "o";
                case PLACE -> "l";
                case EVENT -> "e";
            };
        }
    }
}
