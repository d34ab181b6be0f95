package io.communique.desk.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.desk.OpenDesk;
import io.communique.desk.query.Asked;
import io.communique.sink.store.Releases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AlertsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final URI HOOK = URI.create("https://hooks.example/1");

    private final List<Sent> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    @TempDir
    private Path directory;

    private OpenDesk desk;

    @BeforeEach
    void open() {
        desk = new OpenDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private int post(URI to, Map<String, String> headers, byte[] body) throws IOException {
        int left = refusals.getAndUpdate(count -> Math.max(0, count - 1));
        if (left > 1) {
            throw new IOException("no answer");
        }
        if (left == 1) {
            return 500;
        }
        taken.add(new Sent(to, headers, Bytes.copyOf(body)));
        return 204;
    }

    private Alert save(String search, long after) {
        return desk.alerts.add("Ministers", Asked.parse(search), HOOK.toString(), Every.DAY, after, Instant.now());
    }

    @Test
    void eachEditionIsToldOnceInOrderAndSigned() throws Exception {
        desk.store(Releases.release("old", 1));
        Alert alert = save("q=minister", 1);
        try (AlertTeller teller = desk.telling(this::post)) {
            desk.store(Releases.release("1", 1), Releases.release("2", 1));
            await().atMost(PATIENCE).until(() -> taken.size() == 2);
            desk.store(Releases.release("1", 2));
            await().atMost(PATIENCE).until(() -> taken.size() == 3);
            assertThat(teller).isNotNull();
        }

        assertThat(taken)
                .extracting(sent -> sent.headers().get("Communique-Event"))
                .containsExactly(
                        alert.id() + "/ports:1/1/published",
                        alert.id() + "/ports:2/1/published",
                        alert.id() + "/ports:1/2/published");
        Sent first = taken.get(0);
        JsonNode message = Json.mapper().readTree(first.body().toArray());
        assertThat(message.at("/release/original").asString()).isEqualTo("https://ports.example/1");
        assertThat(message.at("/release/pageSha256").asString()).isEqualTo("ab");
        assertThat(message.at("/incompleteSources/0/source").asString()).isEqualTo("ports");
        assertThat(message.at("/incompleteSources/0/state").asString()).isEqualTo("stale");
        String signature = first.headers().get("Communique-Signature");
        String time = signature.substring(2, signature.indexOf(','));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(alert.secret().getBytes(UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(UTF_8));
        assertThat(signature)
                .endsWith("v1="
                        + HexFormat.of().formatHex(mac.doFinal(first.body().toArray())));
    }

    @Test
    void whatIsNotTakenIsSentAgainAndTheRestWaits() {
        refusals.set(2);
        save("", 0);
        try (AlertTeller teller = desk.telling(this::post)) {
            desk.store(Releases.release("1", 1), Releases.release("2", 1));
            await().atMost(PATIENCE)
                    .until(() -> desk.alerts.all().get(0).progress().failures() == 2);
            assertThat(desk.alerts.all().get(0).progress().reason()).contains("it answered 500");
            await().atMost(PATIENCE).until(() -> taken.size() == 2);
            assertThat(teller).isNotNull();
        }
        assertThat(desk.alerts.all().get(0).progress().failures()).isZero();
        assertThat(desk.alerts.all().get(0).progress().told()).isEqualTo(2);
    }

    @Test
    void aRestartGoesOnBehindWhatWasTaken() {
        save("", 0);
        try (AlertTeller teller = desk.telling(this::post)) {
            desk.store(Releases.release("1", 1));
            await().atMost(PATIENCE).until(() -> taken.size() == 1);
            assertThat(teller).isNotNull();
        }
        desk.close();
        desk = new OpenDesk(directory);
        try (AlertTeller teller = desk.telling(this::post)) {
            desk.store(Releases.release("2", 1));
            await().atMost(PATIENCE).until(() -> taken.size() == 2);
            assertThat(teller).isNotNull();
        }
        assertThat(taken)
                .extracting(sent -> sent.headers().get("Communique-Event").split("/", 2)[1])
                .containsExactly("ports:1/1/published", "ports:2/1/published");
    }

    @Test
    void operatorsSaveAndRemoveSearchesOnThePage() throws Exception {
        String own = "http://127.0.0.1:" + desk.at("/").getPort();
        String form = "search=country%3DNO&name=Norway&to=" + Asked.encoded(HOOK.toString());

        assertThat(desk.post("/alerts", form).statusCode()).isEqualTo(403);
        assertThat(desk.post("/alerts", form, "Origin", own).statusCode()).isEqualTo(302);
        assertThat(desk.get("/alerts").body()).contains("Norway", "https://hooks.example/1");
        for (String wrong : List.of("to=ftp://x.example/", "to=https://u:p@x.example/", "to=nothing")) {
            assertThat(desk.post("/alerts", "name=x&search=&" + wrong, "Origin", own)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(desk.post("/alerts", "name=x&search=from%3Dsoon&to=https://x.example/", "Origin", own)
                        .statusCode())
                .isEqualTo(400);
        desk.post("/alerts/remove", "id=" + desk.alerts.all().get(0).alert().id(), "Origin", own);
        assertThat(desk.alerts.all()).isEmpty();
    }

    private record Sent(URI to, Map<String, String> headers, Bytes body) {}
}
