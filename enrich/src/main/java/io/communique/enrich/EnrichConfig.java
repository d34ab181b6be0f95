package io.communique.enrich;

import io.communique.contract.topic.Brokers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the enrich stage.
 *
 * @param brokers the Kafka brokers
 * @param stateDir where the stage keeps its stores; may be lost, they are restored from the brokers
 * @param threads stream threads in this process, 1 to 64; more than the topic has partitions are idle
 * @param instanceId a stable name of this process, so that a restart resumes at once; empty where names are not stable
 * @param standbys copies of each store that other processes keep up to date, 0 to 8, so that a lost one need not be restored first
 */
public record EnrichConfig(Brokers brokers, Path stateDir, int threads, Optional<String> instanceId, int standbys) {
    private static final int THREADS_MAX = 64;
    private static final int STANDBYS_MAX = 8;

    public EnrichConfig {
        Objects.requireNonNull(stateDir, "stateDir");
        Objects.requireNonNull(instanceId, "instanceId");
        Objects.requireNonNull(brokers, "brokers");
        List<String> problems = new ArrayList<>();
        if (threads < 1 || threads > THREADS_MAX) {
            problems.add("threads must be from 1 to " + THREADS_MAX + ": " + threads);
        }
        if (standbys < 0 || standbys > STANDBYS_MAX) {
            problems.add("standbys must be from 0 to " + STANDBYS_MAX + ": " + standbys);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("enrich: " + String.join("; ", problems));
        }
    }

    /** Makes settings without standbys. */
    public EnrichConfig(Brokers brokers, Path stateDir, int threads, Optional<String> instanceId) {
        this(brokers, stateDir, threads, instanceId, 0);
    }
}
