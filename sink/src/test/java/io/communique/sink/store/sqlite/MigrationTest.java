package io.communique.sink.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Release;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoredEdition;
import io.communique.sink.store.StoredRelease;
import io.communique.sink.store.Stores;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that an earlier version wrote is brought up to date, and every row of it is still there. */
final class MigrationTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4"})
    void everyRowOfAnEarlierVersionIsThereAndGoesOn(String version) throws SQLException {
        Path file = directory.resolve("releases.db");
        List<Release> written = List.of(
                Releases.release("2", 1, " A pier for the island."),
                Releases.release("1", 1, " 추가경정예산"),
                Releases.release("1", 2, " 추가경정예산안"));
        FirstVersion.writeAs(version, file, written, "press.releases", 0, 3);

        try (ReleaseStore store = Stores.open(StoreAddress.file(file))) {
            assertThat(store.editionsAfter(0, 10))
                    .extracting(StoredEdition::release)
                    .containsExactlyElementsOf(written);
            assertThat(store.next("press.releases", 0)).hasValue(3);
            assertThat(store.releases()).extracting(StoredRelease::id).containsExactlyInAnyOrder("ports:1", "ports:2");
            assertThat(store.search(ReleaseQuery.all(), Long.MAX_VALUE, 10))
                    .as("in the order of their first editions, the last first")
                    .extracting(StoredRelease::id)
                    .containsExactly("ports:1", "ports:2");
            assertThat(found(store, "pier")).containsExactly("ports:2");
            assertThat(found(store, "예산안")).containsExactly("ports:1");
            assertThat(found(store, "annex")).containsExactly("ports:1", "ports:2");

            store.store(
                    List.of(Releases.release("1", 3, " A bridge."), Releases.release("3", 1)),
                    List.of(new Position("press.releases", 0, 5)));
            assertThat(found(store, "bridge")).containsExactly("ports:1");
            assertThat(found(store, "예산안")).isEmpty();
            assertThat(store.editionsAfter(0, 10)).hasSize(5);
        }
    }

    private static List<String> found(ReleaseStore store, String words) {
        return store.search(ReleaseQuery.all().withText(words), Long.MAX_VALUE, 10).stream()
                .map(StoredRelease::id)
                .toList();
    }
}
