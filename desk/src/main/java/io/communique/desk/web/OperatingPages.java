package io.communique.desk.web;

import io.communique.contract.status.SourceStatus;
import io.communique.desk.Operations;
import io.communique.desk.view.SourceRow;
import io.communique.desk.view.StageRow;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sources and the line, and what operators do there. */
final class OperatingPages {
    private static final int LETTERS = 100;
    private static final int REASON_MAX = 300;

    private final Operations operations;
    private final Access access;
    private final Screen screen;
    private final Clock clock;

    OperatingPages(Operations operations, Access access, Screen screen, Clock clock) {
        this.operations = operations;
        this.access = access;
        this.screen = screen;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/sources", this::sources);
        routes.post("/sources/pause", this::pause);
        routes.post("/sources/resume", this::resume);
        routes.get("/pipeline", this::pipeline);
        routes.post("/pipeline/retry", this::retry);
    }

    private void sources(Context context) {
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "rows",
                operations.sources().stream()
                        .sorted(Comparator.comparing(
                                        (SourceStatus source) -> source.state() == SourceStatus.State.COMPLETE)
                                .thenComparing(SourceStatus::source))
                        .map(source -> SourceRow.of(source, now))
                        .toList());
        screen.show(context, "sources", values);
    }

    private void pause(Context context) {
        access.requireOperator(context);
        String reason = Requests.form(context, "reason");
        operations.pause(Requests.form(context, "source"), reason.substring(0, Math.min(reason.length(), REASON_MAX)));
        context.redirect("/sources");
    }

    private void resume(Context context) {
        access.requireOperator(context);
        operations.resume(Requests.form(context, "source"));
        context.redirect("/sources");
    }

    private void pipeline(Context context) {
        pipeline(context, "");
    }

    private void pipeline(Context context, String refused) {
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "stages",
                operations.stages().stream()
                        .map(stage -> StageRow.of(stage, now))
                        .toList());
        values.put(
                "letters",
                operations.deadLetters(LETTERS).stream()
                        .map(OperatingPages::letter)
                        .toList());
        values.put("refused", refused);
        screen.show(context, "pipeline", values);
    }

    private static Map<String, Object> letter(Operations.DeadLetter letter) {
        return Map.of(
                "place", letter.place(),
                "stage", letter.stage(),
                "reason", letter.reason(),
                "subject", letter.subject().orElse(""),
                "at", letter.at().toString(),
                "retriable", letter.retriable());
    }

    private void retry(Context context) {
        access.requireOperator(context);
        Optional<String> refused = operations.retry(Requests.form(context, "place"));
        if (refused.isPresent()) {
            context.status(409);
            pipeline(context, refused.get());
        } else {
            context.redirect("/pipeline");
        }
    }
}
