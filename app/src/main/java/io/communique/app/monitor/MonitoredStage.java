package io.communique.app.monitor;

import io.communique.contract.topic.Topics;
import io.communique.desk.Desk;
import io.communique.desk.DeskCounters;
import io.communique.enrich.EnrichCounters;
import io.communique.enrich.page.Rejected;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestCounters;
import io.communique.ingest.politeness.HostTraffic;
import io.communique.sink.Sink;
import io.communique.sink.SinkCounters;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A running stage as whoever operates it sees it.
 *
 * @param name of the stage
 * @param account tells what it has done
 * @param topic whose backlog is the stage's; empty if it has none
 * @param failure why it gave up; empty while it is well
 */
public record MonitoredStage(
        String name, Supplier<Account> account, Optional<String> topic, Supplier<Optional<Throwable>> failure) {
    /** Returns {@code ingest} as monitored. */
    public static MonitoredStage of(Ingest ingest) {
        return new MonitoredStage("ingest", () -> account(ingest), Optional.empty(), ingest::failure);
    }

    /** Returns {@code enrich} as monitored. */
    public static MonitoredStage of(Enrich enrich) {
        return new MonitoredStage(
                "enrich", () -> account(enrich.counters()), Optional.of(Topics.PAGES.name()), enrich::failure);
    }

    /** Returns {@code sink} as monitored. */
    public static MonitoredStage of(Sink sink) {
        return new MonitoredStage(
                "sink", () -> account(sink.counters()), Optional.of(Topics.RELEASES.name()), sink::failure);
    }

    /** Returns a desk as monitored; while it is open it is well, and what it could not answer is an outcome. */
    public static MonitoredStage of(Desk desk) {
        return new MonitoredStage("desk", () -> account(desk.counters()), Optional.empty(), Optional::empty);
    }

    private static Account account(Ingest ingest) {
        IngestCounters counters = ingest.counters();
        SortedMap<String, Long> outcomes = new TreeMap<>();
        outcomes.put("listing", counters.listings());
        outcomes.put("published", counters.published());
        outcomes.put("unchanged", counters.unchanged());
        outcomes.put("moved", counters.moved());
        outcomes.put("missing", counters.missing());
        outcomes.put("too-large", counters.tooLarge());
        outcomes.put("refused", counters.refused());
        outcomes.put("failed", counters.failed());
        return new Account(counters.visits(), outcomes, traffic(ingest), new TreeMap<>());
    }

    private static Account account(EnrichCounters counters) {
        SortedMap<String, Long> outcomes = new TreeMap<>();
        outcomes.put("published", counters.published());
        outcomes.put("revised", counters.revised());
        outcomes.put("completed", counters.completed());
        outcomes.put("reread", counters.reread());
        outcomes.put("withdrawn", counters.withdrawn());
        outcomes.put("restored", counters.restored());
        outcomes.put("unchanged", counters.unchanged());
        outcomes.put("outdated", counters.outdated());
        outcomes.put("kept", counters.kept());
        outcomes.put("rejected", counters.rejected());
        outcomes.put("dead-lettered", counters.deadLettered());
        return new Account(counters.read(), outcomes, rejections(counters), new TreeMap<>());
    }

    private static Account account(SinkCounters counters) {
        SortedMap<String, Long> outcomes = new TreeMap<>();
        outcomes.put("stored", counters.stored());
        outcomes.put("already-stored", counters.alreadyStored());
        outcomes.put("dead-lettered", counters.deadLettered());
        outcomes.put("tombstone", counters.tombstones());
        return new Account(counters.read(), outcomes, new TreeMap<>(), new TreeMap<>());
    }

    private static Account account(DeskCounters counters) {
        SortedMap<String, Long> outcomes = new TreeMap<>();
        outcomes.put("answered", counters.answered());
        outcomes.put("redirected", counters.redirected());
        outcomes.put("refused", counters.refused());
        outcomes.put("failed", counters.failed());
        SortedMap<String, Long> levels = new TreeMap<>();
        levels.put("streams", (long) counters.streams());
        levels.put("alerts", (long) counters.alerts());
        levels.put("alerts_failing", (long) counters.alertsFailing());
        return new Account(counters.requests(), outcomes, times(counters), levels);
    }

    private static SortedMap<Detail, Long> times(DeskCounters counters) {
        SortedMap<Detail, Long> times = new TreeMap<>();
        for (int step = 0; step < counters.times().size(); step++) {
            String within = step < DeskCounters.STEPS_MILLIS.size()
                    ? "within-" + DeskCounters.STEPS_MILLIS.get(step) + "-ms"
                    : "longer";
            times.put(new Detail("answer_times", within), counters.times().get(step));
        }
        return times;
    }

    /** What has not happened yet is 0 rather than nothing: a rate that begins with the first one misses it. */
    private static SortedMap<Detail, Long> rejections(EnrichCounters counters) {
        SortedMap<Detail, Long> rejections = new TreeMap<>();
        for (Rejected.Reason reason : Rejected.Reason.values()) {
            rejections.put(new Detail("rejected", reason.label()), 0L);
        }
        counters.rejectedBy().forEach((reason, times) -> rejections.put(new Detail("rejected", reason), times));
        return rejections;
    }

    /** All hosts together: what each was asked is in its sources' status, and would be a label of thousands of values here. */
    private static SortedMap<Detail, Long> traffic(Ingest ingest) {
        SortedMap<Detail, Long> traffic = new TreeMap<>();
        List.of("not-modified", "refused", "unanswered", "answered")
                .forEach(kind -> traffic.put(new Detail("requests", kind), 0L));
        traffic.put(new Detail("bytes", "received"), 0L);
        for (HostTraffic host : ingest.traffic().values()) {
            traffic.merge(new Detail("requests", "not-modified"), host.notModified(), Long::sum);
            traffic.merge(new Detail("requests", "refused"), host.refused(), Long::sum);
            traffic.merge(new Detail("requests", "unanswered"), host.unanswered(), Long::sum);
            traffic.merge(
                    new Detail("requests", "answered"),
                    host.requests() - host.notModified() - host.refused() - host.unanswered(),
                    Long::sum);
            traffic.merge(new Detail("bytes", "received"), host.bytes(), Long::sum);
        }
        return traffic;
    }

    /**
     * What a stage has done since it began.
     *
     * @param taken what it took up: addresses, pages, records
     * @param outcomes what became of it; at rest their sum is {@code taken}
     * @param details further counts, such as why pages were rejected
     * @param levels what stands at a number now, such as open streams
     */
    public record Account(
            long taken,
            SortedMap<String, Long> outcomes,
            SortedMap<Detail, Long> details,
            SortedMap<String, Long> levels) {
        /** Returns what was taken up and has no outcome: under way, or lost. 0 at rest. */
        public long open() {
            return taken - outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One of several counts that differ in a label.
     *
     * @param name what is counted
     * @param label of this one
     */
    public record Detail(String name, String label) implements Comparable<Detail> {
        @Override
        public int compareTo(Detail other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? label.compareTo(other.label) : byName;
        }
    }
}
