package io.communique.contract.asyncapi;

import io.communique.contract.json.Json;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the AsyncAPI 3.0 document of all topics (asyncapi.com, specification 3.0.0; Kafka binding 0.5.0), made of nothing but {@link Topics} and
 * the schemas of this module. It describes Communiqué: what it sends, anybody may subscribe to.
 */
public final class AsyncApi {
    private static final String VERSION = "3.0.0";
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String LOCAL_DEFINITIONS = "#/$defs/";

    private static final List<Described> DESCRIBED = List.of(
            new Described(
                    Topics.PAGES,
                    "Pages and attached files exactly as received; the facts about the fetch are in the headers.",
                    "Page",
                    "Canonical address of the page or file.",
                    Payload.BYTES,
                    "page-1"),
            new Described(
                    Topics.REPLAYS,
                    "Pages that an operator has enrich read again; deleted once they were read.",
                    "ReplayedPage",
                    "As on press.pages.",
                    Payload.BYTES,
                    "page-1"),
            new Described(
                    Topics.FRONTIER,
                    "What ingest remembers of each address between visits.",
                    "FrontierEntry",
                    "Canonical address of the list, page or file.",
                    Payload.JSON,
                    "frontier-1"),
            new Described(
                    Topics.RELEASES,
                    "The current edition of each release, or its withdrawn state.",
                    "Release",
                    "Id of the release.",
                    Payload.JSON,
                    "release-1"),
            new Described(
                    Topics.CHANGES,
                    "What happened to releases: published, revised, withdrawn, restored.",
                    "Change",
                    "Id of the release.",
                    Payload.JSON,
                    "change-1"),
            new Described(
                    Topics.SOURCE_STATUS,
                    "How complete each source is, and what was seen of it.",
                    "SourceStatus",
                    "Id of the source.",
                    Payload.JSON,
                    "source-status-1"),
            new Described(
                    Topics.SOURCE_PAUSES,
                    "Which sources an operator has paused; a record without value resumes one.",
                    "SourcePause",
                    "Id of the source.",
                    Payload.JSON,
                    "source-pause-1"),
            new Described(
                    Topics.DEAD_LETTERS,
                    "What a stage could not use, as received, with the reason in the headers.",
                    "DeadLetter",
                    "As received; may be missing.",
                    Payload.BYTES,
                    "dead-letter"));

    private AsyncApi() {}

