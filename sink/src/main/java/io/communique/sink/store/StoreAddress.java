package io.communique.sink.store;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where releases are stored.
 *
 * @param location a file for SQLite, or {@code jdbc:postgresql://host:port/database} for PostgreSQL
 * @param user to log in as; empty for none, or if the address says it
 * @param password of the user; never part of {@link #toString}
 */
public record StoreAddress(String location, Optional<String> user, Optional<String> password) {
    private static final String POSTGRES = "jdbc:postgresql:";

    public StoreAddress {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (location.isBlank()) {
            throw new IllegalArgumentException(
                    "the store must be a file, or an address like " + POSTGRES + "//host/database");
        }
        if (location.startsWith("jdbc:") && !location.startsWith(POSTGRES)) {
            throw new IllegalArgumentException("no such store: " + withoutSecrets(location)
                    + "; known are a file (SQLite) and " + POSTGRES + "//host/database");
        }
    }

    /** Returns the address of a SQLite file. */
    public static StoreAddress file(Path file) {
        return new StoreAddress(file.toString(), Optional.empty(), Optional.empty());
    }

    /** Returns whether it is PostgreSQL; SQLite otherwise. */
    public boolean isPostgres() {
        return location.startsWith(POSTGRES);
    }

    @Override
    public String toString() {
        return withoutSecrets(location);
    }

    /** Parameters may hold a password. */
    private static String withoutSecrets(String location) {
        return location.startsWith("jdbc:") ? location.split("\\?", 2)[0] : location;
    }
}
