package io.communique.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.sink.Sink;
import io.communique.sink.store.StoredEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's backup knows how far it had come: put back, it takes what came since from the topic, each once. */
final class RestoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void anOldBackupGetsWhatCameSince() throws Exception {
        Path backup = directory.resolve("backup.db");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                DemoSite site = DemoSite.start(0)) {
            Stages.createTopics(broker.brokers());
            try (Enrich enrich = Stages.enrich(broker.brokers(), directory, "a");
                    Ingest ingest = Stages.ingest(broker.brokers(), DemoSources.of(site.baseUrl()), "a")) {
                stored(broker, 5);
                Files.copy(store(), backup);
                site.edit();
                List<String> whole = stored(broker, 6);

                Files.copy(backup, store(), StandardCopyOption.REPLACE_EXISTING);
                assertThat(stored(broker, 6)).containsExactlyInAnyOrderElementsOf(whole);
                assertThat(enrich.failure()).isEmpty();
                assertThat(ingest.failure()).isEmpty();
            }
        }
    }

    private Path store() {
        return directory.resolve("releases.db");
    }

    /** Runs a sink until so many editions are there; closed, a SQLite store is one file. */
    private List<String> stored(EmbeddedBroker broker, int editions) throws IOException {
        List<String> found;
        try (Sink sink = Stages.sink(broker.brokers(), directory, "a")) {
            await().atMost(PATIENCE).until(() -> editions(sink).size() >= editions);
            found = editions(sink);
        }
        assertThat(Files.exists(directory.resolve("releases.db-wal"))).isFalse();
        return found;
    }

    private static List<String> editions(Sink sink) {
        return sink.store().editionsAfter(0, 100).stream()
                .map(StoredEdition::release)
                .map(release -> release.id() + " " + release.edition())
                .toList();
    }
}
