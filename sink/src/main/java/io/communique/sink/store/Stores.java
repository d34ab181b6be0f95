package io.communique.sink.store;

import io.communique.sink.store.jdbc.JdbcReleaseStore;
import io.communique.sink.store.postgres.PostgresDatabase;
import io.communique.sink.store.sqlite.SqliteDatabase;
import java.nio.file.Path;

/** The stores there are. */
public final class Stores {
    private Stores() {}

    /**
     * Opens a store, makes its tables if they are not there, and brings them up to date.
     *
     * @throws StoreUnavailableException if it cannot be reached or written
     */
    public static ReleaseStore open(StoreAddress address) {
        return new JdbcReleaseStore(
                address.isPostgres()
                        ? PostgresDatabase.open(address)
                        : SqliteDatabase.open(Path.of(address.location())));
    }
}
