package io.communique.sink.store;

import io.communique.contract.release.Attachment;
import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Link;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Period;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Releases for tests. */
public final class Releases {
    private static final Instant FETCHED = Instant.parse("2026-03-02T08:00:00Z");

    private Releases() {}

    /** A release with one of everything. */
    public static Release release(String id, int edition) {
        return release(id, edition, "");
    }

    /** The same, with more text. */
    public static Release release(String id, int edition, String more) {
        String body = "Minister Ada Holm spent 3 million euros in 2025, edition " + edition + "." + more;
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);
        return new Release(
                Release.SCHEMA,
                "ports:" + id,
                edition,
                Release.State.PUBLISHED,
                "ports",
                Optional.of(new Publisher("Ministry of Ports", Optional.of("NO"))),
                URI.create("https://ports.example/" + id),
                Optional.of("en"),
                Optional.of("Title " + id),
                Optional.empty(),
                new Published(Optional.of("2026-03-02"), Optional.of(Published.Precision.DAY), Published.From.PAGE),
                FETCHED.plusSeconds(edition),
                FETCHED,
                body,
                List.of(new Block(Block.Kind.PARAGRAPH, Optional.empty(), 1, 0, body.length())),
                List.of(new Entity(
                        "p1",
                        Entity.Type.PERSON,
                        "Ada Holm",
                        Optional.of("Minister"),
                        Optional.of("NO"),
                        List.of(new Mention(9, 17, "Ada Holm", Optional.of("Minister"))))),
                List.of(new DateMention("2025", first, last, 43, 47, Optional.of("year"))),
                List.of(new Figure(
                        "3 million euros",
                        Figure.Kind.MONEY,
                        Optional.of(new BigDecimal("3000000")),
                        Optional.of("EUR"),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Period(first, last)),
                        Optional.empty(),
                        24,
                        39,
                        Optional.of("money"))),
                List.of(new Attachment(
                        Optional.of("https://ports.example/a.pdf"),
                        "a.pdf",
                        Optional.of("application/pdf"),
                        Attachment.Extraction.NOT_FETCHED,
                        Optional.empty())),
                List.of(new Link("https://ports.example/", "ports")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance("ab", "test", Optional.of("UTF-8"), new Quality(0.5, List.of())));
    }
}
