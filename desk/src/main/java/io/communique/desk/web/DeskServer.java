package io.communique.desk.web;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import io.communique.desk.DeskConfig;
import io.communique.desk.DeskCounters;
import io.communique.desk.Operations;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.query.BadQueryException;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoreUnavailableException;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port, and what holds for every answer. */
public final class DeskServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeskServer.class);

    /** Nothing but our own files, no script within a page, no page within another. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Javalin javalin;
    private final Live live;
    private final Answers answers;
    private final Optional<AlertBook> alerts;

    private DeskServer(Javalin javalin, Live live, Answers answers, Optional<AlertBook> alerts) {
        this.javalin = javalin;
        this.live = live;
        this.answers = answers;
        this.alerts = alerts;
    }

    /**
     * Opens the port.
     *
     * @throws IllegalStateException if it is taken
     */
    public static DeskServer start(
            DeskConfig config,
            ReleaseQueries store,
            Operations operations,
            BiFunction<Release, Release, Change> revision,
            Optional<AlertBook> alerts) {
        Clock clock = Clock.systemUTC();
        Access access = new Access(config, clock);
        RateLimit limit = new RateLimit(config.requestsPerSecond(), System::nanoTime);
        Live live = new Live(store);
        Answers answers = new Answers();
        Screen screen = new Screen(access, alerts.isPresent());
        Javalin javalin = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            settings.http.maxRequestSize = 64 << 10;
            settings.http.generateEtags = false;
            settings.requestLogger.http(
                    (context, millis) -> answers.count(context.statusCode(), isStream(context), millis));
            settings.routes.before(context -> admit(context, access, limit));
            new ListingPages(store, live, screen).register(settings.routes);
            new ReleasePage(store, revision, screen).register(settings.routes);
            new FigurePages(store, screen).register(settings.routes);
            new OperatingPages(operations, access, screen, clock).register(settings.routes);
            new ReaderPages(access, screen).register(settings.routes);
            new Api(store, operations, live).register(settings.routes);
            alerts.ifPresent(book -> new AlertPages(book, store, access, screen, clock).register(settings.routes));
            Static.register(settings.routes);
            errors(settings.routes, screen);
        });
        try {
            javalin.start(config.host(), config.port());
        } catch (JavalinBindException e) {
            live.close();
            throw new IllegalStateException("port " + config.port() + " of " + config.host() + " is taken", e);
        }
        return new DeskServer(javalin, live, answers, alerts);
    }

    private static void admit(Context context, Access access, RateLimit limit) {
        HEADERS.forEach(context::header);
        if (!limit.take(access.client(context))) {
            context.header("Retry-After", "1");
            throw new TooManyRequestsResponse("too many requests; wait a second");
        }
        boolean open = context.path().equals("/login") || context.path().startsWith("/static/");
        if (open) {
            return;
        }
        if (isPage(context) && access.hasTokens() && access.role(context) == Access.Role.NOBODY) {
            context.redirect("/login");
            context.skipRemainingHandlers();
        } else {
            access.requireReader(context);
        }
    }

    private static boolean isStream(Context context) {
        return context.path().equals("/cards") || context.path().equals("/api/v1/live");
    }

    private static boolean isPage(Context context) {
        return !context.path().startsWith("/api/")
                && !context.path().startsWith("/feed.")
                && !context.path().equals("/cards");
    }

    private static void errors(RoutesConfig routes, Screen screen) {
        routes.exception(BadQueryException.class, (e, context) -> fail(context, screen, 400, said(e)));
        routes.exception(HttpResponseException.class, (e, context) -> fail(context, screen, e.getStatus(), said(e)));
        routes.exception(
                StoreUnavailableException.class,
                (e, context) -> fail(context, screen, 503, "the store does not answer; try again in a moment"));
        routes.exception(Operations.UnavailableException.class, (e, context) -> {
            log.atWarn().setCause(e).addKeyValue("path", context.path()).log("no answer for a page");
            fail(context, screen, 503, "the brokers do not answer; try again in a moment");
        });
        routes.exception(Exception.class, (e, context) -> {
            log.atError().setCause(e).addKeyValue("path", context.path()).log("a request failed");
            fail(context, screen, 500, "this should not have happened; the desk's log says more");
        });
        routes.error(404, context -> {
            if (String.valueOf(context.result()).startsWith("Endpoint")) {
                fail(context, screen, 404, "there is no such page");
            }
        });
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static void fail(Context context, Screen screen, int status, String message) {
        if (isPage(context)) {
            context.status(status);
            screen.error(context, message);
        } else {
            Problem.send(context, status, title(status), message);
        }
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Who are you?";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 406 -> "Not acceptable";
            case 429 -> "Too many requests";
            case 503 -> "Not available";
            default -> "Failed";
        };
    }

    /** Returns the port that is open. */
    public int port() {
        return javalin.port();
    }

    /** Returns what was answered since the start, and what is open now. */
    public DeskCounters counters() {
        List<AlertBook.Entry> saved = alerts.map(AlertBook::all).orElse(List.of());
        int failing = (int)
                saved.stream().filter(entry -> entry.progress().failures() > 0).count();
        return answers.counters(live.listening(), saved.size(), failing);
    }

    @Override
    public void close() {
        live.close();
        javalin.stop();
    }
}
