package io.communique.app.broker;

import io.communique.contract.topic.Brokers;

/** A broker to talk to, whoever runs it. */
public interface BrokerHandle extends AutoCloseable {
    /** Returns {@code host:port} pairs, separated by commas. */
    String bootstrapServers();

    /** Returns how clients of this process reach it. */
    default Brokers brokers() {
        return Brokers.at(bootstrapServers());
    }

    /** Stops the broker if this process runs it. */
    @Override
    void close();
}
