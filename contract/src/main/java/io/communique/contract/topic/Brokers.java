package io.communique.contract.topic;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * The Kafka brokers, and how to get in.
 *
 * @param servers brokers to begin with, {@code host:port} separated by commas
 * @param connection Kafka's own client properties about the connection, such as {@code security.protocol} and {@code sasl.jaas.config}; none for
 *     brokers that ask nobody who they are
 */
public record Brokers(String servers, Map<String, String> connection) {
    /** What a client reads or writes, and what that guarantees, is ours to say. */
    private static final Pattern ABOUT_THE_CONNECTION = Pattern.compile(
            "(?:security|sasl|ssl|socket|reconnect|retry|connections|metadata)\\..+|client\\.(?:dns\\.lookup|rack)");

    public Brokers {
        if (servers.isBlank()) {
            throw new IllegalArgumentException("a broker must be named, host:port");
        }
        connection = Map.copyOf(connection);
        for (String name : connection.keySet()) {
            if (!ABOUT_THE_CONNECTION.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        name + " is no property of the connection; security.…, sasl.… and ssl.… are");
            }
        }
    }

    /** Names brokers that ask nobody who they are. */
    public static Brokers at(String servers) {
        return new Brokers(servers, Map.of());
    }

    /**
     * Names brokers with the properties in a file of Java's form, such as Kafka's own tools take.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has a property that is not about the connection
     */
    public static Brokers at(String servers, Path file) throws IOException {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        }
        Map<String, String> connection = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> connection.put(name, read.getProperty(name)));
        connection.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return new Brokers(servers, connection);
    }

    /** Returns what every client needs. */
    public Map<String, Object> settings() {
        return settings(Map.of());
    }

    /** Returns the settings of a client: how to reach the brokers, and {@code ours} beside that. */
    public Map<String, Object> settings(Map<String, ?> ours) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(ours);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        return all;
    }

    /** Returns the servers alone: a password may be among the rest. */
    @Override
    public String toString() {
        return servers;
    }
}
