package io.communique.app.broker;

import io.communique.contract.topic.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.UnaryOperator;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * One KRaft broker and controller in this JVM, on loopback, its data in a directory that survives restarts and kill -9.
 *
 * <p>The classes it is made of are internal to Kafka and may move between versions; that is why all of them are named in this file
 * alone.
 */
public final class EmbeddedBroker implements BrokerHandle {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final HangingTransactions hangingTransactions;

    private EmbeddedBroker(DirectoryLock lock, KafkaRaftServer server, String bootstrapServers) {
        this.lock = lock;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.hangingTransactions = new HangingTransactions(bootstrapServers);
        Thread watcher = new Thread(hangingTransactions, "hanging-transactions");
        watcher.setDaemon(true);
        watcher.start();
    }

    /**
     * Starts the broker and returns when it is up.
     *
     * @param data the directory; made if it is not there, used by one process at a time
     * @param port on loopback; 0 for any free one
     * @throws BrokerStartException if the directory is in use, the port is taken, or the data is not readable
     */
    public static EmbeddedBroker start(Path data, int port) {
        return start(data, port, settings -> settings);
    }

    /** Starts a broker whose settings {@code changed} has changed, such as one that asks clients who they are on a second port. */
    static EmbeddedBroker start(Path data, int port, UnaryOperator<Properties> changed) {
        DirectoryLock lock = DirectoryLock.take(data);
        try {
            int brokerPort = port == 0 ? freePort() : requireFree(port);
            Path log = data.resolve("kafka");
            format(log);
            KafkaRaftServer server = new KafkaRaftServer(
                    KafkaConfig.fromProps(changed.apply(settings(log, brokerPort, freePort()))), Time.SYSTEM);
            startUp(server);
            return new EmbeddedBroker(lock, server, LOOPBACK + ":" + brokerPort);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        hangingTransactions.stop();
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /** A failed start leaves threads that would keep the JVM alive, unless the half-started server is shut down. */
    private static void startUp(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            server.shutdown();
            throw new BrokerStartException("the embedded broker did not start: " + e.getMessage(), e);
        }
    }

    private static void format(Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(log);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName(CONTROLLER)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new BrokerStartException(
                    "the broker's directory " + log + " could not be prepared: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path log, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        // A static quorum: the voters are not in the log, so the controller's port may change at each start.
        settings.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://" + LOOPBACK + ":" + brokerPort + "," + CONTROLLER + "://" + LOOPBACK + ":"
                        + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + brokerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(Topic.RECORD_BYTES_MAX));
        // By default 128 MiB of heap; our compacted topics hold some thousand keys.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After kill -9 the controller refuses the broker until its old session ends: 9 s by default. Much shorter than
        // this, and a
        // busy machine makes the controller miss its own broker.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        singleNode(settings);
        return settings;
    }

    private static void singleNode(Properties settings) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
    }

    static int freePort() {
        return requireFree(0);
    }

    /** Asks before Kafka does: its own complaint about a taken port names neither the port nor a way out. */
    private static int requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw port == 0
                    ? new UncheckedIOException("no free port on " + LOOPBACK, e)
                    : new BrokerStartException("port " + port + " is taken; choose another one with --broker-port", e);
        }
    }
}
