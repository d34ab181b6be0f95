package io.communique.sink.store.sqlite;

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
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes the current edition of a release column by column, in place of the one before. */
final class CurrentEdition {
    private static final List<String> PARTS = List.of("mention", "entity", "date_mention", "figure", "attachment");

    private final Connection connection;

    CurrentEdition(Connection connection) {
        this.connection = connection;
    }

    void replace(Release release) throws SQLException {
        for (String part : PARTS) {
            Sql.update(connection, "DELETE FROM " + part + " WHERE release_id = ?", release.id());
        }
        row(release);
        for (Entity entity : release.entities()) {
            entity(release.id(), entity);
        }
        for (int i = 0; i < release.dates().size(); i++) {
            date(release.id(), i, release.dates().get(i));
        }
        for (int i = 0; i < release.figures().size(); i++) {
            figure(release.id(), i, release.figures().get(i));
        }
        for (int i = 0; i < release.attachments().size(); i++) {
            attachment(release.id(), i, release.attachments().get(i));
        }
    }

    private void row(Release release) throws SQLException {
        Published published = release.published();
        Sql.update(
                connection,
                """
                INSERT INTO release (id, edition, state, source, publisher, publisher_country, url, language, title, subtitle,
                    published_at, published_precision, published_from, first_seen_at, fetched_at, body, standing_since, withdrawn_as)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, state = excluded.state, source = excluded.source,
                    publisher = excluded.publisher, publisher_country = excluded.publisher_country, url = excluded.url,
                    language = excluded.language, title = excluded.title, subtitle = excluded.subtitle,
                    published_at = excluded.published_at, published_precision = excluded.published_precision,
                    published_from = excluded.published_from, first_seen_at = excluded.first_seen_at,
                    fetched_at = excluded.fetched_at, body = excluded.body, standing_since = excluded.standing_since,
                    withdrawn_as = excluded.withdrawn_as
                """,
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
                published.precision().map(CurrentEdition::label),
                label(published.from()),
                release.firstSeenAt().toString(),
                release.fetchedAt().toString(),
                release.body(),
                release.standing().map(Standing::since).map(Instant::toString),
                release.standing().flatMap(Standing::evidence).map(Withdrawal::kind));
    }

    private void entity(String release, Entity entity) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO entity (release_id, id, type, name, role, country) VALUES (?, ?, ?, ?, ?, ?)",
                release,
                entity.id(),
                label(entity.type()),
                entity.name(),
                entity.role(),
                entity.country());
        for (Mention mention : entity.mentions()) {
            Sql.update(
                    connection,
                    "INSERT INTO mention (release_id, entity_id, start_at, end_at, text, title) VALUES (?, ?, ?, ?, ?, ?)",
                    release,
                    entity.id(),
                    mention.start(),
                    mention.end(),
                    mention.text(),
                    mention.title());
        }
    }

    private void date(String release, int number, DateMention date) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO date_mention (release_id, number, text, from_day, to_day, start_at, end_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                release,
                number,
                date.text(),
                date.from().toString(),
                date.to().toString(),
                date.start(),
                date.end());
    }

    private void figure(String release, int number, Figure figure) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO figure (release_id, number, text, kind, value, low, high, unit, approximate, comparator, change, about,
                    period_from, period_to, start_at, end_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                release,
                number,
                figure.text(),
                label(figure.kind()),
                figure.value().map(BigDecimal::toPlainString),
                figure.low().map(BigDecimal::toPlainString),
                figure.high().map(BigDecimal::toPlainString),
                figure.unit(),
                figure.approximate() ? 1 : 0,
                figure.comparator().map(CurrentEdition::label),
                figure.change().map(CurrentEdition::label),
                figure.about(),
                figure.period().map(Period::from).map(LocalDate::toString),
                figure.period().map(Period::to).map(LocalDate::toString),
                figure.start(),
                figure.end());
    }

    private void attachment(String release, int number, Attachment attachment) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO attachment (release_id, number, name, url, media_type, extraction, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                release,
                number,
                attachment.name(),
                attachment.url(),
                attachment.mediaType(),
                label(attachment.extraction()),
                attachment.text());
    }

    /** The word that the record's JSON has for a constant. */
    private static String label(Enum<?> constant) {
        return Json.mapper().valueToTree(constant).asString();
    }
}
