import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows press.changes: a line for each release that appears, is withdrawn or comes back, and one for each figure that a ministry changed
 * afterwards.
 *
 * <p>Needs kafka-clients and jackson-databind, nothing of ours: the records are JSON, described in docs/asyncapi.json.
 *
 * <p>As a member of a group it goes on behind the last change that it showed. Offsets are committed after a batch was shown, so after a crash
 * some lines come twice; whoever must not see one twice remembers release, edition and kind.
 */
public final class FollowChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FollowChanges() {}

    public static void main(String[] args) {
        if (args.length < 1) {
            System.err.println("usage: FollowChanges BROKERS [GROUP]    such as: FollowChanges localhost:9092 my-desk");
            System.exit(2);
        }
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, args[0],
                ConsumerConfig.GROUP_ID_CONFIG, args.length > 1 ? args[1] : "follow-changes",
                // Without this, changes that a failing stage takes back would be shown.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("press.changes"));
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, String> changes = consumer.poll(Duration.ofSeconds(1));
                for (ConsumerRecord<String, String> change : changes) {
                    show(JSON.readTree(change.value()));
                }
                System.out.flush();
                consumer.commitSync();
            }
        }
    }

    private static void show(JsonNode change) {
        String kind = change.path("kind").asString();
        String significance = change.path("significance").asString("");
        System.out.printf(
                "%s %s edition %d  %s  %s%n",
                (significance + " " + kind).strip(),
                change.path("release").asString(),
                change.path("edition").asInt(),
                printable(change.path("title").asString("(no title)")),
                change.path("url").asString());
        for (JsonNode figure : change.path("figures")) {
            System.out.println("    " + written(figure.path("before")) + " -> " + written(figure.path("after")));
        }
    }

    private static String written(JsonNode figure) {
        if (figure.isNull() || figure.isMissingNode()) {
            return "(nothing)";
        }
        String about = figure.path("about").asString("");
        BigDecimal value = figure.path("value").isNumber() ? figure.path("value").decimalValue() : null;
        String number = value == null ? figure.path("text").asString() : value.toPlainString();
        return printable((about + " " + number + " " + figure.path("unit").asString("")).strip());
    }

    /** What a page said must not steer a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
