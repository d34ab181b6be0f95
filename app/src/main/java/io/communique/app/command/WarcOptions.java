package io.communique.app.command;

import io.communique.contract.page.RawPage;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.warc.WarcImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Option;

/** Archives to read instead of the web. */
final class WarcOptions {
    @Option(
            names = "--warc",
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Publish the releases of these WARC files (plain or gzip), with origin backfill, and ask no site for anything.",
                "Taken is what a list in the archive names, and whatever has an id by its source's siteId."
            })
    private List<Path> archives = List.of();

    boolean isGiven() {
        return !archives.isEmpty();
    }

    /**
     * Publishes all files.
     *
     * @return the exit code: 1 if a file could not be read to its end; what it gave until then is published
     */
    int publish(Brokers brokers, SourceCatalogue sources) {
        int unreadable = 0;
        AtomicReference<Exception> refused = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(brokers), new ByteArraySerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(Topics.PAGES.name()).size();
            WarcImport archive = new WarcImport(sources, IngestConfig.BODY_BYTES_MAX_DEFAULT);
            for (Path file : archives) {
                try {
                    WarcImport.Counts counts = archive.read(file, page -> send(producer, page, partitions, refused));
                    System.err.println("communique: " + file + ": " + counts.published() + " pages published, "
                            + counts.passedOver() + " passed over, " + counts.unreadable() + " unreadable, "
                            + counts.tooLarge() + " too large");
                } catch (IOException e) {
                    System.err.println("communique: " + file + " cannot be read to its end: " + e);
                    unreadable++;
                }
            }
            producer.flush();
        } catch (KafkaException e) {
            throw new CommandFailedException("the brokers at " + brokers + " did not take the pages: " + e, e);
        }
        if (refused.get() != null) {
            throw new CommandFailedException("a page was not taken: " + refused.get(), refused.get());
        }
        return unreadable == 0 ? 0 : 1;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure, and the flush waits for all.
    private static void send(
            KafkaProducer<byte[], byte[]> producer, RawPage page, int partitions, AtomicReference<Exception> refused) {
        byte[] key = page.url().toString().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(
                        Topics.PAGES.name(),
                        Partitions.of(page.url(), partitions),
                        null,
                        key,
                        page.body().toArray(),
                        PageHeaders.write(page.facts())),
                (sent, error) -> {
                    if (error != null) {
                        refused.compareAndSet(null, error);
                    }
                });
    }

    private static Map<String, Object> settings(Brokers brokers) {
        return brokers.settings(Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.RECORD_BYTES_MAX,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                2L * Topic.RECORD_BYTES_MAX));
    }
}
