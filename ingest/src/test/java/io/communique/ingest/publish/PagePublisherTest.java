package io.communique.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class PagePublisherTest {
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void aProducerThatRefusesToAbortIsGivenUp() {
        producer.commitTransactionException = new KafkaException("an error on the server");
        producer.abortTransactionException = new KafkaException("in an error state");

        try (PagePublisher publisher = new PagePublisher(producer)) {
            assertThatThrownBy(() -> publisher.publish(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("can do no more");
        }
    }

    @Test
    void brokersThatDoNotAnswerAreAskedAgain() {
        producer.commitTransactionException = new TimeoutException("no answer");
        producer.abortTransactionException = new TimeoutException("no answer");

        try (PagePublisher publisher = new PagePublisher(producer)) {
            assertThatThrownBy(() -> publisher.publish(List.of())).isInstanceOf(TimeoutException.class);
        }
    }
}
