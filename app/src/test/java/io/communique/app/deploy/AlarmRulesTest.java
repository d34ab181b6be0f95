package io.communique.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.monitor.Monitor;
import io.communique.app.monitor.MonitoredStage;
import io.communique.app.operate.RunningLine;
import io.communique.contract.json.Json;
import io.communique.contract.topic.Topics;
import io.communique.desk.Desk;
import io.communique.desk.DeskConfig;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.edition.Revision;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import io.communique.sink.store.StoreAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An alarm on a metric that nobody exports would never ring, and a panel of one stays empty. */
final class AlarmRulesTest {
    private static final Pattern METRIC = Pattern.compile("(?:communique|jvm|process)_[a-z_]+(\\{[^}]*})?");

    private static final Path DEPLOY = Path.of("..", "deploy");

    @TempDir
    Path directory;

    @Test
    void everyAlarmIsExplainedAndWatchesWhatTheStagesExport() throws Exception {
        JsonNode rules = new YAMLMapper()
                .readTree(DEPLOY.resolve("prometheus").resolve("alerts.yml").toFile())
                .at("/groups/0/rules");
        String manual = Files.readString(Path.of("..", "docs", "operating.md"));
        String exported = exported();

        assertThat(rules).isNotEmpty();
        for (JsonNode rule : rules) {
            assertThat(manual).contains("| `" + rule.path("alert").asString() + "` |");
            assertExported(
                    exported, rule.path("alert").asString(), rule.path("expr").asString());
        }
        JsonNode dashboard = Json.mapper()
                .readTree(DEPLOY.resolve("grafana")
                        .resolve("dashboards")
                        .resolve("communique.json")
                        .toFile());
        assertThat(dashboard.path("panels")).isNotEmpty();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo("communique-prometheus");
            for (JsonNode target : panel.path("targets")) {
                assertExported(
                        exported,
                        panel.path("title").asString(),
                        target.path("expr").asString());
            }
        }
    }

    private static void assertExported(String exported, String what, String expression) {
        Set<String> metrics = metrics(expression);
        assertThat(metrics).as(what).isNotEmpty();
        for (String metric : metrics) {
            assertThat(exported).as(what).contains("\n" + metric);
        }
    }

    private static Set<String> metrics(String expression) {
        Set<String> metrics = new TreeSet<>();
        Matcher matcher = METRIC.matcher(expression);
        while (matcher.find()) {
            metrics.add(matcher.group());
        }
        return metrics;
    }

    /** What all stages export once they are at work. */
    private String exported() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
            try (Admin admin = Admin.create(broker.brokers().settings())) {
                Topics.createMissing(admin, 1, (short) 1);
            }
            try (Ingest ingest = Ingest.start(ingestConfig(broker), SourceCatalogue.of(List.of()));
                    Enrich enrich = Enrich.start(
                            new EnrichConfig(broker.brokers(), directory.resolve("enrich"), 1, Optional.empty()));
                    Sink sink = Sink.start(new SinkConfig(
                            broker.brokers(), StoreAddress.file(directory.resolve("releases.db")), Optional.empty()));
                    Desk desk = Desk.start(
                            DeskConfig.local(0),
                            sink.store(),
                            new RunningLine(broker.brokers()),
                            Revision::between,
                            Optional.empty());
                    Monitor monitor = Monitor.start(
                            "127.0.0.1",
                            0,
                            List.of(
                                    MonitoredStage.of(ingest),
                                    MonitoredStage.of(enrich),
                                    MonitoredStage.of(sink),
                                    MonitoredStage.of(desk)))) {
                return Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> get(monitor.port()),
                                text -> text.contains("enrich_backlog") && text.contains("sink_backlog"));
            }
        }
    }

    private static IngestConfig ingestConfig(EmbeddedBroker broker) {
        return new IngestConfig(
                broker.brokers(),
                IngestConfig.USER_AGENT_DEFAULT,
                Duration.ofSeconds(1),
                IngestConfig.REQUEST_TIMEOUT_DEFAULT,
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                List.of(),
                Optional.empty());
    }

    private static String get(int port) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
