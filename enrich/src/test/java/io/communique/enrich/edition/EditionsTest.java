package io.communique.enrich.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.change.Change;
import io.communique.contract.change.DateChange;
import io.communique.contract.frontier.Absence;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.contract.release.Withdrawal;
import io.communique.enrich.edition.EditionOutcome.NewEdition;
import io.communique.enrich.edition.EditionOutcome.Outdated;
import io.communique.enrich.edition.EditionOutcome.Restored;
import io.communique.enrich.edition.EditionOutcome.Unchanged;
import io.communique.enrich.edition.EditionOutcome.Withdrawn;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class EditionsTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatTheHostsOtherPagesSayTooMakesNoEditionWhenItComesOrGoes() {
        Release alone = release("T", "The port opens.\n\nFollow the ministry.", MORNING);
        Release among = release("T", "The port opens.", NOON);
        Release edited = release("T", "The port opens on Monday.", NOON);

        Predicate<String> isTemplate = "Follow the ministry."::equals;

        assertThat(Editions.next(Optional.of(alone), among, isTemplate)).isInstanceOf(Unchanged.class);
        assertThat(Editions.next(Optional.of(among), alone, isTemplate)).isInstanceOf(Unchanged.class);
        assertThat(Editions.next(Optional.of(alone), edited, isTemplate)).isInstanceOf(NewEdition.class);
    }

    @Test
    void aReleaseNeverSeenBeforeIsItsFirstEdition() {
        NewEdition outcome = fresh(Editions.next(Optional.empty(), release("Ports open", "All ports open.", MORNING)));

        assertThat(outcome.release().edition()).isEqualTo(1);
        assertThat(outcome.release().firstSeenAt()).isEqualTo(MORNING);
        assertThat(outcome.change().kind()).isEqualTo(Change.Kind.PUBLISHED);
    }

    @Test
    void theSameTextFetchedAgainIsNoEdition() {
        Release known = release("Ports open", "All ports open.", MORNING);

        assertThat(Editions.next(Optional.of(known), release("Ports open", "All ports open.", NOON)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void anotherWordIsAMajorRevisionThatKeepsTheFirstSighting() {
        Release known = release("Ports open", "All ports open.\n\nOn Monday.", MORNING);

        NewEdition outcome =
                fresh(Editions.next(Optional.of(known), release("Ports open", "Most ports open.\n\nOn Monday.", NOON)));

        assertThat(outcome.release().edition()).isEqualTo(2);
        assertThat(outcome.release().firstSeenAt()).isEqualTo(MORNING);
        assertThat(outcome.release().fetchedAt()).isEqualTo(NOON);
        assertThat(outcome.change().significance()).contains(Change.Significance.MAJOR);
        assertThat(outcome.change().text()).singleElement().satisfies(passage -> {
            assertThat(passage.before()).contains("All ports open.");
            assertThat(passage.after()).contains("Most ports open.");
        });
    }

    @Test
    void punctuationAloneIsAMinorRevision() {
        Release known = release("Ports open", "All ports, open.", MORNING);

        NewEdition outcome = fresh(Editions.next(Optional.of(known), release("Ports open", "All ports open.", NOON)));

        assertThat(outcome.change().significance()).contains(Change.Significance.MINOR);
    }

    @Test
    void anEarlierFetchThatArrivesLateDoesNotReplaceNewerText() {
        Release known = release("Ports open", "Most ports open.", NOON);

        assertThat(Editions.next(Optional.of(known), release("Ports open", "All ports open.", MORNING)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void aChangedFigureIsPairedWithTheOneItReplaces() {
        Release known = withFigures("We spend 12 million.", MORNING, money("12 million", 9, 12_000_000, "harbours"));
        Release read = withFigures("We spend 11 million.", NOON, money("11 million", 9, 11_000_000, "harbours"));

        Change change = fresh(Editions.next(Optional.of(known), read)).change();

        assertThat(change.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.before().flatMap(Figure::value)).contains(BigDecimal.valueOf(12_000_000));
            assertThat(figure.after().flatMap(Figure::value)).contains(BigDecimal.valueOf(11_000_000));
        });
    }

    @Test
    void figuresOfDifferentThingsAreNotPaired() {
        Release known = withFigures("We spend 12 million.", MORNING, money("12 million", 9, 12_000_000, "harbours"));
        Release read = withFigures("We spend 11 million.", NOON, money("11 million", 9, 11_000_000, "schools"));

        Change change = fresh(Editions.next(Optional.of(known), read)).change();

        assertThat(change.figures())
                .hasSize(2)
                .allSatisfy(figure -> assertThat(
                                figure.before().isPresent() && figure.after().isPresent())
                        .isFalse());
    }

    @Test
    void aDateFromAnotherPlaceIsNoEdition() {
        Release fromPage = dated(release("T", "Text.", MORNING), "2026-03-01", Published.From.PAGE);
        Release fromFeed = dated(release("T", "Text.", NOON), "2026-02-28", Published.From.FEED);

        assertThat(Editions.next(Optional.of(fromPage), fromFeed)).isInstanceOf(Unchanged.class);
    }

    @Test
    void anAddedFileIsAMajorRevision() {
        Release known = release("T", "Text.", MORNING);
        Attachment file = new Attachment(
                Optional.empty(), "tables.xlsx", Optional.empty(), Attachment.Extraction.NOT_FETCHED, Optional.empty());

        NewEdition outcome = fresh(Editions.next(
                Optional.of(known), build("T", "Text.", NOON, Published.unknown(), List.of(), List.of(file))));

        assertThat(outcome.change().significance()).contains(Change.Significance.MAJOR);
    }

    @Test
    void enoughEvidenceWithdrawsAReleaseAndKeepsItsText() {
        Release known = release("T", "Text.", MORNING);

        EditionOutcome outcome = Editions.absent(Optional.of(known), absence(Absence.Kind.STATUS_404, NOON));

        assertThat(outcome).isInstanceOfSatisfying(Withdrawn.class, withdrawn -> {
            assertThat(withdrawn.release().state()).isEqualTo(Release.State.WITHDRAWN);
            assertThat(withdrawn.release().edition()).isEqualTo(1);
            assertThat(withdrawn.release().body()).isEqualTo("Text.");
            assertThat(withdrawn.change().kind()).isEqualTo(Change.Kind.WITHDRAWN);
            assertThat(withdrawn.change().at()).isEqualTo(NOON);
            assertThat(withdrawn.change().evidence())
                    .contains(new Withdrawal("status-404", MORNING.plusSeconds(1), NOON, 3));
        });
    }

    @Test
    void aWithdrawalIsToldOnceAndThatOfAnUnknownOrUnlistedReleaseNever() {
        Release gone = withdrawn(release("T", "Text.", MORNING));

        assertThat(Editions.absent(Optional.of(gone), absence(Absence.Kind.STATUS_410, EVENING)))
                .isInstanceOf(Unchanged.class);
        assertThat(Editions.absent(Optional.empty(), absence(Absence.Kind.STATUS_410, EVENING)))
                .isInstanceOf(Outdated.class);
        assertThat(Editions.absent(
                        Optional.of(release("T", "Text.", MORNING)), absence(Absence.Kind.UNLISTED, EVENING)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void evidenceFromBeforeTheEditionWithdrawsNothing() {
        Release known = release("T", "Text.", EVENING);

        assertThat(Editions.absent(Optional.of(known), absence(Absence.Kind.STATUS_404, NOON)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void aPageThatIsThereAgainRestoresItsRelease() {
        Release gone = withdrawn(release("T", "Text.", MORNING));

        assertThat(Editions.next(Optional.of(gone), release("T", "Text.", EVENING)))
                .isInstanceOfSatisfying(Restored.class, restored -> {
                    assertThat(restored.release().state()).isEqualTo(Release.State.PUBLISHED);
                    assertThat(restored.release().edition()).isEqualTo(1);
                    assertThat(restored.changes()).extracting(Change::kind).containsExactly(Change.Kind.RESTORED);
                });
        assertThat(Editions.next(Optional.of(gone), release("T", "Another text.", EVENING)))
                .isInstanceOfSatisfying(Restored.class, restored -> {
                    assertThat(restored.release().edition()).isEqualTo(2);
                    assertThat(restored.release().firstSeenAt()).isEqualTo(MORNING);
                    assertThat(restored.changes())
                            .extracting(Change::kind)
                            .containsExactly(Change.Kind.RESTORED, Change.Kind.REVISED);
                });
    }

    @Test
    void aPageFromBeforeTheWithdrawalRestoresNothing() {
        Release gone = withdrawn(release("T", "Text.", MORNING));

        assertThat(Editions.next(Optional.of(gone), release("T", "Text.", NOON)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void evidenceFromBeforeTheRestorationWithdrawsNothing() {
        Release gone = withdrawn(release("T", "Text.", MORNING));
        Release back = ((Restored) Editions.next(Optional.of(gone), release("T", "Text.", EVENING))).release();

        assertThat(Editions.absent(Optional.of(back), absence(Absence.Kind.STATUS_404, EVENING.minusSeconds(60))))
                .isInstanceOf(Outdated.class);
        assertThat(Editions.absent(Optional.of(back), absence(Absence.Kind.STATUS_404, EVENING.plusSeconds(60))))
                .isInstanceOf(Withdrawn.class);
    }

    @Test
    void theSameFigureElsewhereInTheTextIsNoChange() {
        Release known = withFigures("We spend 12 million.", MORNING, money("12 million", 9, 12_000_000, "harbours"));
        Release read = withFigures("Now. We spend 12 million.", NOON, money("12 million", 14, 12_000_000, "harbours"));

        assertThat(fresh(Editions.next(Optional.of(known), read)).change().figures())
                .isEmpty();
    }

    @Test
    void ofSeveralFiguresOfOneThingEachIsPairedWithItsOwn() {
        String before = "In the north we spend 12 million.\n\nIn the south we spend 30 million.";
        String after = "In the south we spend 31 million.\n\nIn the north we spend 11 million.";
        Release known = build(
                "T",
                before,
                MORNING,
                Published.unknown(),
                List.of(money("12 million", 22, 12, "harbours"), money("30 million", 57, 30, "harbours")),
                List.of());
        Release read = build(
                "T",
                after,
                NOON,
                Published.unknown(),
                List.of(money("31 million", 22, 31, "harbours"), money("11 million", 57, 11, "harbours")),
                List.of());

        assertThat(fresh(Editions.next(Optional.of(known), read)).change().figures())
                .extracting(change -> change.before().flatMap(Figure::value).orElseThrow() + " "
                        + change.after().flatMap(Figure::value).orElseThrow())
                .containsExactly("30 31", "12 11");
    }

    @Test
    void aNewDateOfPublicationShowsInTheChange() {
        Release known = dated(release("T", "Text.", MORNING), "2026-03-01", Published.From.PAGE);
        Release read = dated(release("T", "Text.", NOON), "2026-03-02", Published.From.PAGE);

        assertThat(fresh(Editions.next(Optional.of(known), read)).change().published())
                .contains(new DateChange(Optional.of("2026-03-01"), Optional.of("2026-03-02")));
    }

    private static Absence absence(Absence.Kind kind, Instant last) {
        return new Absence(kind, MORNING.plusSeconds(1), last, 3, true);
    }

    private static Release withdrawn(Release release) {
        return ((Withdrawn)
                        Editions.absent(Optional.of(release), absence(Absence.Kind.STATUS_404, NOON.plusSeconds(1))))
                .release();
    }

    private static NewEdition fresh(EditionOutcome outcome) {
        assertThat(outcome).isInstanceOf(NewEdition.class);
        return (NewEdition) outcome;
    }

    static Release release(String title, String body, Instant fetchedAt) {
        return build(title, body, fetchedAt, Published.unknown(), List.of(), List.of());
    }

    private static Release withFigures(String body, Instant fetchedAt, Figure figure) {
        return build("T", body, fetchedAt, Published.unknown(), List.of(figure), List.of());
    }

    private static Release dated(Release release, String day, Published.From from) {
        Published published = new Published(Optional.of(day), Optional.of(Published.Precision.DAY), from);
        return build(
                release.title().orElseThrow(), release.body(), release.fetchedAt(), published, List.of(), List.of());
    }

    private static Release build(
            String title,
            String body,
            Instant fetchedAt,
            Published published,
            List<Figure> figures,
            List<Attachment> attachments) {
        return new Release(
                Release.SCHEMA,
                "ports:1",
                1,
                Release.State.PUBLISHED,
                "ports",
                Optional.empty(),
                URI.create("https://ports.example/1"),
                Optional.of("en"),
                Optional.of(title),
                Optional.empty(),
                published,
                fetchedAt,
                fetchedAt,
                body,
                List.of(),
                List.of(),
                List.of(),
                figures,
                attachments,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance("00", "test", Optional.of("UTF-8"), new Quality(1, List.of())));
    }

    private static Figure money(String text, int start, long value, String about) {
        return new Figure(
                text,
                Figure.Kind.MONEY,
                Optional.of(BigDecimal.valueOf(value)),
                Optional.of("EUR"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(about),
                Optional.empty(),
                Optional.empty(),
                start,
                start + text.length(),
                Optional.empty());
    }
}
