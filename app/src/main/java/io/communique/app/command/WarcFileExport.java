package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.topic.TopicReader;
import io.communique.contract.page.RawPage;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.NotAPageException;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Topics;
import io.communique.ingest.warc.WarcExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Pages off the topic into an archive. */
final class WarcFileExport {
    private final Brokers brokers;

    @Nullable
    private final String source;

    /**
     * Reads from the brokers named.
     *
     * @param source whose pages alone are meant; null for all
     */
    WarcFileExport(Brokers brokers, @Nullable String source) {
        this.brokers = brokers;
        this.source = source;
    }

    /** Writes the archive, and returns how many pages are in it. */
    long write(Path archive) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                WarcExport export = new WarcExport(out, archive.toString().endsWith(".gz"))) {
            return write(export);
        } catch (IOException e) {
            throw new CommandFailedException(archive + " cannot be written: " + e, e);
        } catch (KafkaException e) {
            throw new CommandFailedException("press.pages cannot be read from the brokers at " + brokers + ": " + e, e);
        }
    }

    private long write(WarcExport export) throws IOException {
        AtomicLong written = new AtomicLong();
        try (TopicReader pages = new TopicReader(brokers)) {
            pages.all(Topics.PAGES.name(), message -> written.addAndGet(write(export, message)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written.get();
    }

    private int write(WarcExport export, ConsumerRecord<byte[], byte[]> message) {
        try {
            RawPage page = PageHeaders.read(new String(message.key(), UTF_8), message.value(), message.headers());
            if (source != null && !source.equals(page.facts().source())) {
                return 0;
            }
            export.write(page);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotAPageException e) {
            System.err.println("communique export: the record at " + message.topic() + "-" + message.partition() + " "
                    + message.offset() + " is no page and is passed over: " + e.getMessage());
            return 0;
        }
    }
}
