package io.communique.app.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.communique.app.operate.WebhookCourier;
import io.communique.ingest.fetch.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WebhookCourierTest {
    @Test
    void aWebhookInsideTheOperatorsNetworkIsNotReached() {
        WebhookCourier courier = new WebhookCourier(new AddressGuard(List.of()), "test");

        for (String inside : List.of("http://127.0.0.1:9/", "http://localhost/", "http://169.254.169.254/latest")) {
            assertThatThrownBy(() -> courier.post(URI.create(inside), Map.of(), new byte[0]))
                    .as(inside)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("off limits");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            WebhookCourier courier = new WebhookCourier(new AddressGuard(List.of("127.0.0.1")), "test");
            URI hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");

            assertThat(courier.post(hook, Map.of("X", "y"), "{}".getBytes(UTF_8)))
                    .isEqualTo(302);
            assertThat(asked).containsExactly("POST /hook {}");
        } finally {
            server.stop(0);
        }
    }
}
