package io.communique.desk.alert;

import io.communique.contract.json.Json;
import io.communique.desk.query.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Alerts in a directory, a file each with how far it has come. One desk at a time has it open. */
public final class AlertBook implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AlertBook.class);

    private static final int ALERTS_MAX = 500;
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final Path directory;
    private final FileChannel lock;
    private final boolean mailing;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new TreeMap<>();

    private AlertBook(Path directory, FileChannel lock, boolean mailing) {
        this.directory = directory;
        this.lock = lock;
        this.mailing = mailing;
    }

    /**
     * Opens the directory, and makes it if it is not there.
     *
     * @param mailing whether mail can be sent
     * @throws UncheckedIOException if it cannot be read, a file in it is no alert, or another desk has it open; the message says so
     */
    public static AlertBook open(Path directory, boolean mailing) {
        try {
            Files.createDirectories(directory);
            AlertBook book = new AlertBook(directory, locked(directory), mailing);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".json")).toList()) {
                    book.read(file);
                }
            } catch (IOException | RuntimeException e) {
                book.close();
                throw e;
            }
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException("the alerts in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Two that tell the same alerts would tell everything twice. */
    private static FileChannel locked(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.atDebug().setCause(e).log("this process has the alerts open already");
        }
        channel.close();
        throw new IOException("another desk that is running has them");
    }

    private void read(Path file) throws IOException {
        try {
            Entry entry = Json.mapper().readValue(Files.readString(file), Entry.class);
            entries.put(entry.alert().id(), entry);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is no alert: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns whether mail can be sent. */
    public boolean isMailing() {
        return mailing;
    }

    /** Returns all alerts. */
    public synchronized List<Entry> all() {
        return new ArrayList<>(entries.values());
    }

    /**
     * Saves a search.
     *
     * @param to address of a webhook, or of somebody
     * @param every how often somebody is mailed; nothing to a webhook
     * @param after the store's last sequence number: what is stored behind it is told
     * @throws IllegalArgumentException if a name or an address cannot be one, or nobody can be mailed; the message says why
     */
    public synchronized Alert add(String name, Asked search, String to, Every every, long after, Instant now) {
        if (entries.size() >= ALERTS_MAX) {
            throw new IllegalArgumentException("there are " + ALERTS_MAX + " alerts; remove one first");
        }
        URI address = address(to.strip());
        boolean isMail = "mailto".equals(address.getScheme());
        if (isMail && !mailing) {
            throw new IllegalArgumentException("this desk cannot send mail: start it with --smtp");
        }
        Alert alert = new Alert(
                Alert.SCHEMA,
                hex(ID_BYTES),
                name.strip(),
                search.address(),
                address,
                isMail ? Optional.of(every) : Optional.empty(),
                hex(SECRET_BYTES),
                now);
        write(new Entry(alert, Progress.from(after)));
        return alert;
    }

    private static URI address(String to) {
        try {
            boolean isPerson = to.contains("@") && !to.contains("/") && !to.contains(":");
            return isPerson ? new URI("mailto", to, null) : new URI(to);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("neither an address of the web nor of a person: " + to, e);
        }
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

    /** Lets another desk have the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alert and how far it has come. */
    public record Entry(Alert alert, Progress progress) {}
}
