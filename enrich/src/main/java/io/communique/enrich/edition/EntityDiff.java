package io.communique.enrich.edition;

import io.communique.contract.change.EntityChange;
import io.communique.contract.change.EntityChange.Named;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who and what is named in one of two editions only, or with another role; pure. */
final class EntityDiff {
    private EntityDiff() {}

    /** Returns the changes: first in the order of the later text what came or changed, then what went. */
    static List<EntityChange> between(Release before, Release after) {
        Map<Key, Named> old = named(before);
        Map<Key, Named> now = named(after);
        List<EntityChange> changes = new ArrayList<>();
        now.forEach((key, named) -> {
            Optional<Named> earlier = Optional.ofNullable(old.get(key));
            if (!earlier.equals(Optional.of(named))) {
                changes.add(new EntityChange(key.type(), key.name(), earlier, Optional.of(named)));
            }
        });
        old.forEach((key, named) -> {
            if (!now.containsKey(key)) {
                changes.add(new EntityChange(key.type(), key.name(), Optional.of(named), Optional.empty()));
            }
        });
        return changes;
    }

    private static Map<Key, Named> named(Release release) {
        Map<Key, Named> named = new LinkedHashMap<>();
        for (Entity entity : release.entities()) {
            named.putIfAbsent(new Key(entity.type(), entity.name()), new Named(entity.role()));
        }
        return named;
    }

    private record Key(Entity.Type type, String name) {}
}
