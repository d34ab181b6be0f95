package io.communique.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.topic.Brokers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A broker with a port that speaks TLS and lets in who shows a password. */
public final class GuardedBroker implements AutoCloseable {
    private static final String STORE_PASSWORD = "guarded";

    private final EmbeddedBroker broker;
    private final Path directory;
    private final int port;

    private GuardedBroker(EmbeddedBroker broker, Path directory, int port) {
        this.broker = broker;
        this.directory = directory;
        this.port = port;
    }

    /** Starts it in a directory of its own. */
    public static GuardedBroker start(Path directory) throws IOException, InterruptedException {
        Path keys = directory.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                keys.toString());
        int port = EmbeddedBroker.freePort();
        EmbeddedBroker broker =
                EmbeddedBroker.start(directory.resolve("broker"), 0, settings -> guarded(settings, keys, port));
        return new GuardedBroker(broker, directory, port);
    }

    private static Properties guarded(Properties settings, Path keys, int port) {
        String address = ",GUARDED://127.0.0.1:" + port;
        settings.merge("listeners", address, GuardedBroker::joined);
        settings.merge("advertised.listeners", address, GuardedBroker::joined);
        settings.merge("listener.security.protocol.map", ",GUARDED:SASL_SSL", GuardedBroker::joined);
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.guarded.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_communique=\"harbour\";");
        settings.put("listener.name.guarded.ssl.keystore.location", keys.toString());
        settings.put("listener.name.guarded.ssl.keystore.password", STORE_PASSWORD);
        settings.put("listener.name.guarded.ssl.key.password", STORE_PASSWORD);
        return settings;
    }

    private static Object joined(Object before, Object more) {
        return before.toString() + more;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(arguments));
        builder.command().addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Writes the properties of a client that shows a password. */
    public Path properties(String password) throws IOException {
        return Files.writeString(
                directory.resolve(password + ".properties"),
                String.join(
                        "\n",
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=PLAIN",
                        "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"communique\" password=\""
                                + password + "\";",
                        "ssl.truststore.location=" + directory.resolve("keys.p12"),
                        "ssl.truststore.type=PKCS12",
                        "ssl.truststore.password=" + STORE_PASSWORD,
                        ""));
    }

    /** Returns {@code host:port} of the guarded port. */
    public String servers() {
        return "127.0.0.1:" + port;
    }

    /** Returns how clients with the right password get in. */
    public Brokers brokers() throws IOException {
        return Brokers.at(servers(), properties("harbour"));
    }

    @Override
    public void close() {
        broker.close();
    }
}
