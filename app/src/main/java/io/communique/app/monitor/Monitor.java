package io.communique.app.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.communique.contract.json.Json;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A port on which running stages tell how they are: {@code /metrics} in Prometheus' text format, {@code /health} as JSON, with status 503 once one
 * of them gave up.
 */
public final class Monitor implements AutoCloseable {
    private final HTTPServer server;
    private final List<MonitoredStage> stages;

    private Monitor(String host, int port, List<MonitoredStage> stages) throws IOException {
        this.stages = List.copyOf(stages);
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        stages.forEach(stage -> registry.register(new StageMetrics(stage)));
        this.server = HTTPServer.builder()
                .hostname(host)
                .port(port)
                .registry(registry)
                .registerHealthHandler(false)
                .defaultHandler(this::answer)
                .buildAndStart();
    }

    /**
     * Opens the port.
     *
     * @param host address of this machine to listen on
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static Monitor start(String host, int port, List<MonitoredStage> stages) throws IOException {
        return new Monitor(host, port, stages);
    }

    /** Returns the port that is open. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/health")) {
                send(exchange, 404, Map.of("error", "there are /metrics and /health"));
                return;
            }
            SortedMap<String, Object> states = new TreeMap<>();
            boolean well = true;
            for (MonitoredStage stage : stages) {
                Optional<Throwable> failure = stage.failure().get();
                well &= failure.isEmpty();
                states.put(stage.name(), state(stage, failure));
            }
            send(exchange, well ? 200 : 503, Map.of("status", well ? "up" : "down", "stages", states));
        }
    }

    private static Map<String, Object> state(MonitoredStage stage, Optional<Throwable> failure) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("status", failure.isEmpty() ? "up" : "down");
        failure.ifPresent(why -> state.put("reason", why.toString()));
        state.put("taken", stage.account().get().taken());
        stage.topic().ifPresent(topic -> Backlog.of(topic).ifPresent(backlog -> state.put("backlogRecords", backlog)));
        return state;
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] json = Json.mapper().writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : json.length);
        if (!head) {
            exchange.getResponseBody().write(json);
        }
    }
}
