package io.communique.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All sources that are watched, one YAML file each, as things stand now: files may change, and operators pause and resume, while it is in use.
 * Safe to share between threads.
 */
public final class SourceCatalogue {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final AtomicLong version = new AtomicLong();
    private final Map<String, String> pauses = new ConcurrentHashMap<>();
    private volatile Map<String, Source> sources;
    private final List<X509Certificate> intermediates;

    private SourceCatalogue(Map<String, Source> sources, List<X509Certificate> intermediates) {
        this.sources = sources;
        this.intermediates = List.copyOf(intermediates);
    }

    /**
     * Makes a catalogue.
     *
     * @throws IllegalArgumentException if two sources have one id
     */
    public static SourceCatalogue of(List<Source> sources) {
        Map<String, Source> byId = new LinkedHashMap<>();
        for (Source source : sources) {
            if (byId.put(source.id(), source) != null) {
                throw new IllegalArgumentException("two sources have the id " + source.id());
            }
        }
        return new SourceCatalogue(byId, List.of());
    }

    /**
     * Reads every {@code .yaml} and {@code .yml} file of a directory, and every {@code .pem} file: the intermediate certificates that a
     * source's servers forget to send.
     *
     * @throws IllegalArgumentException if there is none, or any is wrong; the message lists every problem with its file
     */
    public static SourceCatalogue load(Path directory) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        List<Source> sources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(directory, "ya?ml")) {
            try {
                sources.add(read(file, today));
            } catch (IllegalArgumentException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        List<X509Certificate> intermediates = intermediates(directory, problems);
        if (problems.isEmpty() && sources.isEmpty()) {
            problems.add(directory + " holds no source files (*.yaml)");
        }
        requireNone(problems);
        return new SourceCatalogue(of(sources).sources, intermediates);
    }

    /**
     * Reads the {@code .pem} files of a directory alone: enough to look at a site that is no source yet.
     *
     * @return empty if there are none, or no such directory
     * @throws IllegalArgumentException if any is wrong; the message lists every problem with its file
     */
    public static List<X509Certificate> intermediatesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        List<X509Certificate> intermediates = intermediates(directory, problems);
        requireNone(problems);
        return intermediates;
    }

    private static List<X509Certificate> intermediates(Path directory, List<String> problems) {
        List<X509Certificate> intermediates = new ArrayList<>();
        for (Path file : files(directory, "pem")) {
            try {
                intermediates.addAll(Intermediates.read(file));
            } catch (IllegalArgumentException | IOException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        return intermediates;
    }

    private static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the sources cannot be used:\n  " + String.join("\n  ", problems));
        }
    }

    /** Returns the certificates that close gaps in the chains of the sources' servers. */
    public List<X509Certificate> intermediates() {
        return intermediates;
    }

    /**
     * Reads one source file.
     *
     * @throws IllegalArgumentException if it cannot be read or is wrong; the message says what, not where
     */
    public static Source read(Path file) {
        return read(file, LocalDate.now(Clock.systemUTC()));
    }

    /** Reads one source file as {@link #read(Path)} does, as it counts on a day: the lists of some sites begin anew each year. */
    public static Source read(Path file, LocalDate today) {
        try {
            return YAML.readValue(Files.readString(file), SourceFile.class).source(today);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e, e);
        }
    }

    /** Returns all sources, in the order of their files. */
    public Collection<Source> all() {
        return sources.values().stream().map(this::asPaused).toList();
    }

    /** Returns the source with an id; empty if there is none any more. */
    public Optional<Source> find(String id) {
        return Optional.ofNullable(sources.get(id)).map(this::asPaused);
    }

    /** Returns a number that grows with every change; whoever has seen another one looks again. */
    public long version() {
        return version.get();
    }

    /** Returns why a source is paused; empty if it is not. */
    public Optional<String> pauseReason(String id) {
        Optional<String> said = Optional.ofNullable(pauses.get(id));
        return said.or(() -> find(id).filter(Source::paused).map(source -> "paused in its source file"));
    }

    /** Pauses a source from now on, whether it is known yet or not. */
    public void pause(String id, String reason) {
        pauses.put(id, reason);
        version.incrementAndGet();
    }

    /** Takes {@link #pause} back. A source that its file pauses stays so. */
    public void resume(String id) {
        pauses.remove(id);
        version.incrementAndGet();
    }

    /** Takes other sources in the place of all. */
    void replace(List<Source> others) {
        sources = of(others).sources;
        version.incrementAndGet();
    }

    private Source asPaused(Source source) {
        return pauses.containsKey(source.id()) ? source.whilePaused() : source;
    }

    static List<Path> files(Path directory, String extension) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*\\." + extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no sources can be read from " + directory, e);
        }
    }
}
