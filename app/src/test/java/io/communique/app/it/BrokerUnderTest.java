package io.communique.app.it;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A kind of broker that the integration tests run on: the embedded one always, a container where an engine answers. Which it was is
 * printed; the environment variable {@code COMMUNIQUE_TEST_BROKERS} ({@code embedded}, {@code containers}, {@code both}) asks for one kind
 * in so many words, and fails where it is not to be had.
 */
record BrokerUnderTest(String name, Function<Path, BrokerHandle> starter) {
    private static final String IMAGE = "apache/kafka:4.3.1";

    static List<BrokerUnderTest> available() {
        String asked =
                System.getenv().getOrDefault("COMMUNIQUE_TEST_BROKERS", "auto").toLowerCase(Locale.ROOT);
        List<BrokerUnderTest> brokers = switch (asked) {
            case "embedded" -> List.of(embedded());
            case "containers" -> List.of(container());
            case "both" -> List.of(embedded(), container());
            case "auto" -> engineAnswers() ? List.of(embedded(), container()) : List.of(embedded());
            default ->
                throw new IllegalArgumentException(
                        "COMMUNIQUE_TEST_BROKERS must be embedded, containers, both or auto: " + asked);
        };
        System.out.println("[brokers] the integration tests run on: " + brokers
                + (brokers.size() == 1 && asked.equals("auto")
                        ? " ONLY. No container engine answered, so nothing was tested on " + IMAGE
                        : ""));
        return brokers;
    }

    /** Starts a broker; what it keeps on this machine's disk, it keeps in {@code directory}. */
    BrokerHandle start(Path directory) {
        return starter.apply(directory);
    }

    private static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static BrokerUnderTest embedded() {
        return new BrokerUnderTest("the embedded broker", directory -> EmbeddedBroker.start(directory, 0));
    }

    private static BrokerUnderTest container() {
        return new BrokerUnderTest(IMAGE + " in a container", directory -> {
            KafkaContainer container = new KafkaContainer(DockerImageName.parse(IMAGE));
            container.start();
            return new ContainerHandle(container);
        });
    }

    @Override
    public String toString() {
        return name;
    }

    private record ContainerHandle(KafkaContainer container) implements BrokerHandle {
        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
