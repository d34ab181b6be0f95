package io.communique.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.page.Bytes;
import io.communique.contract.release.Release;
import io.communique.desk.Operations;
import io.communique.desk.query.Asked;
import io.communique.sink.store.NumberedRelease;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoredFigure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code /api/v1}: what pages show, for programs; and feeds. */
final class Api {
    private static final int FACETS_AMONG = 300;
    private static final int FACETS_EACH = 20;
    private static final int FIGURES_OF = 200;
    private static final int FEED_ITEMS = 50;

    private final ReleaseQueries store;
    private final Operations operations;
    private final Live live;

    Api(ReleaseQueries store, Operations operations, Live live) {
        this.store = store;
        this.operations = operations;
        this.live = live;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/openapi.json", context -> json(context, openApi()));
        routes.get("/api/v1/releases", this::releases);
        routes.get("/api/v1/releases/{id}", this::release);
        routes.get("/api/v1/releases/{id}/editions", this::editions);
        routes.get("/api/v1/facets", this::facets);
        routes.get("/api/v1/figures", this::figures);
        routes.get("/api/v1/figures.csv", this::figuresCsv);
        routes.get("/api/v1/sources", context -> json(context, Map.of("items", operations.sources())));
        routes.before("/api/v1/live", Api::requireStream);
        routes.sse("/api/v1/live", this::live);
        routes.get("/feed.atom", this::atom);
        routes.get("/feed.json", this::jsonFeed);
    }

    /**
     * The newest first; or, with {@code after}, the oldest first behind it: a program that goes on from {@code next} misses none and has none
     * twice, whatever comes meanwhile.
     */
    private void releases(Context context) {
        Asked asked = Requests.asked(context);
        int limit = Requests.limit(context);
        Optional<Long> after = Requests.number(context, "after");
        List<NumberedRelease> found = after.isPresent()
                ? store.releasesAfter(asked.query(), after.get(), limit)
                : store.newest(asked.query(), Requests.before(context), limit);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", found.stream().map(NumberedRelease::release).toList());
        page.put("next", next(context, asked, after, limit, found).orElse(null));
        json(context, page);
    }

    /** One who goes forwards can always go on: what is not there yet comes. */
    private static Optional<String> next(
            Context context, Asked asked, Optional<Long> after, int limit, List<NumberedRelease> found) {
        if (after.isEmpty() && found.size() < limit) {
            return Optional.empty();
        }
        long last =
                found.isEmpty() ? after.orElse(0L) : found.get(found.size() - 1).number();
        String cursor = (after.isPresent() ? "after=" : "before=") + last + "&limit=" + limit;
        return Optional.of(Requests.home(context) + Requests.address("/api/v1/releases", asked, cursor));
    }

    private void release(Context context) {
        String id = context.pathParam("id");
        json(context, store.current(id).orElseThrow(() -> noRelease(id)));
    }

    private static NotFoundResponse noRelease(String id) {
        return new NotFoundResponse("there is no release " + id);
    }

    private void editions(Context context) {
        String id = context.pathParam("id");
        List<Release> editions = store.editions(id);
        if (editions.isEmpty()) {
            throw noRelease(id);
        }
        json(context, Map.of("items", editions));
    }

    private void facets(Context context) {
        json(context, store.facets(Requests.asked(context).query(), FACETS_AMONG, FACETS_EACH));
    }

    private List<StoredFigure> figures(Context context, Asked asked) {
        return store.figures(asked.query(), Requests.before(context), FIGURES_OF);
    }

    private void figures(Context context) {
        Asked asked = Requests.asked(context);
        json(context, Map.of("items", figures(context, asked)));
    }

    private void figuresCsv(Context context) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "release",
                    "source",
                    "published",
                    "title",
                    "text",
                    "kind",
                    "value",
                    "low",
                    "high",
                    "unit",
                    "about",
                    "change",
                    "from",
                    "to");
            for (StoredFigure figure : figures(context, Requests.asked(context))) {
                csv.printRecord(Figures.row(figure));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.header("Content-Disposition", "attachment; filename=\"figures.csv\"");
        send(context, "text/csv; charset=utf-8", text.toString().getBytes(UTF_8));
    }

    /** Javalin begins a stream for those alone who say that they take one. */
    private static void requireStream(Context context) {
        if (!String.valueOf(context.header("Accept")).contains("text/event-stream")) {
            throw new HttpResponseException(406, "this is a stream: send Accept: text/event-stream");
        }
    }

    private void live(SseClient client) {
        if (!live.listen(client, Requests.asked(client.ctx()), Live::json)) {
            Problem.send(client.ctx(), 503, "Too many listeners", "try again later");
        }
    }

    private void atom(Context context) {
        Asked asked = Requests.asked(context);
        String home = Requests.home(context);
        byte[] feed = Feeds.atom(Feeds.title(asked), home + Requests.address("/feed.atom", asked), home, newest(asked));
        send(context, "application/atom+xml; charset=utf-8", feed);
    }

    private void jsonFeed(Context context) {
        Asked asked = Requests.asked(context);
        String home = Requests.home(context);
        String feed = Feeds.json(Feeds.title(asked), home + Requests.address("/feed.json", asked), home, newest(asked));
        send(context, "application/feed+json", feed.getBytes(UTF_8));
    }

    private List<NumberedRelease> newest(Asked asked) {
        return store.newest(asked.query(), Long.MAX_VALUE, FEED_ITEMS);
    }

    private static Object openApi() {
        try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void json(Context context, Object value) {
        send(context, "application/json", Json.mapper().writeValueAsBytes(value));
    }

    /** Sends bytes, or says that they are the ones that the client has (RFC 9110, section 13.1.2). */
    static void send(Context context, String type, byte[] bytes) {
        String etag = '"' + Bytes.copyOf(bytes).sha256().substring(0, 32) + '"';
        context.header("ETag", etag).header("Cache-Control", "no-cache");
        if (etag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(type).result(bytes);
        }
    }
}
