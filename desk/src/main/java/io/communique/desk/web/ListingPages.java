package io.communique.desk.web;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import io.communique.desk.query.Asked;
import io.communique.desk.view.Card;
import io.communique.desk.view.Chip;
import io.communique.desk.view.Group;
import io.communique.desk.view.Highlight;
import io.communique.desk.view.Labels;
import io.communique.desk.view.MarkedText;
import io.communique.sink.store.Facets;
import io.communique.sink.store.NumberedRelease;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.ReleaseQuery;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of releases: today's, a search's, and those that name somebody or something. */
final class ListingPages {
    private static final int TODAY = 40;
    private static final int FACETS_AMONG = 300;
    private static final int FACETS_EACH = 8;
    private static final int NAMED = 50;

    private final ReleaseQueries store;
    private final Live live;
    private final Screen screen;

    ListingPages(ReleaseQueries store, Live live, Screen screen) {
        this.store = store;
        this.live = live;
        this.screen = screen;
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::today);
        routes.get("/search", this::search);
        routes.get("/named", this::named);
        routes.sse("/cards", this::cards);
    }

    private void today(Context context) {
        Asked asked = Requests.asked(context);
        List<NumberedRelease> newest = store.newest(asked.query(), Requests.before(context), TODAY);
        Map<String, Object> values = listing(asked, newest, TODAY, "/");
        values.put("facets", facets(asked, store.facets(asked.query(), FACETS_AMONG, FACETS_EACH), "/"));
        screen.show(context, "today", values);
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
        values.put("kinds", Filters.KINDS);
        screen.show(context, "search", values);
    }

    /** What pages with a list of releases share. */
    private static Map<String, Object> listing(Asked asked, List<NumberedRelease> found, int limit, String path) {
        Highlight highlight = Highlight.of(asked.first("q").orElse(""));
        Map<String, Object> values = new HashMap<>();
        values.put("asked", Filters.first(asked));
        values.put("chips", Filters.chips(asked, path));
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
        return Filters.filled(all);
    }

    private static List<Chip> chips(Asked asked, String path, String name, List<Facets.Count<String>> counts) {
        return counts.stream()
                .filter(count -> !asked.all(name).contains(count.value()))
                .map(count -> new Chip(
                        name, count.value(), count.releases(), Requests.address(path, asked.with(name, count.value()))))
                .toList();
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
        screen.show(context, "named", values);
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
        return Filters.filled(together);
    }

    private void cards(SseClient client) {
        Words words = Screen.words(client.ctx());
        boolean heard = live.listen(client, Requests.asked(client.ctx()), edition -> screen.card(edition, words));
        if (!heard) {
            client.ctx().status(503);
        }
    }
}
