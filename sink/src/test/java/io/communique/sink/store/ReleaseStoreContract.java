package io.communique.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.communique.contract.release.Attachment;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.contract.release.Withdrawal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store must do. */
public abstract class ReleaseStoreContract {
    private static final String TOPIC = "press.releases";

    @TempDir
    Path directory;

    /** Opens the store that lies at {@code directory}; a second call opens the same one. */
    protected abstract ReleaseStore open(Path directory);

    /** Returns a connection to the database of that store. */
    protected abstract Connection connect(Path directory) throws SQLException;

    @Test
    void whatANewerVersionBroughtUpToDateIsNotWrittenByAnOlderOne() throws SQLException {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1)), List.of());
            try (Connection connection = connect(directory);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
                                + " execution_time, success) SELECT max(installed_rank) + 1, '99', 'later', 'SQL', 'V99__later.sql', 1, 'us', 1,"
                                + " (SELECT success FROM flyway_schema_history WHERE installed_rank = 1) FROM flyway_schema_history");
            }

            assertThatThrownBy(() -> store.store(List.of(Releases.release("2", 1)), List.of()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("a newer version");
            assertThat(store.releases()).hasSize(1);
        }
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("a newer version");
    }

    @Test
    void whatWasStoredIsReadBackEqual() {
        try (ReleaseStore store = open(directory)) {
            Release release = Releases.release("1", 1);

            int fresh = store.store(List.of(release), List.of(new Position(TOPIC, 0, 1)));

            assertThat(fresh).isEqualTo(1);
            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactly(release);
        }
    }

    @Test
    void storingABatchTwiceLeavesWhatStoringItOnceDoes() {
        try (ReleaseStore store = open(directory)) {
            List<Release> batch = List.of(Releases.release("1", 1), Releases.release("1", 2));
            List<Position> positions = List.of(new Position(TOPIC, 0, 2));

            store.store(batch, positions);
            int again = store.store(batch, positions);

            assertThat(again).isZero();
            assertThat(store.editionsAfter(0, 10)).hasSize(2);
            assertThat(store.releases()).hasSize(1);
        }
    }

    @Test
    void anEditionIsCompletedOnceInWhateverOrderItsRecordsCome() {
        Release bare = Releases.release("1", 1);
        Release complete = bare.withAttachments(
                List.of(bare.attachments().get(0).read(Attachment.Extraction.OK, Optional.of("What the file says."))),
                bare.provenance(),
                bare.fetchedAt());
        try (ReleaseStore store = open(directory)) {
            assertThat(store.store(List.of(bare, complete), List.of())).isEqualTo(2);
            assertThat(store.store(List.of(bare), List.of())).isZero();
            assertThat(store.store(List.of(complete, bare, complete), List.of()))
                    .isZero();

            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactly(complete);
            assertThat(store.releases()).hasSize(1);
        }
    }

    @Test
    void aWithdrawalAndARestorationReplaceTheStateOfTheirEditionInWhateverOrderTheyCome() {
        Release bare = Releases.release("1", 1);
        Release gone = bare.standing(Optional.of(new Standing(
                Instant.parse("2026-03-05T08:00:00Z"),
                Optional.of(new Withdrawal(
                        "status-410",
                        Instant.parse("2026-03-05T05:00:00Z"),
                        Instant.parse("2026-03-05T08:00:00Z"),
                        2)))));
        Release back =
                gone.standing(Optional.of(new Standing(Instant.parse("2026-03-05T08:00:00.500Z"), Optional.empty())));
        try (ReleaseStore store = open(directory)) {
            assertThat(store.store(List.of(bare, gone), List.of())).isEqualTo(2);
            assertThat(store.releases()).extracting(StoredRelease::withdrawn).containsExactly(true);

            assertThat(store.store(List.of(back, gone, bare, back), List.of())).isEqualTo(1);
            assertThat(store.releases()).extracting(StoredRelease::withdrawn).containsExactly(false);
            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactly(back);
        }
    }

    @Test
    void everyEditionIsKeptAndTheLatestIsCurrent() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1)), List.of());
            store.store(List.of(Releases.release("1", 2)), List.of());

            assertThat(store.releases()).singleElement().satisfies(current -> {
                assertThat(current.edition()).isEqualTo(2);
                assertThat(current.editions()).isEqualTo(2);
                assertThat(current.persons()).isEqualTo(1);
                assertThat(current.figures()).isEqualTo(1);
            });
        }
    }

    @Test
    void anOlderEditionThatComesLateIsKeptButDoesNotHideTheCurrentOne() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 2)), List.of());
            store.store(List.of(Releases.release("1", 1)), List.of());

            assertThat(store.releases())
                    .singleElement()
                    .extracting(StoredRelease::edition)
                    .isEqualTo(2);
            assertThat(store.editionsAfter(0, 10)).hasSize(2);
        }
    }

    @Test
    void aPartitionNeverStoredHasNoPosition() {
        try (ReleaseStore store = open(directory)) {
            assertThat(store.next(TOPIC, 3)).isEmpty();
        }
    }

    @Test
    void aPositionNeverMovesBack() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(), List.of(new Position(TOPIC, 0, 10)));
            store.store(List.of(), List.of(new Position(TOPIC, 0, 4)));

            assertThat(store.next(TOPIC, 0)).hasValue(10);
        }
    }

    @Test
    void aBatchThatFailsInTheMiddleLeavesNothing() {
        try (ReleaseStore store = open(directory)) {
            List<Release> batch = new ArrayList<>();
            batch.add(Releases.release("1", 1));
            batch.add(null);

            assertThatThrownBy(() -> store.store(batch, List.of(new Position(TOPIC, 0, 2))))
                    .isInstanceOf(StoreRefusedException.class);

            assertThat(store.editionsAfter(0, 10)).isEmpty();
            assertThat(store.next(TOPIC, 0)).isEmpty();
        }
    }

    @Test
    void rowsAndPositionsSurviveARestart() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1)), List.of(new Position(TOPIC, 0, 1)));
        }
        try (ReleaseStore store = open(directory)) {
            assertThat(store.next(TOPIC, 0)).hasValue(1);
            assertThat(store.releases()).hasSize(1);
        }
    }

    @Test
    void aReaderThatRemembersItsPlaceMissesNothing() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1), Releases.release("2", 1)), List.of());
            long seen = store.editionsAfter(0, 1).get(0).sequence();

            store.store(List.of(Releases.release("3", 1)), List.of());

            assertThat(store.editionsAfter(seen, 10))
                    .extracting(edition -> edition.release().id())
                    .containsExactly("ports:2", "ports:3");
        }
    }

    @Test
    void twoProcessesMayWriteToOneStore() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try (ReleaseStore first = open(directory);
                ReleaseStore second = open(directory)) {
            Future<?> a = writers.submit(() -> write(first, "a", 0));
            Future<?> b = writers.submit(() -> write(second, "b", 1));
            a.get();
            b.get();

            assertThat(first.releases()).hasSize(80);
            assertThat(second.next(TOPIC, 0)).hasValue(40);
            assertThat(first.next(TOPIC, 1)).hasValue(40);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void anEditionThatIsReplacedStandsAtTheEndAgain() {
        Release bare = Releases.release("1", 1);
        Release back =
                bare.standing(Optional.of(new Standing(Instant.parse("2026-03-05T08:00:00Z"), Optional.empty())));
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(bare, Releases.release("2", 1)), List.of());
            long seen = store.editionsAfter(0, 10).get(1).sequence();

            store.store(List.of(back), List.of());

            assertThat(store.editionsAfter(seen, 10))
                    .extracting(StoredEdition::release)
                    .containsExactly(back);
        }
    }

    @Test
    void aLaterReadingOfTheSameBytesTakesThePlaceOfTheEarlier() {
        Release first = Releases.release("1", 1);
        Release again = first.withAttachments(List.of(), first.provenance().asReading(1), first.fetchedAt());
        try (ReleaseStore store = open(directory)) {
            assertThat(store.store(List.of(again, first), List.of())).isEqualTo(1);
            assertThat(store.store(List.of(first, again), List.of())).isZero();

            assertThat(store.editions("ports:1")).containsExactly(again);
        }
    }

    @Test
    void aTwinThatIsFoundLaterIsStored() {
        Release alone = Releases.release("1", 1);
        Release linked = alone.withSameAs(List.of("portal:9", "ports:2"));
        try (ReleaseStore store = open(directory)) {
            assertThat(store.store(List.of(alone, linked, alone), List.of())).isEqualTo(2);

            assertThat(store.current("ports:1")).contains(linked);
        }
    }

    @Test
    void aReleaseIsReadWholeWithAllItsEditions() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 2), Releases.release("1", 1)), List.of());

            assertThat(store.current("ports:1")).contains(Releases.release("1", 2));
            assertThat(store.editions("ports:1")).containsExactly(Releases.release("1", 1), Releases.release("1", 2));
            assertThat(store.current("ports:9")).isEmpty();
            assertThat(store.editions("ports:9")).isEmpty();
        }
    }

    @Test
    void whoPagesThroughMissesNoneAndSeesNoneTwiceWhileNewOnesCome() {
        try (ReleaseStore store = open(directory)) {
            store.store(
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(i -> Releases.release("r" + i, 1))
                            .toList(),
                    List.of());
            List<String> seen = new ArrayList<>();
            long before = Long.MAX_VALUE;
            for (int page = 0; ; page++) {
                List<StoredRelease> next = store.search(ReleaseQuery.all(), before, 3);
                if (next.isEmpty()) {
                    break;
                }
                next.forEach(release -> seen.add(release.id()));
                long first = next.get(0).number();
                assertThat(store.releasesAfter(ReleaseQuery.all(), first - 1, 1))
                        .extracting(NumberedRelease::number)
                        .containsExactly(first);
                before = next.get(next.size() - 1).number();
                store.store(
                        List.of(Releases.release("new" + page, 1), Releases.release("r" + (page + 1), 2)), List.of());
            }

            assertThat(seen)
                    .containsExactlyElementsOf(IntStream.iterate(10, i -> i >= 1, i -> i - 1)
                            .mapToObj(i -> "ports:r" + i)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            harbour                | 1
            HARBOUR budget         | 1
            "harbour budget"       |
            "budget harbour"       | 1
            harb*                  | 1
            harb                   |
            munchen                | 2
            München                | 2
            예산                   | 3
            추가경정예산           | 3
            경정예                 | 3
            산                     | 3
            予算                   | 4
            補正予算               | 4
            補予                   |
            1,150                  | 1
            annex                  | 1
            pages of the annex     | 1
            "pages of the annex"   | 1
            "annex pages"          |
            "the budget harb*"     | 1
            "harbour budget*"      |
            "spent 3 million"      | 1 2 3 4
            "million spent"        |
            "2 minister ada"       |
            "*                     |
            ' OR 1=1 --            |
            a:b & !c <-> (d)       |
            title                  | 1 2 3 4
            """)
    void wordsAreFoundInEveryScript(String words, @Nullable String found) {
        Release files = Releases.release("1", 1, " The budget (harbour) of 1,150 million.");
        try (ReleaseStore store = open(directory)) {
            store.store(
                    List.of(
                            files.withAttachments(
                                    List.of(files.attachments()
                                            .get(0)
                                            .read(Attachment.Extraction.OK, Optional.of("Pages of the Annex"))),
                                    files.provenance(),
                                    files.fetchedAt()),
                            Releases.release("2", 1, " Die Messe in München."),
                            Releases.release("3", 1, "정부는 추가경정예산안을 발표했다."),
                            Releases.release("4", 1, "令和八年度補正予算について。")),
                    List.of());

            assertThat(store.search(ReleaseQuery.all().withText(words), Long.MAX_VALUE, 10))
                    .extracting(release -> release.id().substring("ports:".length()))
                    .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" "));
        }
    }

    @Test
    void aNewEditionIsFoundByItsOwnWordsAndNoLongerByTheOldOnes() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1, "A pier for the island.")), List.of());
            store.store(List.of(Releases.release("1", 2, "A bridge for the island.")), List.of());

            assertThat(store.search(ReleaseQuery.all().withText("pier"), Long.MAX_VALUE, 10))
                    .isEmpty();
            assertThat(store.search(ReleaseQuery.all().withText("bridge"), Long.MAX_VALUE, 10))
                    .hasSize(1);
        }
    }

    @Test
    void filtersLeaveWhatTheySay() {
        ReleaseQuery all = ReleaseQuery.all();
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1)), List.of());

            assertThat(List.of(
                            all.ofSource("ports"),
                            all.inCountry("NO"),
                            all.between(Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(LocalDate.of(2026, 3, 2))),
                            all.naming(new ReleaseQuery.Named(Entity.Type.PERSON, "Ada Holm")),
                            all.measuring(measured("EUR", "3000000"))))
                    .allSatisfy(query -> assertThat(store.search(query, Long.MAX_VALUE, 10))
                            .as("%s", query)
                            .hasSize(1));
            assertThat(List.of(
                            all.ofSource("roads"),
                            all.inCountry("SE"),
                            all.between(Optional.of(LocalDate.of(2026, 3, 3)), Optional.empty()),
                            all.between(Optional.empty(), Optional.of(LocalDate.of(2026, 3, 1))),
                            all.naming(new ReleaseQuery.Named(Entity.Type.PLACE, "Ada Holm")),
                            all.measuring(measured("EUR", "3000000.01")),
                            all.measuring(measured("USD", "1"))))
                    .allSatisfy(query -> assertThat(store.search(query, Long.MAX_VALUE, 10))
                            .as("%s", query)
                            .isEmpty());
        }
    }

    private static ReleaseQuery.Measured measured(String unit, String atLeast) {
        return new ReleaseQuery.Measured(
                Optional.of(Figure.Kind.MONEY),
                Optional.of(unit),
                Optional.empty(),
                Optional.of(new BigDecimal(atLeast)));
    }

    @Test
    void theNewestComeWholeInTheOrderOfASearch() {
        try (ReleaseStore store = open(directory)) {
            store.store(
                    List.of(Releases.release("1", 1), Releases.release("2", 1), Releases.release("3", 1)), List.of());

            List<NumberedRelease> newest = store.newest(ReleaseQuery.all().withText("minister"), Long.MAX_VALUE, 2);

            assertThat(newest).extracting(one -> one.release().id()).containsExactly("ports:3", "ports:2");
            assertThat(store.newest(ReleaseQuery.all(), newest.get(1).number(), 2))
                    .extracting(NumberedRelease::release)
                    .containsExactly(Releases.release("1", 1));
        }
    }

    @Test
    void whoWatchesASearchIsToldOfReleasesAndOfTheirNextEditions() {
        ReleaseQuery ministers = ReleaseQuery.all().withText("minister").inCountry("NO");
        try (ReleaseStore store = open(directory)) {
            assertThat(store.lastSequence()).isZero();
            store.store(List.of(Releases.release("1", 1), Releases.release("2", 1)), List.of());
            List<StoredEdition> first = store.changedAfter(ministers, 0, 10);
            long seen = store.lastSequence();
            store.store(List.of(Releases.release("1", 2)), List.of());

            assertThat(first).extracting(one -> one.release().id()).containsExactly("ports:1", "ports:2");
            assertThat(first.get(1).sequence()).isEqualTo(seen);
            assertThat(store.changedAfter(ministers, seen, 10))
                    .extracting(StoredEdition::release)
                    .containsExactly(Releases.release("1", 2));
            assertThat(store.changedAfter(ReleaseQuery.all().inCountry("SE"), 0, 10))
                    .isEmpty();
        }
    }

    @Test
    void facetsCountReleasesOfTheNewestThatMatch() {
        try (ReleaseStore store = open(directory)) {
            store.store(
                    List.of(Releases.release("1", 1), Releases.release("2", 1), Releases.release("3", 1)), List.of());

            Facets facets = store.facets(ReleaseQuery.all().inCountry("NO"), 2, 5);

            assertThat(facets.among()).isEqualTo(2);
            assertThat(facets.complete()).isFalse();
            assertThat(facets.sources()).containsExactly(new Facets.Count<>("ports", 2));
            assertThat(facets.countries()).containsExactly(new Facets.Count<>("NO", 2));
            assertThat(facets.names()).containsEntry(Entity.Type.PERSON, List.of(new Facets.Count<>("Ada Holm", 2)));
            assertThat(facets.kinds()).containsExactly(new Facets.Count<>(Figure.Kind.MONEY, 2));
            assertThat(facets.currencies()).containsExactly(new Facets.Count<>("EUR", 2));
            assertThat(store.facets(ReleaseQuery.all(), 3, 5).complete()).isTrue();
            assertThat(store.facets(ReleaseQuery.all().ofSource("roads"), 3, 5).among())
                    .isZero();
        }
    }

    @Test
    void figuresComeWithTheReleaseThatSaysThem() {
        try (ReleaseStore store = open(directory)) {
            store.store(List.of(Releases.release("1", 1), Releases.release("2", 1)), List.of());

            List<StoredFigure> all = store.figures(ReleaseQuery.all(), Long.MAX_VALUE, 10);

            assertThat(all).extracting(StoredFigure::id).containsExactly("ports:2", "ports:1");
            assertThat(all.get(0).value()).contains(new BigDecimal("3000000"));
            assertThat(all.get(0).period()).contains(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
            assertThat(store.figures(ReleaseQuery.all(), all.get(0).release(), 10))
                    .extracting(StoredFigure::id)
                    .containsExactly("ports:1");
            assertThat(store.figures(ReleaseQuery.all().measuring(measured("USD", "1")), Long.MAX_VALUE, 10))
                    .isEmpty();
            assertThat(store.figures(ReleaseQuery.all().measuring(measured("EUR", "1")), Long.MAX_VALUE, 1))
                    .hasSize(1);
        }
    }

    private static void write(ReleaseStore store, String prefix, int partition) {
        for (int i = 1; i <= 40; i++) {
            store.store(List.of(Releases.release(prefix + i, 1)), List.of(new Position(TOPIC, partition, i)));
        }
    }
}
