package io.communique.sink.store.sqlite;

import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.ReleaseStoreContract;
import java.nio.file.Path;

final class SqliteReleaseStoreTest extends ReleaseStoreContract {
    @Override
    protected ReleaseStore open(Path directory) {
        return SqliteReleaseStore.open(directory.resolve("releases.db"));
    }
}
