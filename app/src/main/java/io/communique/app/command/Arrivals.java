package io.communique.app.command;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Tells people what was stored, as it is stored. */
final class Arrivals {
    private static final int AT_ONCE = 100;

    private final ReleaseStore store;
    private final PrintStream err;
    private long seen;

    Arrivals(ReleaseStore store, PrintStream err) {
        this.store = store;
        this.err = err;
    }

    /** Passes over what was stored before this run. */
    void skipKnown() {
        for (List<StoredEdition> page = next(); !page.isEmpty(); page = next()) {
            seen = page.get(page.size() - 1).sequence();
        }
    }

    /** Prints what has come since the last call, a line each. */
    void show() {
        for (StoredEdition edition : next()) {
            seen = edition.sequence();
            err.println(line(edition.release()));
        }
    }

    /** The current edition of every release, on standard output, for people. */
    static void table(List<StoredRelease> releases, PrintStream out) {
        for (StoredRelease release : releases) {
            out.printf(
                    Locale.ROOT,
                    "%-10.10s  %-9s  ed. %d  %2d figures  %d persons  %s%n",
                    release.publishedAt().orElse("undated"),
                    release.source(),
                    release.edition(),
                    release.figures(),
                    release.persons(),
                    printable(release.title().orElse("(no title)")));
        }
    }

    private List<StoredEdition> next() {
        return store.editionsAfter(seen, AT_ONCE);
    }

    private static String line(Release release) {
        long persons = release.entities().stream()
                .filter(entity -> entity.type() == Entity.Type.PERSON)
                .count();
        return String.format(
                Locale.ROOT,
                "%6.1f s  stored  %s edition %d  %s  (%d figures, %d persons, %d dates)",
                secondsSinceStart(),
                release.id(),
                release.edition(),
                printable(release.title().orElse("(no title)")),
                release.figures().size(),
                persons,
                release.dates().size());
    }

    static double secondsSinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }

    /** A page's words must not steer a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
