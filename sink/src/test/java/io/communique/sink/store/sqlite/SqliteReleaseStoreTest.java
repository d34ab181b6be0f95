package io.communique.sink.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.ReleaseStoreContract;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReleaseStoreTest extends ReleaseStoreContract {
    @Override
    protected ReleaseStore open(Path directory) {
        return Stores.open(StoreAddress.file(directory.resolve("releases.db")));
    }

    @Override
    protected Connection connect(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("releases.db"));
    }

    @RepeatedTest(5)
    void severalThatOpenOneNewFileAtOnceAllOpenIt(@TempDir Path fresh) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> opened = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opened.add(threads.submit(() -> {
                    try (ReleaseStore store = open(fresh)) {
                        return store.releases().size();
                    }
                }));
            }
            for (Future<Integer> releases : opened) {
                assertThat(releases.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
