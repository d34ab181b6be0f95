package io.communique.desk.web;

import io.communique.contract.change.Change;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import io.communique.desk.view.Card;
import io.communique.desk.view.EditionView;
import io.communique.desk.view.FigureRow;
import io.communique.desk.view.Group;
import io.communique.desk.view.Labels;
import io.communique.desk.view.MarkedText;
import io.communique.sink.store.ReleaseQueries;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One release: its text with what was found in it, and its editions. */
final class ReleasePage {
    private final ReleaseQueries store;
    private final BiFunction<Release, Release, Change> revision;
    private final Screen screen;

    ReleasePage(ReleaseQueries store, BiFunction<Release, Release, Change> revision, Screen screen) {
        this.store = store;
        this.revision = revision;
        this.screen = screen;
    }

    void register(RoutesConfig routes) {
        routes.get("/release", this::release);
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
        values.put(
                "dates",
                release.dates().stream().map(ReleasePage::date).distinct().toList());
        values.put(
                "files", release.attachments().stream().map(ReleasePage::file).toList());
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
        screen.show(context, "release", values);
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
        return Filters.filled(names);
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
}
