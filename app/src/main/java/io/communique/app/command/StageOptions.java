package io.communique.app.command;

import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every stage needs to know of its brokers. */
final class StageOptions {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private BrokerOptions brokers = new BrokerOptions();

    @Nullable
    @Option(
            names = "--instance-id",
            paramLabel = "NAME",
            defaultValue = "${env:COMMUNIQUE_INSTANCE_ID:-}",
            description =
                    "A stable name of this process: with it a restart resumes at once, without it after the session timeout of"
                            + " 10 s. Environment: COMMUNIQUE_INSTANCE_ID.")
    private String instanceId;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_PARTITIONS:-6}",
            description =
                    "Partitions of topics that are not there yet: as many processes of a stage can share its work. Environment:"
                            + " COMMUNIQUE_PARTITIONS. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_REPLICATION:-1}",
            description =
                    "Copies of topics that are not there yet. Environment: COMMUNIQUE_REPLICATION. Default: ${DEFAULT-VALUE}.")
    private short replication;

    Brokers brokers() {
        return brokers.brokers();
    }

    Optional<String> instanceId() {
        return Settings.given(instanceId);
    }

    /**
     * Makes a stage's settings.
     *
     * @throws ParameterException if they, or the topics, cannot have the values
     */
    <T> T settings(Supplier<T> settings) {
        requirePositive("--partitions", partitions);
        requirePositive("--replication", replication);
        return Settings.of(command, settings);
    }

    /** Any stage may be the first to start; whichever it is makes the topics. */
    void createTopics() throws InterruptedException {
        System.err.println(command.qualifiedName() + ": asking the brokers at " + brokers.brokers());
        try (Admin admin = Admin.create(brokers.brokers().settings())) {
            Topics.createMissing(admin, partitions, replication);
        } catch (IllegalStateException | KafkaException e) {
            throw new CommandFailedException(
                    "no answer from the brokers at " + brokers.brokers() + ": " + rootMessage(e), e);
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(command.commandLine(), option + " must be at least 1: " + value);
        }
    }

    private static String rootMessage(Throwable error) {
        Throwable at = error;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.toString() : at.getMessage();
    }
}
