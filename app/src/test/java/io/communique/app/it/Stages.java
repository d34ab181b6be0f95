package io.communique.app.it;

import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.stream.Enrich;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.publish.PagePublisher;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import io.communique.sink.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Starts stages against a broker, and looks into its topics. */
final class Stages {
    private static final int PARTITIONS = 3;

    private Stages() {}

    static void createTopics(Brokers brokers) throws InterruptedException {
        try (Admin admin = Admin.create(brokers.settings())) {
            Topics.createMissing(admin, PARTITIONS, (short) 1);
        }
    }

    static Ingest ingest(Brokers brokers, SourceCatalogue sources, String instance) {
        return Ingest.start(
                new IngestConfig(
                        brokers,
                        IngestConfig.USER_AGENT_DEFAULT,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(20),
                        IngestConfig.BODY_BYTES_MAX_DEFAULT,
                        List.of("127.0.0.1"),
                        Optional.of(instance)),
                sources);
    }

    static Enrich enrich(Brokers brokers, Path directory, String instance) {
        return Enrich.start(
                new EnrichConfig(brokers, directory.resolve("enrich-" + instance), 1, Optional.of(instance)));
    }

    static Sink sink(Brokers brokers, Path directory, String instance) {
        return Sink.start(
                new SinkConfig(brokers, StoreAddress.file(directory.resolve("releases.db")), Optional.of(instance)));
    }

    static void send(Brokers brokers, ProducerRecord<byte[], byte[]> message)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(brokers.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }

    /** How many partitions of a topic each member of a consumer group has. */
    static List<Long> partitionsByMember(Brokers brokers, String group, String topic)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(brokers.settings())) {
            return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get().members().stream()
                    .map(member -> member.assignment().topicPartitions().stream()
                            .filter(partition -> partition.topic().equals(topic))
                            .count())
                    .toList();
        }
    }

    /** Takes every partition of the frontier as another process would, and leaves it at once. */
    static void fenceIngest(Brokers brokers) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            PagePublisher.forPartition(brokers, partition).close();
        }
    }

    /** Everything committed on a topic so far, partition by partition. */
    static List<ConsumerRecord<byte[], byte[]>> readAll(Brokers brokers, String topic) {
        Map<String, Object> settings = brokers.settings(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                64 << 20));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
