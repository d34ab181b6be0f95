package io.communique.desk.web;

import io.communique.desk.alert.Alert;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.alert.Every;
import io.communique.desk.query.Asked;
import io.communique.desk.view.Labels;
import io.communique.sink.store.ReleaseQueries;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;

/** Saved searches: who is told, how that goes, and making and removing them. For operators: it sends what is said here elsewhere. */
final class AlertPages {
    private final AlertBook book;
    private final ReleaseQueries store;
    private final Access access;
    private final Screen screen;
    private final Clock clock;

    AlertPages(AlertBook book, ReleaseQueries store, Access access, Screen screen, Clock clock) {
        this.book = book;
        this.store = store;
        this.access = access;
        this.screen = screen;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/alerts", this::list);
        routes.post("/alerts", this::add);
        routes.post("/alerts/remove", this::remove);
    }

    private void list(Context context) {
        Asked asked = Requests.asked(context);
        screen.show(
                context,
                "alerts",
                Map.of(
                        "search", asked.address(),
                        "mailing", book.isMailing(),
                        "rows", book.all().stream().map(AlertPages::row).toList()));
    }

    private static Map<String, Object> row(AlertBook.Entry entry) {
        Alert alert = entry.alert();
        return Map.of(
                "id", alert.id(),
                "name", alert.name(),
                "search", alert.search(),
                "to", alert.mailAddress().orElseGet(() -> alert.to().toString()),
                "every", alert.every().map(Labels::of).orElse(""),
                "secret", alert.secret(),
                "told", entry.progress().told(),
                "lastTold", entry.progress().lastTold().map(Object::toString).orElse(""),
                "failures", entry.progress().failures(),
                "reason", entry.progress().reason().orElse(""));
    }

    private void add(Context context) {
        access.requireOperator(context);
        Asked asked = Asked.parse(Requests.optional(context, "search"));
        try {
            book.add(
                    Requests.form(context, "name"),
                    asked,
                    Requests.form(context, "to"),
                    Requests.optional(context, "every").equals("hour") ? Every.HOUR : Every.DAY,
                    store.lastSequence(),
                    clock.instant());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
        context.redirect("/alerts");
    }

    private void remove(Context context) {
        access.requireOperator(context);
        book.remove(Requests.form(context, "id"));
        context.redirect("/alerts");
    }
}
