package io.communique.enrich.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.change.Change;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.enrich.edition.EditionOutcome.NewEdition;
import io.communique.enrich.edition.EditionOutcome.Outdated;
import io.communique.enrich.edition.EditionOutcome.Unchanged;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class EditionsTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
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

    private static NewEdition fresh(EditionOutcome outcome) {
        assertThat(outcome).isInstanceOf(NewEdition.class);
        return (NewEdition) outcome;
    }

    private static Release release(String title, String body, Instant fetchedAt) {
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
