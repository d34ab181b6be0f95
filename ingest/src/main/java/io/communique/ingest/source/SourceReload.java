package io.communique.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a catalogue as its directory is: a file that is new, changed or gone counts within seconds, without a restart. One that is broken is
 * reported, once, and what it said before stays. When other years' lists are to be read, all files are read again.
 */
public final class SourceReload implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceReload.class);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Path directory;
    private final SourceCatalogue catalogue;
    private final Consumer<String> reporter;
    private final Clock clock;
    private final Map<Path, Source> good = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "source-reload");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, String> seen;
    private List<Year> years;

    private SourceReload(Path directory, SourceCatalogue catalogue, Consumer<String> reporter, Clock clock) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.reporter = reporter;
        this.clock = clock;
        this.seen = fingerprints(directory);
        this.years = YearInAddress.of(today());
        for (Path file : seen.keySet()) {
            try {
                good.put(file, SourceCatalogue.read(file, today()));
            } catch (IllegalArgumentException e) {
                log.atDebug().setCause(e).log("a source file changed between two readings");
            }
        }
    }

    /** Starts to look, every two seconds, on a thread of its own; problems are logged. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // What goes wrong is reported where it does, and the next look comes all the
    // same.
    public static SourceReload start(Path directory, SourceCatalogue catalogue) {
        SourceReload reload = of(directory, catalogue, problem -> log.atWarn().log(problem), Clock.systemUTC());
        reload.timer.scheduleWithFixedDelay(
                reload::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return reload;
    }

    /** Makes one that looks when told to. */
    static SourceReload of(Path directory, SourceCatalogue catalogue, Consumer<String> reporter, Clock clock) {
        return new SourceReload(directory, catalogue, reporter, clock);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Ends the looking. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            reporter.accept(e + "; the sources stay as they were");
        }
    }

    /** Takes what has changed since the last look. */
    void look() {
        Map<Path, String> now = fingerprints(directory);
        List<Year> yearsNow = YearInAddress.of(today());
        boolean otherYears = !yearsNow.equals(years);
        if (now.equals(seen) && !otherYears) {
            return;
        }
        for (Map.Entry<Path, String> file : now.entrySet()) {
            if (otherYears || !file.getValue().equals(seen.get(file.getKey()))) {
                read(file.getKey());
            }
        }
        good.keySet().retainAll(now.keySet());
        seen = now;
        years = yearsNow;
        catalogue.replace(distinct());
    }

    private void read(Path file) {
        try {
            good.put(file, SourceCatalogue.read(file, today()));
        } catch (IllegalArgumentException e) {
            reporter.accept(file + ": " + e.getMessage()
                    + (good.containsKey(file) ? "; the source stays as it was" : "; the source is not watched"));
        }
    }

    private List<Source> distinct() {
        List<Source> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        good.forEach((file, source) -> {
            if (ids.add(source.id())) {
                sources.add(source);
            } else {
                reporter.accept(
                        file + ": another file has the id " + source.id() + " already; this one is not watched");
            }
        });
        return sources;
    }

    private static Map<Path, String> fingerprints(Path directory) {
        Map<Path, String> fingerprints = new LinkedHashMap<>();
        for (Path file : SourceCatalogue.files(directory, "ya?ml")) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                fingerprints.put(file, attributes.lastModifiedTime() + " " + attributes.size());
            } catch (IOException e) {
                log.atDebug().setCause(e).log("a source file went away while it was looked at");
            }
        }
        return fingerprints;
    }
}
