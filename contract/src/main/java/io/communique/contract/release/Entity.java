package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody or something named in the body, with every place where it is.
 *
 * @param id unique within the release: a letter for the type and a number from 1, such as {@code p1}
 * @param type what it is
 * @param name the fullest form of the name in the text
 * @param role a person's office as the text gives it; empty if it gives none
 * @param country ISO 3166-1 alpha-2; empty if not known
 * @param mentions at least one, in the order of the text
 */
public record Entity(
        String id, Type type, String name, Optional<String> role, Optional<String> country, List<Mention> mentions) {
    public Entity {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(country, "country");
        mentions = List.copyOf(mentions);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an entity has an id and a name");
        }
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("entity " + id + " has no mention");
        }
        country.ifPresent(Checks::requireCountry);
    }

    /** What an entity is. */
    public enum Type {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("organization")
        ORGANIZATION,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("event")
        EVENT
    }
}
