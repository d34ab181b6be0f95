package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.topic.TopicReader;
import io.communique.contract.page.RawPage;
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
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code communique export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that was fetched, as press.pages has it now, to a WARC 1.1 archive.",
            "",
            "Bodies are as they came, after content decoding; files attached to releases are included."
        })
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private StageOptions stage = new StageOptions();

    @SuppressWarnings("NullAway.Init") // Required.
    @Option(
            names = "--warc",
            paramLabel = "FILE",
            required = true,
            description = "Archive to write; it must not be there yet. Compressed if the name ends in .gz.")
    private Path archive;

    @Nullable
    @Option(names = "--source", paramLabel = "ID", description = "Only this source's pages.")
    private String source;

    @Override
    public Integer call() {
        long written = 0;
        if (Files.exists(archive)) {
            throw new CommandFailedException(archive + " is there already");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                WarcExport export = new WarcExport(out, archive.toString().endsWith(".gz"))) {
            written = write(export);
        } catch (IOException e) {
            throw new CommandFailedException(archive + " cannot be written: " + e, e);
        } catch (KafkaException e) {
            throw new CommandFailedException(
                    "press.pages cannot be read from the brokers at " + stage.bootstrapServers() + ": " + e, e);
        }
        System.err.println("communique export: " + written + " pages written to " + archive);
        return 0;
    }

    private long write(WarcExport export) throws IOException {
        AtomicLong written = new AtomicLong();
        try (TopicReader pages = new TopicReader(stage.bootstrapServers())) {
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
