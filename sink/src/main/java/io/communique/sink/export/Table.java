package io.communique.sink.export;

import io.communique.contract.json.Json;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Releases as rows: one for each release, for each figure, or for each name. */
public final class Table {
    /** One row for each release. */
    public static final Table RELEASES = new Table(
            List.of(
                    Column.text("id"),
                    Column.whole("edition"),
                    Column.text("state"),
                    Column.text("source"),
                    Column.text("publisher"),
                    Column.text("country"),
                    Column.text("url"),
                    Column.text("language"),
                    Column.text("title"),
                    Column.text("subtitle"),
                    Column.text("published_at"),
                    Column.text("first_seen_at"),
                    Column.text("fetched_at"),
                    Column.text("body"),
                    Column.whole("entities"),
                    Column.whole("figures"),
                    Column.whole("attachments")),
            release -> List.<@Nullable Object[]>of(row(
                    release.id(),
                    (long) release.edition(),
                    word(release.state()),
                    release.source(),
                    release.publisher().map(Publisher::name),
                    release.publisher().flatMap(Publisher::country),
                    release.url().toString(),
                    release.language(),
                    release.title(),
                    release.subtitle(),
                    release.published().at(),
                    release.firstSeenAt().toString(),
                    release.fetchedAt().toString(),
                    release.body(),
                    (long) release.entities().size(),
                    (long) release.figures().size(),
                    (long) release.attachments().size())));

    /** One row for each figure, with the release that names it. */
    public static final Table FIGURES = new Table(
            List.of(
                    Column.text("release"),
                    Column.whole("edition"),
                    Column.text("source"),
                    Column.text("country"),
                    Column.text("published_at"),
                    Column.text("title"),
                    Column.text("url"),
                    Column.whole("number"),
                    Column.text("text"),
                    Column.text("kind"),
                    Column.number("value"),
                    Column.number("low"),
                    Column.number("high"),
                    Column.text("unit"),
                    Column.truth("approximate"),
                    Column.text("comparator"),
                    Column.text("change"),
                    Column.text("about"),
                    Column.text("period_from"),
                    Column.text("period_to")),
            Table::figures);

    /** One row for each person, organisation, place or event, with the release that names it. */
    public static final Table ENTITIES = new Table(
            List.of(
                    Column.text("release"),
                    Column.whole("edition"),
                    Column.text("source"),
                    Column.text("published_at"),
                    Column.text("url"),
                    Column.text("id"),
                    Column.text("type"),
                    Column.text("name"),
                    Column.text("role"),
                    Column.text("country"),
                    Column.whole("mentions")),
            Table::entities);

    private final List<Column> columns;
    private final Function<Release, List<@Nullable Object[]>> rows;

    private Table(List<Column> columns, Function<Release, List<@Nullable Object[]>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Returns the columns, in their order. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns a release's rows; values in the order of {@link #columns}, null where there is none. */
    public List<@Nullable Object[]> rows(Release release) {
        return rows.apply(release);
    }

    /**
     * Returns this table with some of its columns.
     *
     * @param names in the order wanted
     * @throws IllegalArgumentException if there is no such column; the message lists those that there are
     */
    public Table choose(List<String> names) {
        List<String> known = columns.stream().map(Column::name).toList();
        List<String> wrong =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "no such column: " + String.join(", ", wrong) + "; there are " + String.join(", ", known));
        }
        int[] places = names.stream().mapToInt(known::indexOf).toArray();
        List<Column> chosen =
                names.stream().map(name -> columns.get(known.indexOf(name))).toList();
        return new Table(
                chosen,
                release -> rows.apply(release).stream()
                        .map(row -> pick(row, places))
                        .toList());
    }

    private static @Nullable Object[] pick(@Nullable Object[] row, int[] places) {
        @Nullable Object[] picked = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            picked[i] = row[places[i]];
        }
        return picked;
    }

    private static List<@Nullable Object[]> figures(Release release) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Figure figure : release.figures()) {
            rows.add(row(
                    release.id(),
                    (long) release.edition(),
                    release.source(),
                    release.publisher().flatMap(Publisher::country),
                    release.published().at(),
                    release.title(),
                    release.url().toString(),
                    (long) rows.size(),
                    figure.text(),
                    word(figure.kind()),
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    figure.unit(),
                    figure.approximate(),
                    figure.comparator().map(Table::word),
                    figure.change().map(Table::word),
                    figure.about(),
                    figure.period().map(Period::from).map(Object::toString),
                    figure.period().map(Period::to).map(Object::toString)));
        }
        return rows;
    }

    private static List<@Nullable Object[]> entities(Release release) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Entity entity : release.entities()) {
            rows.add(row(
                    release.id(),
                    (long) release.edition(),
                    release.source(),
                    release.published().at(),
                    release.url().toString(),
                    entity.id(),
                    word(entity.type()),
                    entity.name(),
                    entity.role(),
                    entity.country(),
                    (long) entity.mentions().size()));
        }
        return rows;
    }

    private static @Nullable Object[] row(Object... values) {
        @Nullable Object[] row = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            row[i] = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
        }
        return row;
    }

    /** The word that the record's JSON has for a constant. */
    private static String word(Enum<?> constant) {
        return Json.mapper().valueToTree(constant).asString().toLowerCase(Locale.ROOT);
    }
}
