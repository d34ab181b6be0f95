package io.communique.desk.alert;

import io.communique.contract.release.Release;
import io.communique.contract.status.SourceStatus;
import io.communique.desk.view.Card;
import io.communique.desk.view.Highlight;
import io.communique.desk.view.Html;
import io.communique.desk.view.Labels;
import io.communique.desk.view.Piece;
import io.communique.sink.store.StoredEdition;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the mail of one alert: what is new, what it says in figures, where it stands, and what may be missing. */
final class Digest {
    private static final int HASH_SHOWN = 16;

    private final MailRules rules;
    private final DateTimeFormatter moment;
    private final Html html = new Html();

    Digest(MailRules rules) {
        this.rules = rules;
        this.moment = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                .withZone(rules.zone());
    }

    /**
     * Writes a message.
     *
     * @param editions at least one, in the order in which they were stored
     * @param since when the one before went out
     * @param incomplete sources of the search that are not complete now; empty if that could not be asked
     */
    Mail mail(Alert alert, List<StoredEdition> editions, Instant since, Optional<List<SourceStatus>> incomplete) {
        Highlight highlight = Highlight.of(alert.asked().first("q").orElse(""));
        List<Item> items = editions.stream()
                .map(edition -> item(edition.release(), Card.of(edition.sequence(), edition.release(), highlight)))
                .toList();
        Contents contents = new Contents(
                alert.name() + ": " + counted(items.size()),
                moment.format(since),
                incomplete.map(Digest::warning).orElse("Whether all sources are complete could not be asked."),
                items,
                rules.page("/search?" + alert.search()),
                rules.page("/alerts"));
        return new Mail(
                alert.mailAddress().orElseThrow(),
                alert.id() + "." + editions.get(0).sequence() + "-"
                        + editions.get(editions.size() - 1).sequence(),
                contents.subject(),
                text(contents),
                html.render("digest", Map.of("contents", contents)));
    }

    private static String counted(int releases) {
        return releases == 1 ? "1 release" : releases + " releases";
    }

    private static String warning(List<SourceStatus> incomplete) {
        return incomplete.isEmpty()
                ? ""
                : "Not complete now: " + incomplete.stream().map(Digest::said).collect(Collectors.joining("; ")) + ".";
    }

    private static String said(SourceStatus status) {
        return status.source() + " is " + Labels.of(status.state())
                + status.reason().map(reason -> " (" + reason + ")").orElse("");
    }

    private Item item(Release release, Card card) {
        String edition = release.edition() == 1 ? "" : "edition " + release.edition();
        String hash = release.provenance().pageSha256();
        return new Item(
                card.title(),
                card.publisher() + (card.published().isEmpty() ? "" : " · " + card.published()),
                card.withdrawn() ? "withdrawn" : edition,
                card.sentence(),
                card.sentence().stream().map(Piece::text).collect(Collectors.joining()),
                release.url().toString(),
                rules.page(card.address()),
                "Edition " + release.edition() + " of " + release.id() + ", page SHA-256 "
                        + hash.substring(0, Math.min(HASH_SHOWN, hash.length())) + "…");
    }

    private static String text(Contents contents) {
        StringBuilder text = new StringBuilder();
        text.append(contents.subject())
                .append(" since ")
                .append(contents.since())
                .append("\n");
        if (!contents.warning().isEmpty()) {
            text.append("\n").append(contents.warning()).append("\n");
        }
        for (Item item : contents.items()) {
            text.append("\n").append(item.title()).append("\n").append(item.origin());
            if (!item.change().isEmpty()) {
                text.append(" · ").append(item.change());
            }
            text.append("\n");
            if (!item.said().isEmpty()) {
                text.append(item.said()).append("\n");
            }
            text.append(item.original()).append("\n").append(item.evidence()).append("\n");
        }
        if (!contents.all().isEmpty()) {
            text.append("\nAll: ")
                    .append(contents.all())
                    .append("\nTo end this: ")
                    .append(contents.alerts())
                    .append("\n");
        }
        return text.toString();
    }

    /**
     * What both forms of the mail say.
     *
     * @param since when the one before went out
     * @param warning what may be missing; empty if nothing is
     * @param all the desk's page with the whole search; empty if readers cannot reach it
     * @param alerts the desk's page where the mail is ended; empty if readers cannot reach it
     */
    record Contents(String subject, String since, String warning, List<Item> items, String all, String alerts) {}

    /**
     * One release.
     *
     * @param origin who said it and when
     * @param change that it is not the first edition, or withdrawn; empty if neither
     * @param sentence with its marks
     * @param said the sentence as plain text; empty if the release has no text
     * @param original the ministry's page
     * @param page the desk's page; empty if readers cannot reach it
     * @param evidence edition and hash
     */
    record Item(
            String title,
            String origin,
            String change,
            List<Piece> sentence,
            String said,
            String original,
            String page,
            String evidence) {}
}
