package io.communique.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The compose file says what the stages read, and nothing in it stands in the way of scaling. */
final class ComposeFileTest {
    private final JsonNode compose = read();

    @Test
    void brokerStoreAndStagesAreThere() {
        assertThat(compose.path("services").propertyNames())
                .contains("kafka", "postgres", "ingest", "enrich", "sink", "desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink"})
    void everyStageCanBeScaled(String stage) {
        JsonNode service = compose.path("services").path(stage);

        assertThat(service.path("command").get(0).asString()).isEqualTo(stage);
        assertThat(service.has("container_name")).isFalse();
        assertThat(service.has("ports")).isFalse();
        assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
        // A fixed name would make two replicas fence each other for ever.
        assertThat(service.path("environment").has("COMMUNIQUE_INSTANCE_ID")).isFalse();
        assertThat(service.path("environment")
                        .path("COMMUNIQUE_BOOTSTRAP_SERVERS")
                        .asString())
                .isEqualTo("kafka:9092");
    }

    @Test
    void theDeskIsOpenToThisMachineAloneAndHasNoTokenOfOurs() {
        JsonNode desk = compose.path("services").path("desk");

        assertThat(desk.path("ports")).hasSize(1);
        assertThat(desk.path("ports").get(0).asString()).startsWith("127.0.0.1:");
        assertThat(desk.path("environment").path("COMMUNIQUE_DESK_TOKEN").asString())
                .isEqualTo("${COMMUNIQUE_DESK_TOKEN:-}");
    }

    @Test
    void imagesAreOfOneVersion() {
        compose.path("services")
                .forEach(service -> assertThat(service.path("image").asString()).matches("[\\w/]+:v?[\\d.]+"));
    }

    @Test
    void everyVariableThatTheStagesAreGivenIsOneThatTheyRead() throws IOException {
        Set<String> given = new HashSet<>();
        List.of("ingest", "enrich", "sink", "desk")
                .forEach(stage -> given.addAll(
                        compose.path("services").path(stage).path("environment").propertyNames()));

        assertThat(given).isNotEmpty();
        assertThat(Variables.ofTheStages()).containsAll(given);
    }

    private static JsonNode read() {
        return new YAMLMapper().readTree(Path.of("..", "docker-compose.yml").toFile());
    }
}
