package io.communique.app.operate;

import io.communique.desk.alert.Courier;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.ingest.fetch.GuardedHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts to webhooks, through the same guard as ingest's requests; what they answer beyond the status is not read. */
public final class WebhookCourier implements Courier {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final OkHttpClient client;
    private final String userAgent;

    /**
     * Makes one.
     *
     * @param userAgent sent with each message
     */
    public WebhookCourier(AddressGuard guard, String userAgent) {
        this.client = GuardedHttp.builder(guard).callTimeout(ANSWER).build();
        this.userAgent = userAgent;
    }

    @Override
    public int post(URI to, Map<String, String> headers, byte[] body) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(to.toString())
                .header("User-Agent", userAgent)
                .post(RequestBody.create(body));
        headers.forEach(request::header);
        try (Response answer = client.newCall(request.build()).execute()) {
            return answer.code();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
