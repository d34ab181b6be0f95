package io.communique.app.monitor;

import io.communique.app.monitor.MonitoredStage.Account;
import io.communique.app.monitor.MonitoredStage.Detail;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metrics of a stage, each scrape from one account of it, so that the numbers of a scrape belong together. */
final class StageMetrics implements MultiCollector {
    private final MonitoredStage stage;

    StageMetrics(MonitoredStage stage) {
        this.stage = stage;
    }

    @Override
    public MetricSnapshots collect() {
        Account account = stage.account().get();
        String prefix = "communique_" + stage.name() + "_";
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(counter(prefix + "taken", "What the stage took up.", Map.of(Labels.EMPTY, account.taken())));
        all.add(counter(
                prefix + "outcomes",
                "What became of what the stage took up.",
                labelled("outcome", account.outcomes())));
        all.add(gauge(
                prefix + "open",
                "Taken up and without an outcome: 0 at rest, else something is lost.",
                account.open()));
        byName(account.details())
                .forEach((name, labels) ->
                        all.add(counter(prefix + name, "Further counts of the stage.", labelled("kind", labels))));
        account.levels().forEach((name, level) -> all.add(gauge(prefix + name, "What there is now.", level)));
        stage.topic()
                .ifPresent(topic -> Backlog.of(topic)
                        .ifPresent(lag -> all.add(gauge(
                                prefix + "backlog_records",
                                "Records of " + topic + " in this process's partitions that are not read yet.",
                                lag))));
        all.add(gauge(
                prefix + "up",
                "1 while the stage works, 0 once it gave up.",
                stage.failure().get().isPresent() ? 0 : 1));
        return new MetricSnapshots(all);
    }

    private static SortedMap<String, SortedMap<String, Long>> byName(SortedMap<Detail, Long> details) {
        SortedMap<String, SortedMap<String, Long>> names = new TreeMap<>();
        details.forEach((detail, count) ->
                names.computeIfAbsent(detail.name(), any -> new TreeMap<>()).put(detail.label(), count));
        return names;
    }

    private static SortedMap<Labels, Long> labelled(String label, SortedMap<String, Long> counts) {
        SortedMap<Labels, Long> labelled = new TreeMap<>();
        counts.forEach((value, count) -> labelled.put(Labels.of(label, value), count));
        return labelled;
    }

    private static MetricSnapshot counter(String name, String help, Map<Labels, Long> counts) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((labels, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) count)
                .build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        GaugeDataPointSnapshot.builder().value((double) value).build())
                .build();
    }
}
