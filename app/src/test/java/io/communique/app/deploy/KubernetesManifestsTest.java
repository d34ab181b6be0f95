package io.communique.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.communique.contract.topic.Topics;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifests hold to Kubernetes' own description of its objects, say what the stages read, and let every stage be scaled. */
final class KubernetesManifestsTest {
    private static final Path DIRECTORY = Path.of("..", "deploy", "kubernetes");
    private static final List<String> STAGES = List.of("ingest", "enrich", "sink", "desk");

    private static final Map<String, Check> KINDS = Map.of(
            "Deployment", V1Deployment::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement);

    private interface Check {
        void check(JsonElement object) throws IOException;
    }

    @Test
    void everyObjectIsOneThatKubernetesKnows() throws IOException {
        List<String> files = names(only("kustomization.yaml").path("resources"));
        assertThat(files).isNotEmpty();
        for (String file : files) {
            for (JsonNode object : all(file)) {
                Check check = KINDS.get(object.path("kind").asString());
                assertThat(check).as(file + ": " + object.path("kind")).isNotNull();
                check.check(JsonParser.parseString(object.toString()));
            }
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowWouldBeSeen() throws IOException {
        String misspelt =
                all("sink.yaml").get(0).toString().replace("terminationGracePeriodSeconds", "terminationGrace");

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(JsonParser.parseString(misspelt)))
                .hasMessageContaining("terminationGrace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink", "desk"})
    void aStageIsOneCommandThatIsWatchedAndMayDoLittle(String stage) throws IOException {
        JsonNode pod = all(stage + ".yaml").get(0).at("/spec/template/spec");
        JsonNode container = pod.path("containers").get(0);

        assertThat(names(container.path("args"))).containsExactly(stage);
        assertThat(container.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/health");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        Set<String> volumes = new HashSet<>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asString()));
        container
                .path("volumeMounts")
                .forEach(
                        mount -> assertThat(volumes).contains(mount.path("name").asString()));
    }

    @Test
    void everyVariableIsOneThatTheStagesReadAndNoPasswordIsWrittenDown() throws IOException {
        Set<String> given =
                new HashSet<>(all("configuration.yaml").get(0).path("data").propertyNames());
        for (String stage : STAGES) {
            for (JsonNode variable : all(stage + ".yaml").get(0).at("/spec/template/spec/containers/0/env")) {
                String name = variable.path("name").asString();
                given.add(name);
                boolean isSecret = name.contains("PASSWORD") || name.contains("TOKEN");
                assertThat(variable.has("value")).as(name).isNotEqualTo(isSecret);
            }
        }

        assertThat(Variables.ofTheStages()).containsAll(given);
    }

    @Test
    void scalingFollowsTopicsAndGroupsThatThereAre() throws IOException {
        for (JsonNode scaled : all("autoscaling.yaml")) {
            assertThat(STAGES).contains(scaled.at("/spec/scaleTargetRef/name").asString());
            JsonNode trigger = scaled.at("/spec/triggers/0/metadata");
            assertThat(Topics.all())
                    .extracting(topic -> topic.name())
                    .contains(trigger.path("topic").asString());
            String code = Variables.sources(Path.of("..", "enrich")) + Variables.sources(Path.of("..", "sink"));
            assertThat(code).contains('"' + trigger.path("consumerGroup").asString() + '"');
        }
    }

    @Test
    void everyFileOfTheDirectoryIsUsedOrSaysHow() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<String> used = new ArrayList<>(names(only("kustomization.yaml").path("resources")));
            used.add("kustomization.yaml");
            used.add("autoscaling.yaml");
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asString()));
        return names;
    }

    private static JsonNode only(String file) throws IOException {
        List<JsonNode> objects = all(file);
        assertThat(objects).hasSize(1);
        return objects.get(0);
    }

    private static List<JsonNode> all(String file) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        try (MappingIterator<JsonNode> objects = mapper.readerFor(JsonNode.class)
                .readValues(DIRECTORY.resolve(file).toFile())) {
            return objects.readAll();
        }
    }
}
