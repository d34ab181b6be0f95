package io.communique.app.command;

import io.communique.sink.store.StoreAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where releases are stored. */
final class StoreOptions {
    /** Only here: a password on a command line is everybody's to read. */
    private static final String PASSWORD = "COMMUNIQUE_DATABASE_PASSWORD";

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--database",
            paramLabel = "FILE|URL",
            defaultValue = "${env:COMMUNIQUE_DATABASE:-communique-data/releases.db}",
            description =
                    "A SQLite file, made if it is not there, or jdbc:postgresql://host:port/database. The password is taken from"
                            + " the environment: " + PASSWORD
                            + ". Environment: COMMUNIQUE_DATABASE. Default: ${DEFAULT-VALUE}.")
    private String database = "";

    @Nullable
    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "${env:COMMUNIQUE_DATABASE_USER:-}",
            description = "Whom PostgreSQL knows us as. Environment: COMMUNIQUE_DATABASE_USER.")
    private String user;

    StoreAddress address() {
        return Settings.of(
                command,
                () -> new StoreAddress(database, Settings.given(user), Settings.given(System.getenv(PASSWORD))));
    }
}
