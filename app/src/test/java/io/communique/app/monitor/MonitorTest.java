package io.communique.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.app.monitor.MonitoredStage.Account;
import io.communique.app.monitor.MonitoredStage.Detail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MonitorTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    private Monitor monitor;

    @BeforeEach
    void start() throws IOException {
        MonitoredStage press = new MonitoredStage(
                "press",
                () -> new Account(
                        7,
                        new TreeMap<>(Map.of("printed", 4L, "spoilt", 2L)),
                        new TreeMap<>(Map.of(new Detail("spoilt", "ink"), 2L)),
                        new TreeMap<>(Map.of("rolls", 3L))),
                Optional.of("no.such.topic"),
                failure::get);
        monitor = Monitor.start("127.0.0.1", 0, List.of(press));
    }

    @AfterEach
    void stop() {
        monitor.close();
    }

    @Test
    void metricsGiveTheAccountAndWhatIsOpen() throws Exception {
        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(metrics.body().lines())
                .contains(
                        "communique_press_taken_total 7.0",
                        "communique_press_outcomes_total{outcome=\"printed\"} 4.0",
                        "communique_press_outcomes_total{outcome=\"spoilt\"} 2.0",
                        "communique_press_spoilt_total{kind=\"ink\"} 2.0",
                        "communique_press_rolls 3.0",
                        "communique_press_open 1.0",
                        "communique_press_up 1.0")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                .noneMatch(line -> line.contains("backlog"));
    }

    @Test
    void healthIsGoodUntilAStageGivesUpAndThenSaysWhy() throws Exception {
        HttpResponse<String> well = get("/health");
        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body()).contains("\"status\":\"up\"", "\"taken\":7");

        failure.set(Optional.of(new IllegalStateException("the \"press\" stands still")));

        HttpResponse<String> down = get("/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("\"status\":\"down\"", "the \\\"press\\\" stands still");
        assertThat(get("/metrics").body()).contains("communique_press_up 0.0");
    }

    @Test
    void otherAddressesSayWhatThereIs() throws Exception {
        HttpResponse<String> other = get("/");

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("/metrics", "/health");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + monitor.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
