package io.communique.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.Communique;
import io.communique.app.broker.GuardedBroker;
import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.contract.topic.Brokers;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.sink.Sink;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that speak TLS alone and ask everybody for a password: stages, and the commands beside them. */
final class GuardedBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void stagesAndCommandsGetInWithTheirPasswordAndWithoutItAreToldWhy() throws Exception {
        try (GuardedBroker broker = GuardedBroker.start(directory);
                DemoSite site = DemoSite.start(0)) {
            Brokers brokers = broker.brokers();
            Stages.createTopics(brokers);
            try (Sink sink = Stages.sink(brokers, directory, "a");
                    Enrich enrich = Stages.enrich(brokers, directory, "a");
                    Ingest ingest = Stages.ingest(brokers, DemoSources.of(site.baseUrl()), "a")) {
                await().atMost(PATIENCE).until(() -> sink.counters().stored() >= 5);
                assertThat(enrich.failure()).isEmpty();
                assertThat(ingest.failure()).isEmpty();
            }

            String right = broker.properties("harbour").toString();
            assertThat(run(broker, right, "status", "--watch-seconds", "1")).isZero();
            assertThat(run(broker, right, "sources", "list", "--sources", "../sources"))
                    .isZero();
            assertThat(run(
                            broker,
                            right,
                            "sources",
                            "pause",
                            "at-bmeia",
                            "--reason",
                            "tried",
                            "--sources",
                            "../sources"))
                    .isZero();
            assertThat(run(broker, right, "dead-letters", "list")).isZero();
            String wrong = broker.properties("wrong").toString();
            assertThat(run(broker, wrong, "status", "--watch-seconds", "1")).isEqualTo(1);
            assertThat(run(broker, directory.resolve("none").toString(), "status"))
                    .isEqualTo(2);
        }
    }

    private static int run(GuardedBroker broker, String properties, String... command) {
        String[] all = new String[command.length + 4];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--bootstrap-servers";
        all[command.length + 1] = broker.servers();
        all[command.length + 2] = "--kafka-properties";
        all[command.length + 3] = properties;
        return Communique.commandLine().execute(all);
    }
}
