package io.communique.desk.web;

import io.communique.contract.change.Change;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Release;
import io.communique.contract.status.SourceStatus;
import io.communique.desk.Operations;
import io.communique.desk.query.Asked;
import io.communique.desk.view.Card;
import io.communique.desk.view.Chart;
import io.communique.desk.view.Chip;
import io.communique.desk.view.EditionView;
import io.communique.desk.view.FigureRow;
import io.communique.desk.view.Group;
import io.communique.desk.view.Highlight;
import io.communique.desk.view.Html;
import io.communique.desk.view.Labels;
import io.communique.desk.view.MarkedText;
import io.communique.desk.view.SourceRow;
import io.communique.desk.view.StageRow;
import io.communique.sink.store.Facets;
import io.communique.sink.store.NumberedRelease;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredFigure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import io.javalin.http.sse.SseClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The desk's pages. Each is whole without script. */
final class Pages {
    private static final int TODAY = 40;
    private static final int FACETS_AMONG = 300;
    private static final int FACETS_EACH = 8;
    private static final int NAMED = 50;
    private static final int FIGURES_OF = 60;
    private static final int POINTS_OF = 300;
    private static final int LETTERS = 100;
    private static final int REASON_MAX = 300;
    private static final String LANGUAGE = "communique-language";

    private static final List<String> KINDS =
            Stream.of(Figure.Kind.values()).map(Labels::of).toList();

    private final ReleaseQueries store;
    private final Operations operations;
    private final BiFunction<Release, Release, Change> revision;
    private final Access access;
    private final Live live;
    private final boolean alerting;
    private final Clock clock;
    private final Html html = new Html();

