package io.communique.desk.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import io.communique.contract.status.SourceStatus;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a webhook is sent. */
final class Message {
    private Message() {}

    /** Returns what names an event: the same edition of a release is told once. */
    static String event(Alert alert, Release release) {
        return alert.id() + "/" + release.id() + "/" + release.edition() + "/"
                + (release.state() == Release.State.WITHDRAWN ? "withdrawn" : "published");
    }

    /**
     * Returns the message's bytes.
     *
     * @param incomplete sources of the search that are not complete now; empty if that could not be asked
     */
    static byte[] body(Alert alert, Release release, Optional<List<SourceStatus>> incomplete) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("id", release.id());
        about.put("edition", release.edition());
        about.put("state", release.state());
        about.put("title", release.title());
        about.put("publisher", release.publisher().map(Publisher::name));
        about.put("source", release.source());
        about.put("published", release.published().at());
        about.put("original", release.url());
        about.put("firstSeenAt", release.firstSeenAt());
        about.put("fetchedAt", release.fetchedAt());
        about.put("pageSha256", release.provenance().pageSha256());
        about.put("figures", release.figures());
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("schema", "alert-event/1");
        message.put("id", event(alert, release));
        message.put("alert", Map.of("id", alert.id(), "name", alert.name(), "search", alert.search()));
        message.put("release", about);
        message.put(
                "incompleteSources",
                incomplete
                        .map(sources -> sources.stream().map(Message::said).toList())
                        .orElse(null));
        return Json.mapper().writeValueAsBytes(message);
    }

    private static Map<String, Object> said(SourceStatus status) {
        return Map.of(
                "source",
                status.source(),
                "state",
                status.state(),
                "reason",
                status.reason().orElse(""));
    }

    /**
     * Returns the header that shows who sent it: HMAC-SHA-256 (RFC 2104) of the time, a dot and the body. A receiver refuses old times, so
     * that nobody can send it again.
     */
    static String signature(Alert alert, byte[] body, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(alert.secret().getBytes(UTF_8), "HmacSHA256"));
            mac.update((now.getEpochSecond() + ".").getBytes(UTF_8));
            return "t=" + now.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
