package io.communique.sink.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.ReleaseStoreContract;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoreRefusedException;
import io.communique.sink.store.StoreUnavailableException;
import io.communique.sink.store.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresReleaseStoreTest extends ReleaseStoreContract {
    @TempDir
    static Path data;

    private static PostgresServer server;
    private static final Map<Path, StoreAddress> DATABASES = new HashMap<>();

    @BeforeAll
    static void start() {
        server = PostgresServer.start(data.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASES.clear();
    }

    @Override
    protected ReleaseStore open(Path directory) {
        return Stores.open(DATABASES.computeIfAbsent(directory, path -> server.database("store" + DATABASES.size())));
    }

    @Override
    protected Connection connect(Path directory) throws SQLException {
        StoreAddress address = Objects.requireNonNull(DATABASES.get(directory));
        return DriverManager.getConnection(
                address.location(),
                address.user().orElse(null),
                address.password().orElse(null));
    }

    @Test
    void aServerThatGoesAndComesBackIsFoundAgain() {
        try (ReleaseStore store = Stores.open(server.database("restarted"))) {
            store.store(List.of(Releases.release("1", 1)), List.of(new Position("press.releases", 0, 1)));

            server.stop();
            assertThatThrownBy(() -> store.store(List.of(Releases.release("2", 1)), List.of()))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store.next("press.releases", 0)).isInstanceOf(StoreUnavailableException.class);

            server.startAgain();
            // What the pool still holds of before is dead, and each of these is found out by use.
            await().ignoreException(StoreUnavailableException.class)
                    .until(() -> store.store(List.of(Releases.release("2", 1)), List.of()) == 1);
            await().ignoreException(StoreUnavailableException.class)
                    .until(() -> store.next("press.releases", 0).equals(OptionalLong.of(1)));
            assertThat(store.releases()).hasSize(2);
        }
    }

    @Test
    void aTextThatNoColumnTakesIsRefusedAndNotTriedForEver() {
        try (ReleaseStore store = Stores.open(server.database("refusing"))) {
            assertThatThrownBy(() -> store.store(List.of(Releases.release("1", 1, "one \0 two")), List.of()))
                    .isInstanceOf(StoreRefusedException.class);
            assertThat(store.releases()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereOrDoesNotLetUsInIsOneClearErrorWithoutThePassword() {
        StoreAddress nowhere = new StoreAddress(
                "jdbc:postgresql://localhost:1/x?password=secret", Optional.of("me"), Optional.of("secret"));
        assertThatThrownBy(() -> Stores.open(nowhere))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("localhost:1/x")
                .hasMessageNotContaining("secret");
        assertThat(nowhere.toString()).doesNotContain("secret");
    }
}
