package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.app.broker.BrokerHandle;
import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.letters.Letter;
import io.communique.app.letters.LetterBox;
import io.communique.app.topic.TopicReader;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Letters are dealt with once, and stay where they are. */
final class DeadLettersCommandTest {
    @TempDir
    Path directory;

    private BrokerHandle broker;

    @BeforeEach
    void start() throws InterruptedException {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (Admin admin = Admin.create(broker.brokers().settings())) {
            Topics.createMissing(admin, 2, (short) 1);
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aLetterIsPutBackWhereItCameFromAsItCame() throws Exception {
        String letter = write("enrich", "enrichment-failed", "press.pages-1@7");

        assertThat(run("list")).isZero();
        assertThat(run("retry", letter)).isZero();

        List<ConsumerRecord<byte[], byte[]>> pages = read(Topics.PAGES.name());
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).partition()).isEqualTo(1);
        assertThat(pages.get(0).key()).asString().isEqualTo("a key");
        assertThat(pages.get(0).value()).asString().isEqualTo("a value");
        assertThat(pages.get(0).headers()).extracting(Header::key).containsExactly("source");
        assertThat(state(letter)).isEqualTo(Letter.State.RETRIED);

        assertThat(run("retry", letter)).as("a second time").isEqualTo(1);
        assertThat(run("retry", "--all")).as("nothing is open").isZero();
        assertThat(read(Topics.PAGES.name())).hasSize(1);
    }

    @Test
    void aDroppedLetterIsOpenNoLongerAndCanStillBeShownAndRetried() throws Exception {
        String letter = write("sink", "unreadable-release", "press.releases-0@3");
        String other = write("enrich", "not-a-page", "press.pages-0@4");

        assertThat(run("drop", "--all", "--stage", "sink", "--why", "written by a test of 2019"))
                .isZero();
        assertThat(state(letter)).isEqualTo(Letter.State.DROPPED);
        assertThat(state(other)).isEqualTo(Letter.State.OPEN);
        assertThat(run("show", letter)).isZero();
        assertThat(run("show", letter, "--raw")).isZero();

        assertThat(run("retry", letter)).isZero();
        assertThat(state(letter)).isEqualTo(Letter.State.RETRIED);
        assertThat(read(Topics.RELEASES.name())).hasSize(1);
    }

    @Test
    void whatNeverWasOnATopicIsNotPutBackAndItsNeighboursAre() throws Exception {
        String homeless = write("ingest", "body-too-large", null);
        String forged = write("enrich", "not-a-page", "somebody-elses-topic-0@4");
        String good = write("enrich", "not-a-page", "press.pages-0@4");

        assertThat(run("retry", "--all")).isEqualTo(1);

        assertThat(state(homeless)).isEqualTo(Letter.State.OPEN);
        assertThat(state(forged)).isEqualTo(Letter.State.OPEN);
        assertThat(state(good)).isEqualTo(Letter.State.RETRIED);
    }

    @Test
    void wrongUseAndUnknownLettersAreOneClearError() {
        assertThat(run("retry")).isEqualTo(2);
        assertThat(run("retry", "0@1", "--all")).isEqualTo(2);
        assertThat(run("show", "seventeen")).isEqualTo(2);
        assertThat(run("show", "0@17")).isEqualTo(1);
        assertThat(run("show", "9@17")).isEqualTo(1);
    }

    private String write(String stage, String reason, String from) throws ExecutionException, InterruptedException {
        RecordHeaders received = new RecordHeaders();
        received.add("source", "demo-en".getBytes(UTF_8));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.brokers().settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var written = producer.send(DeadLetters.letter(
                            "a key".getBytes(UTF_8),
                            "a value".getBytes(UTF_8),
                            received,
                            stage,
                            reason,
                            "of a test",
                            from))
                    .get();
            return written.partition() + "@" + written.offset();
        }
    }

    private Letter.State state(String letter) {
        try (LetterBox box = new LetterBox(broker.brokers())) {
            return box.letters().stream()
                    .filter(known -> known.place().toString().equals(letter))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(broker.brokers())) {
            reader.all(topic, records::add);
        }
        return records;
    }

    /** As the launcher does it, with its exit codes. */
    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(1, "--bootstrap-servers");
        all.add(2, broker.bootstrapServers());
        return new CommandLine(new DeadLettersCommand())
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    if (error instanceof CommandFailedException) {
                        return 1;
                    }
                    throw error;
                })
                .execute(all.toArray(String[]::new));
    }
}