    Pages(
            ReleaseQueries store,
            Operations operations,
            BiFunction<Release, Release, Change> revision,
            Access access,
            Live live,
            boolean alerting,
            Clock clock) {
        this.store = store;
        this.operations = operations;
        this.revision = revision;
        this.access = access;
        this.live = live;
        this.alerting = alerting;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::today);
        routes.get("/search", this::search);
        routes.get("/release", this::release);
        routes.get("/named", this::named);
        routes.get("/figures", this::figures);
        routes.get("/sources", this::sources);
        routes.post("/sources/pause", this::pause);
        routes.post("/sources/resume", this::resume);
        routes.get("/pipeline", this::pipeline);
        routes.post("/pipeline/retry", this::retry);
        routes.get("/language", this::language);
        routes.get("/login", context -> show(context, "login", Map.of("failed", false)));
        routes.post("/login", this::signIn);
        routes.post("/logout", this::signOut);
        routes.sse("/cards", this::cards);
    }

    private void today(Context context) {
        Asked asked = Requests.asked(context);
        List<NumberedRelease> newest = store.newest(asked.query(), Requests.before(context), TODAY);
        Map<String, Object> values = listing(asked, newest, TODAY, "/");
        values.put("facets", facets(asked, store.facets(asked.query(), FACETS_AMONG, FACETS_EACH), "/"));
        show(context, "today", values);
    }

    private void search(Context context) {
        Asked asked = Requests.asked(context);
        int limit = Requests.limit(context);
        ReleaseQuery query = asked.query();
        Facets facets = store.facets(query, FACETS_AMONG, FACETS_EACH);
        Map<String, Object> values =
                listing(asked, store.newest(query, Requests.before(context), limit), limit, "/search");
        values.put("facets", facets(asked, facets, "/search"));
        values.put("among", facets.among());
        values.put("complete", facets.complete());
        values.put("kinds", KINDS);
        show(context, "search", values);
    }

    /** What pages with a list of releases share. */
    private static Map<String, Object> listing(Asked asked, List<NumberedRelease> found, int limit, String path) {
        Highlight highlight = Highlight.of(asked.first("q").orElse(""));
        Map<String, Object> values = new HashMap<>();
        values.put("asked", first(asked));
        values.put("chips", chips(asked, path));
        values.put(
                "cards",
                found.stream()
                        .map(one -> Card.of(one.number(), one.release(), highlight))
                        .toList());
        values.put("address", asked.address());
        values.put(
                "older",
                found.size() < limit
                        ? ""
                        : Requests.address(
                                path,
                                asked,
                                "before=" + found.get(found.size() - 1).number()));
        return values;
    }

    /** Every parameter's first value, for the form; empty text for what is not asked. */
    private static Map<String, String> first(Asked asked) {
        Map<String, String> first = new LinkedHashMap<>();
        Asked.NAMES.forEach(name -> first.put(name, asked.first(name).orElse("")));
        return first;
    }

    /** What restricts, each with the address of the search without it. */
    private static List<Chip> chips(Asked asked, String path) {
        List<Chip> chips = new ArrayList<>();
        asked.values()
                .forEach((name, values) -> values.forEach(value ->
                        chips.add(new Chip(name, value, 0, Requests.address(path, asked.without(name, value))))));
        return chips;
    }

    private static List<Group<Chip>> facets(Asked asked, Facets facets, String path) {
        List<Group<Chip>> all = new ArrayList<>();
        all.add(new Group<>("source", chips(asked, path, "source", facets.sources())));
        all.add(new Group<>("country", chips(asked, path, "country", facets.countries())));
        for (Entity.Type type : Entity.Type.values()) {
            String name = Labels.of(type);
            all.add(new Group<>(name, chips(asked, path, name, facets.names().getOrDefault(type, List.of()))));
        }
        List<Facets.Count<String>> kinds = facets.kinds().stream()
                .map(count -> new Facets.Count<>(Labels.of(count.value()), count.releases()))
                .toList();
        all.add(new Group<>("kind", chips(asked, path, "kind", kinds)));
        all.add(new Group<>("currency", chips(asked, path, "unit", facets.currencies())));
        return filled(all);
    }

    private static <T> List<Group<T>> filled(List<Group<T>> groups) {
        return groups.stream().filter(group -> !group.items().isEmpty()).toList();
    }

    private static List<Chip> chips(Asked asked, String path, String name, List<Facets.Count<String>> counts) {
        return counts.stream()
                .filter(count -> !asked.all(name).contains(count.value()))
                .map(count -> new Chip(
                        name, count.value(), count.releases(), Requests.address(path, asked.with(name, count.value()))))
                .toList();
    }

    private void release(Context context) {
        String id = Requests.required(context, "id");
        List<Release> editions = store.editions(id);
        Release release = editions.stream()
                .reduce((a, b) -> b)
                .orElseThrow(() -> new NotFoundResponse("there is no release " + id));
        Map<String, Object> values = new HashMap<>();
        values.put("card", Card.of(0, release));
        values.put("subtitle", release.subtitle().orElse(""));
        values.put("url", release.url().toString());
        values.put("parts", MarkedText.of(release).parts(release.blocks()));
        values.put("names", names(release));
        values.put("figures", release.figures().stream().map(FigureRow::of).toList());
        values.put("dates", release.dates().stream().map(Pages::date).distinct().toList());
        values.put("files", release.attachments().stream().map(Pages::file).toList());
        values.put(
                "sameAs",
                release.sameAs().stream()
                        .map(other -> Map.of("id", other, "address", Card.address(other)))
                        .toList());
        values.put("editions", editionViews(editions));
        values.put("sha256", release.provenance().pageSha256());
        values.put("enricher", release.provenance().enricher());
        values.put("fetched", release.fetchedAt().toString());
        values.put("publishedFrom", Labels.of(release.published().from()));
        show(context, "release", values);
    }

    private static List<Group<Map<String, String>>> names(Release release) {
        List<Group<Map<String, String>>> names = new ArrayList<>();
        for (Entity.Type type : Entity.Type.values()) {
            String label = Labels.of(type);
            names.add(new Group<>(
                    label,
                    release.entities().stream()
                            .filter(entity -> entity.type() == type)
                            .map(entity -> Map.of(
                                    "name", entity.name(),
                                    "role", entity.role().orElse(""),
                                    "address", MarkedText.named(label, entity.name())))
                            .toList()));
        }
        return filled(names);
    }

    private static Map<String, String> date(DateMention date) {
        return Map.of("text", date.text(), "days", Labels.days(date.from(), date.to()));
    }

    /** Only an address of the web is a link: a page may say what it likes. */
    private static Map<String, String> file(Attachment file) {
        return Map.of(
                "name", file.name(),
                "address",
                        file.url().filter(url -> url.matches("(?i)https?://.*")).orElse(""),
                "extraction", Labels.of(file.extraction()));
    }

    /** The newest first, each with what it changed in the one before. */
    private List<EditionView> editionViews(List<Release> editions) {
        List<EditionView> views = new ArrayList<>();
        for (int i = editions.size() - 1; i >= 0; i--) {
            Release edition = editions.get(i);
            views.add(
                    i == 0
                            ? EditionView.first(edition)
                            : EditionView.of(edition, revision.apply(editions.get(i - 1), edition)));
        }
        return views;
    }

    private void named(Context context) {
        Asked asked = Requests.asked(context);
        Map.Entry<String, List<String>> one = asked.values().entrySet().stream()
                .filter(entry -> asked.values().size() == 1
                        && entry.getValue().size() == 1
                        && Asked.NAMED.contains(entry.getKey()))
                .findFirst()
                .orElseThrow(
                        () -> new BadRequestResponse("the address names one person, organization, place or event"));
        String type = one.getKey();
        String name = one.getValue().get(0);
        List<NumberedRelease> found = store.newest(asked.query(), Requests.before(context), NAMED);
        if (found.isEmpty()) {
            throw new NotFoundResponse("no release names " + name);
        }
        Map<String, Object> values = listing(asked, found, NAMED, "/named");
        values.put("type", type);
        values.put("name", name);
        values.put("roles", roles(type, name, found));
        values.put("together", together(asked, type, name));
        show(context, "named", values);
    }

    /** Roles in the order of time, each with the first and the last day that it was given. */
    private static List<Map<String, String>> roles(String type, String name, List<NumberedRelease> newestFirst) {
        Map<String, String[]> spans = new LinkedHashMap<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Release release = newestFirst.get(i).release();
            String day = release.published().at().orElse(release.firstSeenAt().toString());
            release.entities().stream()
                    .filter(entity -> Labels.of(entity.type()).equals(type)
                            && entity.name().equals(name))
                    .flatMap(entity -> entity.role().stream())
                    .forEach(role -> spans.computeIfAbsent(role, key -> new String[] {day, day})[1] = day);
        }
        return spans.entrySet().stream()
                .map(span ->
                        Map.of("role", span.getKey(), "from", day(span.getValue()[0]), "to", day(span.getValue()[1])))
                .toList();
    }

    private static String day(String at) {
        return at.substring(0, Math.min(at.length(), "2026-01-01".length()));
    }

    private List<Group<Chip>> together(Asked asked, String type, String name) {
        Facets facets = store.facets(asked.query(), FACETS_AMONG, FACETS_EACH + 1);
        List<Group<Chip>> together = new ArrayList<>();
        for (Entity.Type other : Entity.Type.values()) {
            String label = Labels.of(other);
            together.add(new Group<>(
                    label,
                    facets.names().getOrDefault(other, List.of()).stream()
                            .filter(count ->
                                    !(label.equals(type) && count.value().equals(name)))
                            .map(count -> new Chip(
                                    label, count.value(), count.releases(), MarkedText.named(label, count.value())))
                            .toList()));
        }
        return filled(together);
    }

    private void figures(Context context) {
        Asked asked = Requests.asked(context);
        List<StoredFigure> found = store.figures(asked.query(), Requests.before(context), FIGURES_OF);
        Map<String, Object> values = new HashMap<>();
        values.put("asked", first(asked));
        values.put("chips", chips(asked, "/figures"));
        values.put("kinds", KINDS);
        values.put(
                "rows",
                found.stream().map(figure -> FigureRow.of(figure, asked)).toList());
        values.put("csv", Requests.address("/api/v1/figures.csv", asked));
        values.put(
                "older",
                found.isEmpty()
                        ? ""
                        : Requests.address(
                                "/figures",
                                asked,
                                "before=" + found.get(found.size() - 1).release()));
        values.put("chart", chart(asked));
        show(context, "figures", values);
    }

    /** One thing measured, over time; apples and pears make no line. */
    private Chart chart(Asked asked) {
        return asked.first("about").isEmpty()
                ? Chart.none()
                : Chart.of(store.figures(asked.query(), Long.MAX_VALUE, POINTS_OF));
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
        show(context, "sources", values);
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
                operations.deadLetters(LETTERS).stream().map(Pages::letter).toList());
        values.put("refused", refused);
        show(context, "pipeline", values);
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

    private void language(Context context) {
        String language = Requests.required(context, "to");
        if (!Words.LANGUAGES.contains(language)) {
            throw new BadRequestResponse("there is no interface in " + language);
        }
        Cookie cookie = new Cookie(LANGUAGE, language);
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        context.cookie(cookie);
        String back = Optional.ofNullable(context.queryParam("back")).orElse("/");
        context.redirect(back.matches("/[^/\\\\].*") ? back : "/");
    }

    private void signIn(Context context) {
        access.requireOurPage(context);
        Access.Role role = access.roleOf(Requests.form(context, "token").strip());
        if (role == Access.Role.NOBODY) {
            context.status(401);
            show(context, "login", Map.of("failed", true));
        } else {
            access.signIn(context, role);
            context.redirect("/");
        }
    }

    private void signOut(Context context) {
        access.requireOurPage(context);
        access.signOut(context);
        context.redirect("/login");
    }

    private void cards(SseClient client) {
        Words words = words(client.ctx());
        boolean heard = live.listen(client, Requests.asked(client.ctx()), edition -> card(edition, words));
        if (!heard) {
            client.ctx().status(503);
        }
    }

    private String card(StoredEdition edition, Words words) {
        return html.render("card", Map.of("card", Card.of(0, edition.release()), "t", words, "fresh", true));
    }

    private static Words words(Context context) {
        return Words.of(
                Optional.ofNullable(context.cookie(LANGUAGE)), Optional.ofNullable(context.header("Accept-Language")));
    }

    /** Shows an error as a page. */
    void error(Context context, String message) {
        show(context, "error", Map.of("message", message));
    }

    /** Shows a page, with what every page has. */
    void show(Context context, String template, Map<String, Object> values) {
        Words words = words(context);
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", words);
        all.put("language", words.language());
        all.put("page", template);
        all.put("fresh", false);
        all.put(
                "here",
                context.path()
                        + Optional.ofNullable(context.queryString())
                                .map(query -> "?" + query)
                                .orElse(""));
        all.put("alerting", alerting);
        all.put("operator", access.role(context) == Access.Role.OPERATOR);
        all.put("signedIn", access.isSignedIn(context));
        context.html(html.render(template, all));
    }
}
