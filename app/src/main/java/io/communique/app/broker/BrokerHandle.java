package io.communique.app.broker;

/** A broker to talk to, whoever runs it. */
public interface BrokerHandle extends AutoCloseable {
    /** Returns {@code host:port} pairs, separated by commas. */
    String bootstrapServers();

    /** Stops the broker if this process runs it. */
    @Override
    void close();
}
