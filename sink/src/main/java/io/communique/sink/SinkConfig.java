package io.communique.sink;

import io.communique.sink.store.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the sink stage.
 *
 * @param bootstrapServers brokers to begin with, {@code host:port} separated by commas
 * @param store where releases are stored
 * @param instanceId a stable name of this process, so that a restart resumes at once; empty where names are not stable
 */
public record SinkConfig(String bootstrapServers, StoreAddress store, Optional<String> instanceId) {
    public SinkConfig {
        Objects.requireNonNull(instanceId, "instanceId");
        List<String> problems = new ArrayList<>();
        if (bootstrapServers.isBlank()) {
            problems.add("bootstrapServers must name a broker");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("sink: " + String.join("; ", problems));
        }
    }
}
