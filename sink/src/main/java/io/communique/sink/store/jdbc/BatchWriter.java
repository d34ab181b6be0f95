package io.communique.sink.store.jdbc;

import io.communique.contract.json.Json;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Period;
import io.communique.contract.release.Published;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.contract.release.Withdrawal;
import io.communique.sink.store.text.SearchWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a batch, table by table. */
final class BatchWriter {
    /** The tables that hold a release's parts; those that others refer to stand last. */
    private static final List<String> PARTS =
            List.of("mention", "entity", "date_mention", "figure", "attachment", "twin");

    private final Database database;
    private final Connection connection;

    BatchWriter(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    void write(Batch batch) throws SQLException {
        editions(batch);
        sources(batch);
        releases(batch);
        clear(batch);
        parts(batch);
        index(batch);
    }

    private void editions(Batch batch) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Batch.Edition edition : batch.editions()) {
            Release release = edition.release();
            rows.add(row(
                    edition.sequence(),
                    release.id(),
                    release.edition(),
                    database.instant(release.fetchedAt()),
                    release.provenance().pageSha256(),
                    release.provenance().enricher(),
                    Json.mapper().writeValueAsString(release),
                    edition.rank().filesRead(),
                    edition.rank().standing(),
                    edition.rank().readings(),
                    edition.rank().twins()));
        }
        Sql.batch(connection, """
                INSERT INTO edition (sequence, release_id, edition, fetched_at, page_sha256, enricher, record, files_read, standing_since,
                    readings, twins)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (release_id, edition) DO UPDATE SET sequence = excluded.sequence, fetched_at = excluded.fetched_at,
                    page_sha256 = excluded.page_sha256, enricher = excluded.enricher, record = excluded.record,
                    files_read = excluded.files_read, standing_since = excluded.standing_since, readings = excluded.readings, twins = excluded.twins
                """, rows);
    }

    private void sources(Batch batch) throws SQLException {
        Map<String, @Nullable Object[]> rows = new LinkedHashMap<>();
        for (Batch.Current current : batch.current()) {
            Release release = current.release();
            rows.put(
                    release.source(),
                    row(
                            release.source(),
                            release.publisher().map(Publisher::name),
                            release.publisher().flatMap(Publisher::country)));
        }
        Sql.batch(connection, """
                INSERT INTO source (id, publisher, country) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET publisher = excluded.publisher, country = excluded.country
                """, new ArrayList<>(rows.values()));
    }

    private void releases(Batch batch) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Batch.Current current : batch.current()) {
            rows.add(release(current));
        }
        Sql.batch(connection, """
                INSERT INTO release (number, id, edition, state, source, publisher, publisher_country, url, language, title, subtitle,
                    published_at, published_precision, published_from, first_seen_at, fetched_at, body, standing_since, withdrawn_as)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, state = excluded.state, source = excluded.source,
                    publisher = excluded.publisher, publisher_country = excluded.publisher_country, url = excluded.url,
                    language = excluded.language, title = excluded.title, subtitle = excluded.subtitle,
                    published_at = excluded.published_at, published_precision = excluded.published_precision,
                    published_from = excluded.published_from, first_seen_at = excluded.first_seen_at,
                    fetched_at = excluded.fetched_at, body = excluded.body, standing_since = excluded.standing_since,
                    withdrawn_as = excluded.withdrawn_as
                """, rows);
    }

    private @Nullable Object[] release(Batch.Current current) {
        Release release = current.release();
        Published published = release.published();
        return row(
                current.number(),
                release.id(),
                release.edition(),
                label(release.state()),
                release.source(),
                release.publisher().map(Publisher::name),
                release.publisher().flatMap(Publisher::country),
                release.url().toString(),
                release.language(),
                release.title(),
                release.subtitle(),
                published.at(),
                published.precision().map(BatchWriter::label),
                label(published.from()),
                database.instant(release.firstSeenAt()),
                database.instant(release.fetchedAt()),
                release.body(),
                release.standing().map(Standing::since).map(database::instant),
                release.standing().flatMap(Standing::evidence).map(Withdrawal::kind));
    }

    /** Takes away what the edition before had. */
    private void clear(Batch batch) throws SQLException {
        List<@Nullable Object[]> ids = new ArrayList<>();
        List<@Nullable Object[]> numbers = new ArrayList<>();
        for (Batch.Current current : batch.current()) {
            if (!current.isNew()) {
                ids.add(row(current.release().id()));
                numbers.add(row(current.number()));
            }
        }
        for (String part : PARTS) {
            Sql.batch(connection, "DELETE FROM " + part + " WHERE release_id = ?", ids);
        }
        Sql.batch(connection, database.unindexSql(), numbers);
    }

    private void parts(Batch batch) throws SQLException {
        Parts parts = new Parts(database);
        batch.current().forEach(parts::add);
        Sql.batch(
                connection,
                "INSERT INTO entity (release_id, release_number, id, type, name, role, country) VALUES (?, ?, ?, ?, ?, ?, ?)",
                parts.entities);
        Sql.batch(
                connection,
                "INSERT INTO mention (release_id, entity_id, start_at, end_at, text, title) VALUES (?, ?, ?, ?, ?, ?)",
                parts.mentions);
        Sql.batch(
                connection,
                "INSERT INTO date_mention (release_id, number, text, from_day, to_day, start_at, end_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                parts.dates);
        Sql.batch(connection, """
                INSERT INTO figure (release_id, release_number, number, text, kind, value, low, high, unit, approximate, comparator, change,
                    about, period_from, period_to, start_at, end_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, parts.figures);
        Sql.batch(
                connection,
                "INSERT INTO attachment (release_id, number, name, url, media_type, extraction, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                parts.attachments);
        Sql.batch(connection, "INSERT INTO twin (release_id, other_id) VALUES (?, ?)", parts.twins);
    }

    private void index(Batch batch) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Batch.Current current : batch.current()) {
            Release release = current.release();
            StringBuilder text = new StringBuilder(release.body());
            for (Attachment file : release.attachments()) {
                text.append('\n').append(file.name());
                file.text().ifPresent(read -> text.append('\n').append(read));
            }
            String beginning = text.substring(0, Math.min(text.length(), SearchWords.INDEXED_CHARS_MAX));
            rows.add(database.indexed(
                    current.number(), SearchWords.of(release.title().orElse("")), SearchWords.of(beginning)));
        }
        Sql.batch(connection, database.indexSql(), rows);
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** The word that the record's JSON has for a constant. */
    static String label(Enum<?> constant) {
        return Json.mapper().valueToTree(constant).asString();
    }

    /** The constant that the record's JSON has a word for. */
    static <E extends Enum<E>> E constant(String label, Class<E> type) {
        return Json.mapper().convertValue(label, type);
    }

    /** Rows of the parts of many releases. */
    private static final class Parts {
        private final Database database;
        private final List<@Nullable Object[]> entities = new ArrayList<>();
        private final List<@Nullable Object[]> mentions = new ArrayList<>();
        private final List<@Nullable Object[]> dates = new ArrayList<>();
        private final List<@Nullable Object[]> figures = new ArrayList<>();
        private final List<@Nullable Object[]> attachments = new ArrayList<>();
        private final List<@Nullable Object[]> twins = new ArrayList<>();

        Parts(Database database) {
            this.database = database;
        }

        void add(Batch.Current current) {
            Release release = current.release();
            for (Entity entity : release.entities()) {
                entity(current, entity);
            }
            for (int i = 0; i < release.dates().size(); i++) {
                date(release.id(), i, release.dates().get(i));
            }
            for (int i = 0; i < release.figures().size(); i++) {
                figure(current, i, release.figures().get(i));
            }
            for (int i = 0; i < release.attachments().size(); i++) {
                attachment(release.id(), i, release.attachments().get(i));
            }
            release.sameAs().forEach(other -> twins.add(row(release.id(), other)));
        }

        private void entity(Batch.Current current, Entity entity) {
            String release = current.release().id();
            entities.add(row(
                    release,
                    current.number(),
                    entity.id(),
                    label(entity.type()),
                    entity.name(),
                    entity.role(),
                    entity.country()));
            for (Mention mention : entity.mentions()) {
                mentions.add(
                        row(release, entity.id(), mention.start(), mention.end(), mention.text(), mention.title()));
            }
        }

        private void date(String release, int number, DateMention date) {
            dates.add(row(
                    release,
                    number,
                    date.text(),
                    database.day(date.from()),
                    database.day(date.to()),
                    date.start(),
                    date.end()));
        }

        private void figure(Batch.Current current, int number, Figure figure) {
            figures.add(row(
                    current.release().id(),
                    current.number(),
                    number,
                    figure.text(),
                    label(figure.kind()),
                    figure.value().map(database::number),
                    figure.low().map(database::number),
                    figure.high().map(database::number),
                    figure.unit(),
                    database.flag(figure.approximate()),
                    figure.comparator().map(BatchWriter::label),
                    figure.change().map(BatchWriter::label),
                    figure.about(),
                    figure.period().map(Period::from).map(database::day),
                    figure.period().map(Period::to).map(database::day),
                    figure.start(),
                    figure.end()));
        }

        private void attachment(String release, int number, Attachment attachment) {
            attachments.add(row(
                    release,
                    number,
                    attachment.name(),
                    attachment.url(),
                    attachment.mediaType(),
                    label(attachment.extraction()),
                    attachment.text()));
        }
    }
}
