package io.communique.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.app.line.Line;
import io.communique.app.line.LineConfig;
import io.communique.ingest.IngestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs under {@code examples/}, run as their README says, against what the demo shows. */
final class ExamplesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @Test
    void bothShowWhatTheMinistryPublishedAndChanged() throws Exception {
        try (DemoSite site = DemoSite.start(0);
                Line line = Line.start(config(), DemoSources.of(site.baseUrl()))) {
            awaitEditions(line, 5);
            site.edit();
            awaitEditions(line, 6);

            assertThat(followChanges(line.brokers().servers()))
                    .contains("published demo-en:101 edition 1")
                    .contains("published demo-ko:202 edition 1")
                    .contains("major revised demo-en:102 edition 2")
                    .containsPattern(" 240000000 EUR -> .* 210000000 EUR");
            money(line.brokers().servers());
        }
    }

    private void money(String brokers) throws Exception {
        if (!isThere("kcat") || !isThere("jq")) {
            String missing = "[examples] examples/money.sh was NOT RUN: it needs kcat and jq (apt-get install kcat jq)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println(missing);
            return;
        }
        Path out = directory.resolve("money.tsv");
        Process money = new ProcessBuilder(PROJECT.resolve("examples/money.sh").toString(), brokers)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(money.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(money.exitValue()).as(Files.readString(out)).isZero();
        assertThat(Files.readAllLines(out))
                .anyMatch(line -> line.startsWith("2026-03-05\tdemo-en\t210000000\tEUR\t"))
                .anyMatch(line -> line.startsWith("2026-03-11T09:00+09:00\tdemo-ko\t4500000000\tKRW\t"))
                .noneMatch(line -> line.contains("240000000"));
    }

    /** It follows for ever: it is stopped once it has shown the edit. */
    private String followChanges(String brokers) throws IOException, InterruptedException {
        Path out = directory.resolve("changes.txt");
        Process follower = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PROJECT.resolve("examples/FollowChanges.java").toString(),
                        brokers))
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            await().atMost(PATIENCE).until(() -> !follower.isAlive() || showsTheEdit(out));
            return Files.readString(out);
        } finally {
            follower.destroy();
            follower.waitFor();
        }
    }

    private static boolean showsTheEdit(Path out) throws IOException {
        return Files.readString(out, UTF_8).contains("-> ");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(java.io.File.pathSeparator), -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static void awaitEditions(Line line, int editions) {
        await().atMost(PATIENCE)
                .until(() -> line.sink().store().editionsAfter(0, 100).size() >= editions);
    }

    private LineConfig config() {
        return new LineConfig(
                directory, 0, IngestConfig.USER_AGENT_DEFAULT, Duration.ofMillis(200), List.of("127.0.0.1"));
    }
}
