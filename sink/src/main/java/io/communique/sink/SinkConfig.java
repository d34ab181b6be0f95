package io.communique.sink;

import io.communique.contract.topic.Brokers;
import io.communique.sink.store.StoreAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the sink stage.
 *
 * @param brokers the Kafka brokers
 * @param store where releases are stored
 * @param instanceId a stable name of this process, so that a restart resumes at once; empty where names are not stable
 */
public record SinkConfig(Brokers brokers, StoreAddress store, Optional<String> instanceId) {
    public SinkConfig {
        Objects.requireNonNull(brokers, "brokers");
        Objects.requireNonNull(instanceId, "instanceId");
    }
}
