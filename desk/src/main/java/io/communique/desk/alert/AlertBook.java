package io.communique.desk.alert;

import io.communique.contract.json.Json;
import io.communique.desk.query.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Alerts in a directory, a file each with how far it has come. One desk at a time may have it open. */
public final class AlertBook {
    private static final int ALERTS_MAX = 500;
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final Path directory;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new TreeMap<>();

    private AlertBook(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the directory, and makes it if it is not there.
     *
     * @throws UncheckedIOException if it cannot be read, or a file in it is no alert
     */
    public static AlertBook open(Path directory) {
        AlertBook book = new AlertBook(directory);
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".json")).toList()) {
                    Entry entry = Json.mapper().readValue(Files.readString(file), Entry.class);
                    book.entries.put(entry.alert().id(), entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the alerts in " + directory + " cannot be read", e);
        }
        return book;
    }

    /** Returns all alerts. */
    public synchronized List<Entry> all() {
        return new ArrayList<>(entries.values());
    }

    /**
     * Saves a search.
     *
     * @param after the store's last sequence number: what is stored behind it is told
     * @throws IllegalArgumentException if the name or the webhook cannot be one; the message says why
     */
    public synchronized Alert add(String name, Asked search, URI webhook, long after, Instant now) {
        if (entries.size() >= ALERTS_MAX) {
            throw new IllegalArgumentException("there are " + ALERTS_MAX + " alerts; remove one first");
        }
        Alert alert =
                new Alert(Alert.SCHEMA, hex(ID_BYTES), name.strip(), search.address(), webhook, hex(SECRET_BYTES), now);
        write(new Entry(alert, Progress.from(after)));
        return alert;
    }

    /** Forgets an alert; nothing happens if there is none. */
    public synchronized void remove(String id) {
        if (entries.remove(id) != null) {
            try {
                Files.deleteIfExists(file(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Remembers how far an alert has come, unless it was removed meanwhile.
     *
     * <p>What was stored and did not match is remembered in memory alone: most of what comes is nothing to most alerts, and after a
     * restart it does not match again.
     */
    synchronized void progress(String id, Progress progress) {
        Optional.ofNullable(entries.get(id)).ifPresent(entry -> {
            Entry fresh = new Entry(entry.alert(), progress);
            if (progress.hasOnlyPassed(entry.progress())) {
                entries.put(id, fresh);
            } else {
                write(fresh);
            }
        });
    }

    private void write(Entry entry) {
        String id = entry.alert().id();
        try {
            Path fresh = directory.resolve(id + ".new");
            Files.writeString(fresh, Json.mapper().writeValueAsString(entry));
            Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.put(id, entry);
    }

    private Path file(String id) {
        return directory.resolve(id + ".json");
    }

    private String hex(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    /** An alert and how far it has come. */
    public record Entry(Alert alert, Progress progress) {}
}
