package io.communique.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.RawPage;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts what a visit leaves behind on the topics, in one transaction: a page is never out without its frontier entry, nor the other way.
 *
 * <p>One publisher for each frontier partition, with a transactional id of its own: whoever takes the partition over fences the owner
 * before. Not safe to share between threads.
 */
public final class PagePublisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    PagePublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
    }

    /**
     * Takes the partition: from here on no other publisher of it can write.
     *
     * @throws KafkaException if the brokers do not answer; trying again may help
     */
    public static PagePublisher forPartition(Brokers brokers, int partition) {
        Map<String, Object> settings = brokers.settings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "communique-ingest-" + partition);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.RECORD_BYTES_MAX);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topic.RECORD_BYTES_MAX);
        return new PagePublisher(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * Publishes all of {@code results}, in their order, or nothing.
     *
     * @throws OwnershipLostException if another process has the partition now
     * @throws KafkaException if nothing was published and trying again may help
     * @throws IllegalStateException if this publisher can publish nothing any more
     */
    public void publish(List<VisitResult> results) {
        try {
            producer.beginTransaction();
            results.forEach(this::send);
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new OwnershipLostException(e);
        } catch (KafkaException e) {
            abort(e);
            throw e;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(VisitResult result) {
        result.page().ifPresent(page -> send(page(page)));
        result.oversized().ifPresent(oversized -> send(deadLetter(oversized)));
        result.entries().forEach(entry -> send(entry(entry)));
        result.status().ifPresent(status -> send(status(status)));
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // Committing waits for every record of the transaction and throws what any of
    // them met.
    private void send(ProducerRecord<byte[], byte[]> message) {
        producer.send(message);
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new OwnershipLostException(e);
        } catch (RetriableException e) {
            cause.addSuppressed(e);
        } catch (KafkaException e) {
            // In this state a producer refuses everything for ever; whoever takes the partition up makes a new one.
            e.addSuppressed(cause);
            throw new IllegalStateException(
                    "the producer can do no more, what it had to publish is asked for again", e);
        }
    }

    private ProducerRecord<byte[], byte[]> page(RawPage page) {
        String topic = Topics.PAGES.name();
        // A file goes where its release's page went, behind it.
        URI owner = page.facts().attached().map(AttachedTo::page).orElse(page.url());
        int partition = Partitions.of(owner, partitions(topic));
        byte[] key = page.url().toString().getBytes(UTF_8);
        return new ProducerRecord<>(
                topic, partition, null, key, page.body().toArray(), PageHeaders.write(page.facts()));
    }

    private ProducerRecord<byte[], byte[]> entry(FrontierEntry entry) {
        String topic = Topics.FRONTIER.name();
        int partition = Partitions.of(entry.url(), partitions(topic));
        byte[] value = Topics.FRONTIER.valueSerde().serializer().serialize(topic, entry);
        return new ProducerRecord<>(topic, partition, entry.url().toString().getBytes(UTF_8), value);
    }

    private ProducerRecord<byte[], byte[]> status(SourceStatus status) {
        String topic = Topics.SOURCE_STATUS.name();
        int partition = Partitions.ofKey(status.source(), partitions(topic));
        byte[] value = Topics.SOURCE_STATUS.valueSerde().serializer().serialize(topic, status);
        return new ProducerRecord<>(topic, partition, status.source().getBytes(UTF_8), value);
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(VisitResult.Oversized oversized) {
        FrontierEntry entry = oversized.entry();
        Headers headers = new RecordHeaders()
                .add("source", entry.source().getBytes(UTF_8))
                .add("requested-url", entry.requestUrl().toString().getBytes(UTF_8));
        String detail = "the page is larger than " + oversized.bytesMax() + " bytes and was not read to its end";
        byte[] key = entry.url().toString().getBytes(UTF_8);
        return DeadLetters.letter(key, null, headers, "ingest", "body-too-large", detail, null);
    }

    private int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }
}
