package io.communique.contract.change;

import io.communique.contract.release.Entity;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody or something that is named in one of two editions only, or named with another role.
 *
 * @param type of entity
 * @param name as the edition that has it gives it, the later one if both do
 * @param before how it stood in the earlier edition; empty if it was not named
 * @param after how it stands in the present one; empty if it is not named
 */
public record EntityChange(Entity.Type type, String name, Optional<Named> before, Optional<Named> after) {
    public EntityChange {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("an entity change has a before or an after");
        }
    }

    /**
     * An entity as one edition names it.
     *
     * @param role empty if none is given
     */
    public record Named(Optional<String> role) {
        public Named {
            Objects.requireNonNull(role, "role");
        }
    }
}
