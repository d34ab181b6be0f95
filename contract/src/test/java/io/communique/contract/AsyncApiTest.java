package io.communique.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.asyncapi.AsyncApi;
import io.communique.contract.json.Json;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AsyncApiTest {
    private static final Path IN_DOCS = Path.of("../docs/asyncapi.json");

    private final JsonNode document = Json.mapper().readTree(AsyncApi.document());

    /** {@code communique asyncapi > docs/asyncapi.json} brings it up to date. */
    @Test
    void theDocumentInDocsIsThatOfTheContract() throws IOException {
        assertThat(Files.readString(IN_DOCS, UTF_8)).isEqualTo(AsyncApi.document());
    }

    @Test
    void everyTopicIsAChannelWithItsSettings() {
        assertThat(document.path("channels").propertyNames())
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(document.at("/channels/press.changes/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asString())
                .isEqualTo("delete");
        assertThat(document.at("/channels/press.releases/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asString())
                .isEqualTo("compact");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsReached() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.at("/components/schemas").propertyNames())
                .allSatisfy(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
