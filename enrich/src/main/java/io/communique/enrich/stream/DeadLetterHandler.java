package io.communique.enrich.stream;

import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.NotAPageException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside what our steps cannot use, so that the records behind it pass.
 *
 * <p>Trouble of Kafka's own (a lost broker, a broken store) is not the record's fault: there the task fails and is tried again.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {
    /** Setting that carries the {@link Tally} to the handlers, which Kafka Streams makes itself. */
    static final String TALLY = "communique.tally";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterHandler.class);

    private Tally tally = new Tally();

    @Override
    public void configure(Map<String, ?> settings) {
        if (settings.get(TALLY) instanceof Tally shared) {
            tally = shared;
        }
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> input, Exception error) {
        if (error instanceof KafkaException) {
            return Response.fail();
        }
        String reason = error instanceof NotAPageException ? "not-a-page" : "enrichment-failed";
        String from = context.topic() + "-" + context.partition() + "@" + context.offset();
        tally.deadLettered();
        log.atWarn()
                .setCause(error instanceof NotAPageException ? null : error)
                .addKeyValue("from", from)
                .addKeyValue("reason", reason)
                .addKeyValue("detail", detail(error))
                .log("record set aside");
        return Response.resume(List.of(letter(context, reason, detail(error), from)));
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, String reason, String detail, String from) {
        return DeadLetters.letter(
                context.sourceRawKey(), context.sourceRawValue(), context.headers(), "enrich", reason, detail, from);
    }

    private static String detail(Exception error) {
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }
}
