package io.communique.app.command;

import io.communique.contract.topic.Brokers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Which brokers, and how to get in. */
final class BrokerOptions {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:COMMUNIQUE_BOOTSTRAP_SERVERS:-localhost:9092}",
            description =
                    "Brokers to begin with. Environment: COMMUNIQUE_BOOTSTRAP_SERVERS. Default: ${DEFAULT-VALUE}.")
    private String bootstrapServers = "";

    @Nullable
    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:COMMUNIQUE_KAFKA_PROPERTIES:-}",
            description =
                    "Kafka's client properties about the connection, for brokers that ask for TLS or a user: security.…, sasl.…, ssl.… ."
                            + " Environment: COMMUNIQUE_KAFKA_PROPERTIES. Default: none.")
    private String properties;

    @Nullable
    private Brokers brokers;

    /**
     * Returns the brokers; the file is read once.
     *
     * @throws ParameterException if they, or the file, cannot be right
     */
    Brokers brokers() {
        if (brokers == null) {
            brokers = Settings.of(command, this::read);
        }
        return brokers;
    }

    private Brokers read() {
        Optional<Path> file = Settings.given(properties).map(Path::of);
        try {
            return file.isPresent() ? Brokers.at(bootstrapServers, file.get()) : Brokers.at(bootstrapServers);
        } catch (IOException e) {
            throw new IllegalArgumentException("--kafka-properties cannot be read: " + e, e);
        }
    }
}
