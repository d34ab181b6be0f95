package io.communique.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.communique.contract.change.Change;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.json.Json;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Release;
import io.communique.contract.release.Translation;
import io.communique.contract.status.SourcePause;
import io.communique.contract.status.SourceStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What we write is what the schemas say, and what was written once is read for ever. */
final class RecordContractTest {
    /** {@code golden} makes from seed 7 what version 1 wrote on its first day. */
    private record Kind<T>(String schema, Class<T> type, Function<Samples, T> sample, Function<Samples, T> golden) {
        Kind(String schema, Class<T> type, Function<Samples, T> sample) {
            this(schema, type, sample, sample);
        }

        @Override
        public String toString() {
            return schema;
        }
    }

    private record Case(Kind<?> kind, long seed) {}

    private static final long SEED_WITH_IMAGES = 9;

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("release-1", Release.class, Samples::release, Samples::releaseOfTheFirstForm),
            new Kind<>("change-1", Change.class, Samples::change, Samples::changeOfTheFirstForm),
            new Kind<>("source-status-1", SourceStatus.class, Samples::status),
            new Kind<>("source-pause-1", SourcePause.class, Samples::pause),
            new Kind<>("frontier-1", FrontierEntry.class, Samples::frontierEntry));

    static Stream<Case> cases() {
        return KINDS.stream().flatMap(kind -> LongStream.range(0, 60).mapToObj(seed -> new Case(kind, seed)));
    }

    static Stream<Kind<?>> kinds() {
        return KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWeWriteValidates(Case one) throws IOException {
        String json = Json.mapper().writeValueAsString(one.kind().sample().apply(new Samples(one.seed())));

        List<Error> errors = schema(one.kind().schema()).validate(json, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void aDateIsWrittenWithItsPrecision() {
        LocalDate day = LocalDate.of(2018, 5, 17);
        DateMention date = new DateMention(
                "May 17", day, day, 0, 6, Optional.of("month-day"), Optional.of(DateMention.Precision.DAY));

        String json = Json.mapper().writeValueAsString(date);

        assertThat(json).contains("\"precision\":\"day\"");
        assertThat(Json.mapper().readValue(json, DateMention.class)).isEqualTo(date);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrittenIsReadBackEqual(Case one) {
        Object written = one.kind().sample().apply(new Samples(one.seed()));

        Object read = Json.mapper()
                .readValue(Json.mapper().writeValueAsBytes(written), one.kind().type());

        assertThat(read).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unknownFieldsAtEveryLevelArePassedOver(Case one) {
        Object written = one.kind().sample().apply(new Samples(one.seed()));
        JsonNode json = Json.mapper().valueToTree(written);
        addUnknownFields(json, one.kind().type().equals(SourceStatus.class));

        assertThat((Object) Json.mapper().treeToValue(json, one.kind().type())).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatVersionOneWroteIsStillRead(Kind<?> kind) throws IOException {
        String golden = resource("golden/" + kind.schema() + ".json");

        Object read = Json.mapper().readValue(golden, kind.type());

        // Seed 7 is the record that the file was written from; the file has fields beside that no version knows.
        assertThat(read).isEqualTo(kind.golden().apply(new Samples(7)));
        assertThat(golden).contains("fieldOfALaterVersion");
    }

    @Test
    void translationsSurviveTheWayOverATopic() {
        ObjectNode json = Json.mapper().valueToTree(new Samples(3).release());
        json.putArray("translations").addObject().put("language", "ko").put("url", "https://ports.example/ko/1");

        Release read = Json.mapper().treeToValue(json, Release.class);

        assertThat(read.translations())
                .containsExactly(new Translation("ko", URI.create("https://ports.example/ko/1")));
        assertThat((Object) Json.mapper().valueToTree(read)).isEqualTo(json);
    }

    @Test
    void whatVersionOneLearnedLaterIsStillRead() throws IOException {
        Release read = Json.mapper().readValue(resource("golden/release-1-with-images.json"), Release.class);

        assertThat(read).isEqualTo(new Samples(SEED_WITH_IMAGES).releaseWithImages());
        assertThat(read.images()).isNotEmpty();
        assertThat(read.contact()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLaterSchemaIsRefusedInSoManyWords(Kind<?> kind) {
        ObjectNode json = Json.mapper().valueToTree(kind.sample().apply(new Samples(3)));
        json.put("schema", "something/2");

        assertThatThrownBy(() -> Json.mapper().treeToValue(json, kind.type())).hasMessageContaining("schema must be");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSchemaNotOursIsFoundOut(Kind<?> kind) throws IOException {
        ObjectNode json = Json.mapper().valueToTree(kind.sample().apply(new Samples(3)));
        json.remove("schema");

        assertThat(schema(kind.schema()).validate(json.toString(), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void absentOptionalMembersReadAsEmpty() {
        ObjectNode json = Json.mapper().valueToTree(new Samples(5).release());
        json.remove(List.of("subtitle", "language", "publisher"));

        Release read = Json.mapper().treeToValue(json, Release.class);

        assertThat(read.subtitle()).isEmpty();
        assertThat(read.language()).isEmpty();
        assertThat(read.publisher()).isEmpty();
    }

    @Test
    void numbersAreWrittenInFull() {
        JsonNode figure = Json.mapper().readTree("{\"value\": 1.9E+10}");

        assertThat(Json.mapper().writeValueAsString(figure.get("value").decimalValue()))
                .isEqualTo("19000000000");
    }

    private static void addUnknownFields(JsonNode node, boolean sparingMaps) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> !(sparingMaps && member.getKey().equals("counters")))
                    .forEach(member -> addUnknownFields(member.getValue(), sparingMaps));
            object.putObject("fieldOfALaterVersion").put("x", 1);
        } else if (node.isArray()) {
            node.forEach(item -> addUnknownFields(item, sparingMaps));
        }
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("schema/" + name + ".json"), InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RecordContractTest.class.getResourceAsStream("/io/communique/contract/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
