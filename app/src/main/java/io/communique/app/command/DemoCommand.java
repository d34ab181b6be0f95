package io.communique.app.command;

import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.app.line.Line;
import io.communique.app.line.LineConfig;
import io.communique.desk.DeskConfig;
import io.communique.enrich.EnrichCounters;
import io.communique.ingest.IngestConfig;
import io.communique.sink.store.StoredRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code communique demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole line at work: a small invented ministry's site, a broker, all stages, a database and the desk in this one process.",
            "No network is needed.",
            "",
            "The site has releases in English and Korean, one of them in EUC-KR, one address that answers \"not found\" with status 200,"
                    + " and one release that the ministry edits after it was published."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SHOW_MILLIS = 100;
    /** The demo site is on this machine and ours to hurry. */
    private static final Duration HOST_DELAY = Duration.ofMillis(50);
    /** What the site holds, beside one page that is no release. */
    private static final int RELEASES = 5;
    /** The one that the ministry edits. */
    private static final String EDITED = "demo-en:102";

    @Option(names = "--once", description = "Stop when everything has arrived, and print what was stored.")
    private boolean once;

    @Mixin
    private DeskOptions desk = new DeskOptions();

    @Nullable
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep broker and database in this directory, which must be new or empty. Default: a temporary one, deleted at"
                            + " the end.")
    private Path data;

    @Override
    public Integer call() throws Exception {
        requireNew();
        Path directory = data == null ? Files.createTempDirectory("communique-demo") : data;
        try (Shutdown shutdown = new Shutdown()) {
            return run(directory, shutdown);
        } finally {
            if (data == null) {
                delete(directory);
            }
        }
    }

    /** The demo's site has other addresses each time; what an earlier one left behind would be looked for in vain. */
    private void requireNew() throws IOException {
        if (data != null && Files.isDirectory(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new CommandFailedException(data + " is not empty; the demo begins with a new directory");
                }
            }
        }
    }

    private int run(Path directory, Shutdown shutdown) throws InterruptedException {
        DeskConfig deskConfig = desk.config();
        try (DemoSite site = DemoSite.start(0);
                Line line = Line.start(config(directory), DemoSources.of(site.baseUrl()));
                DeskOptions.RunningDesk open =
                        desk.openAnywhere(deskConfig, line.sink().store(), line.brokers())) {
            System.err.printf(
                    Locale.ROOT,
                    "%6.1f s  an invented ministry publishes at %s/en/news, topics at %s, releases in %s%n",
                    Arrivals.secondsSinceStart(),
                    site.baseUrl(),
                    line.brokers(),
                    directory.resolve("releases.db"));
            Arrivals arrivals = new Arrivals(line.sink().store(), System.err);
            arrivals.skipKnown();
            boolean complete = watch(site, line, arrivals, shutdown);
            if (!complete && !shutdown.isAsked()) {
                throw new CommandFailedException("not everything arrived within " + PATIENCE.toMinutes() + " minutes; "
                        + line.failure().map(Throwable::toString).orElse("no stage gave up"));
            }
            Arrivals.table(line.sink().store().releases(), System.out);
            if (!once && !shutdown.isAsked()) {
                System.err.println("All of it has arrived. The line keeps watching, the desk shows it at http://"
                        + deskConfig.host() + ":" + open.port() + "; stop with Ctrl-C.");
                keepShowing(arrivals, shutdown);
            }
            return 0;
        }
    }

    private static LineConfig config(Path directory) {
        return new LineConfig(directory, 0, IngestConfig.USER_AGENT_DEFAULT, HOST_DELAY, List.of("127.0.0.1"));
    }

    /** Waits for the first editions, has the ministry edit one, waits for the edition of that. */
    private static boolean watch(DemoSite site, Line line, Arrivals arrivals, Shutdown shutdown)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        boolean edited = false;
        while (Instant.now().isBefore(deadline) && line.failure().isEmpty() && !shutdown.await(SHOW_MILLIS)) {
            arrivals.show();
            List<StoredRelease> releases = line.sink().store().releases();
            if (!edited && releases.size() == RELEASES && rejected(line) > 0) {
                report(line);
                site.edit();
                edited = true;
                System.err.printf(
                        Locale.ROOT, "%6.1f s  the ministry edits a release, quietly%n", Arrivals.secondsSinceStart());
            }
            if (edited && hasSecondEdition(releases)) {
                arrivals.show();
                return true;
            }
        }
        return false;
    }

    private static boolean hasSecondEdition(List<StoredRelease> releases) {
        return releases.stream().anyMatch(release -> release.id().equals(EDITED) && release.editions() == 2);
    }

    private static long rejected(Line line) {
        return line.enrich().counters().rejected();
    }

    private static void report(Line line) {
        EnrichCounters counters = line.enrich().counters();
        System.err.printf(
                Locale.ROOT,
                "%6.1f s  pages that are no release: %s%n",
                Arrivals.secondsSinceStart(),
                counters.rejectedBy());
    }

    private static void keepShowing(Arrivals arrivals, Shutdown shutdown) throws InterruptedException {
        while (!shutdown.await(SHOW_MILLIS)) {
            arrivals.show();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