    /** Returns the document as JSON, laid out for reading; always the same. */
    public static String document() {
        ObjectNode document = object();
        document.put("asyncapi", VERSION);
        document.set(
                "info",
                object().put("title", "Communiqué")
                        .put("version", "1")
                        .put(
                                "description",
                                "Press releases of government ministries as records: clean text, who and what is in it, every figure with what it measures."
                                        + " Times are ISO 8601 in UTC, absent values null, offsets UTF-16 code units. Read the topics with"
                                        + " isolation.level=read_committed."));
        document.put("defaultContentType", "application/json");
        ObjectNode servers = document.putObject("servers");
        servers.putObject("local")
                .put("host", "localhost:19092")
                .put("protocol", "kafka")
                .put("description", "The embedded broker of communique run; in production, your own cluster.");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        for (Described topic : DESCRIBED) {
            channels.set(topic.channel(), channel(topic));
            operations.set("send" + topic.message(), operation("send", topic));
            messages.set(topic.message(), message(topic));
            addSchema(schemas, topic);
        }
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static ObjectNode channel(Described described) {
        Topic<?, ?> topic = described.topic();
        ObjectNode channel = object().put("address", topic.name()).put("description", described.summary());
        channel.putObject("messages")
                .set(described.message(), reference("#/components/messages/" + described.message()));
        ObjectNode binding = channel.putObject("bindings").putObject("kafka").put("topic", topic.name());
        ObjectNode settings = binding.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG));
        if (topic.settings().containsKey(TopicConfig.RETENTION_MS_CONFIG)) {
            settings.put("retention.ms", Long.parseLong(setting(topic, TopicConfig.RETENTION_MS_CONFIG)));
        }
        settings.put("max.message.bytes", Integer.parseInt(setting(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)));
        binding.put("bindingVersion", KAFKA_BINDING);
        return channel;
    }

    private static String setting(Topic<?, ?> topic, String name) {
        String value = topic.settings().get(name);
        if (value == null) {
            throw new IllegalStateException(topic.name() + " has no " + name);
        }
        return value;
    }

    private static ObjectNode operation(String action, Described described) {
        ObjectNode operation = object().put("action", action);
        operation.set("channel", reference("#/channels/" + described.channel()));
        operation.put("summary", described.summary());
        return operation;
    }

    private static ObjectNode message(Described described) {
        ObjectNode message = object().put("name", described.message()).put("summary", described.summary());
        if (described.payload() == Payload.JSON) {
            message.put("contentType", "application/json");
            message.set("payload", reference(SCHEMAS + described.schema()));
            if (described.topic().equals(Topics.RELEASES) || described.topic().equals(Topics.CHANGES)) {
                message.set("headers", originHeader());
            }
        } else {
            message.put("contentType", "application/octet-stream");
            message.set("headers", reference(SCHEMAS + described.schema()));
            message.set(
                    "payload",
                    object().put("type", "string").put("format", "binary").put("description", "Bytes as received."));
        }
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", object().put("type", "string").put("description", described.key()));
        kafka.put("bindingVersion", KAFKA_BINDING);
        return message;
    }

    /** Definitions become schemas of their own, for references are resolved from the document's root. */
    private static void addSchema(ObjectNode schemas, Described described) {
        if (described.topic().equals(Topics.DEAD_LETTERS)) {
            schemas.set(described.schema(), deadLetterHeaders());
            return;
        }
        ObjectNode schema = read(described.schema());
        schema.remove(List.of("$schema", "$id"));
        JsonNode definitions = schema.remove("$defs");
        schemas.set(described.schema(), rooted(schema, described.schema()));
        if (definitions != null) {
            for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
                schemas.set(
                        described.schema() + "." + definition.getKey(),
                        rooted(definition.getValue(), described.schema()));
            }
        }
    }

    private static JsonNode rooted(JsonNode schema, String name) {
        if (schema instanceof ObjectNode object) {
            ObjectNode copy = object();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                JsonNode value = property.getValue();
                boolean local = property.getKey().equals("$ref") && value.isString();
                if (local) {
                    String target = value.asString().substring(LOCAL_DEFINITIONS.length());
                    copy.put("$ref", SCHEMAS + name + "." + target);
                } else {
                    copy.set(property.getKey(), rooted(value, name));
                }
            }
            return copy;
        }
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = Json.mapper().createArrayNode();
            array.forEach(element -> copy.add(rooted(element, name)));
            return copy;
        }
        return schema;
    }

    private static ObjectNode originHeader() {
        ObjectNode headers = object().put("type", "object");
        headers.putObject("properties")
                .set(
                        PageHeaders.ORIGIN,
                        text(
                                "backfill or replay if filling a gap or another reading made this record; missing if the ministry did"));
        return headers;
    }

    private static ObjectNode deadLetterHeaders() {
        ObjectNode headers = object().put("type", "object");
        headers.put("description", "Beside the headers as received, each UTF-8 text.");
        ObjectNode properties = headers.putObject("properties");
        properties.set(DeadLetters.STAGE, text("the stage that gave up"));
        properties.set(DeadLetters.REASON, text("why, one of a few fixed words"));
        properties.set(DeadLetters.DETAIL, text("the reason in full, for a person"));
        properties.set(
                DeadLetters.FROM, text("topic-partition@offset that it came from; missing if it never was on a topic"));
        properties.set(
                DeadLetters.SETTLES,
                text(
                        "only on records that are no letter but say what an operator did about one (reason retried or dropped):"
                                + " the letter's partition@offset on this topic"));
        headers.putArray("required")
                .add(DeadLetters.STAGE)
                .add(DeadLetters.REASON)
                .add(DeadLetters.DETAIL);
        return headers;
    }

    private static ObjectNode text(String description) {
        return object().put("type", "string").put("description", description);
    }

    private static ObjectNode reference(String target) {
        return object().put("$ref", target);
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }

    private static ObjectNode read(String name) {
        String path = "/io/communique/contract/schema/" + name + ".json";
        try (InputStream in = AsyncApi.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + path);
            }
            return (ObjectNode) Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private enum Payload {
        JSON,
        BYTES
    }

    /**
     * A topic in words.
     *
     * @param schema of the value, where that is JSON, else of the headers
     */
    private record Described(
            Topic<?, ?> topic, String summary, String message, String key, Payload payload, String schema) {
        String channel() {
            return topic.name();
        }
    }
}
