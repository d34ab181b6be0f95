package io.communique.desk;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.alert.AlertTeller;
import io.communique.desk.alert.Courier;
import io.communique.desk.alert.MailRules;
import io.communique.desk.alert.Postman;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A desk over an empty store, and a client that follows nothing by itself. */
public final class OpenDesk implements AutoCloseable {
    /** The line that it shows. */
    public final QuietLine line = new QuietLine();

    /** Its saved searches. */
    public final AlertBook alerts;

    private final ReleaseStore store;
    private final Desk desk;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Opens one that anybody on this machine may use. */
    public OpenDesk(Path directory) {
        this(directory, DeskConfig.local(0));
    }

    /** Opens one. */
    public OpenDesk(Path directory, DeskConfig config) {
        store = Stores.open(StoreAddress.file(directory.resolve("desk.db")));
        alerts = AlertBook.open(directory.resolve("alerts"), true);
        desk = Desk.start(
                config,
                store,
                line,
                (before, after) -> Change.of(Change.Kind.PUBLISHED, after, after.fetchedAt()),
                Optional.of(alerts));
    }

    /** Stores releases. */
    public void store(Release... releases) {
        store.store(List.of(releases), List.of());
    }

    /** Begins to tell the saved searches. */
    public AlertTeller telling(Courier courier) {
        return AlertTeller.start(alerts, courier, Optional.empty(), store, line, Clock.systemUTC());
    }

    /** Begins to mail the saved searches. */
    public AlertTeller mailing(Postman postman, MailRules rules, Clock clock) {
        Courier nobody = (to, headers, body) -> 500;
        return AlertTeller.start(
                alerts, nobody, Optional.of(new AlertTeller.Mails(postman, rules)), store, line, clock);
    }

    /** Returns what the desk has answered. */
    public DeskCounters counters() {
        return desk.counters();
    }

    /** Returns an address of the desk. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + desk.port() + path);
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends anything. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        desk.close();
        alerts.close();
        store.close();
    }
}
