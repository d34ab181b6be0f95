package io.communique.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.communique.contract.json.Json;
import io.communique.contract.page.RawPage;
import io.communique.contract.topic.NotAPageException;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class TopicContractTest {
    private static final int PARTITION_OF_MOFA = 4;
    private static final int PARTITION_OF_KEY = 2;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aPageSurvivesItsHeaders(long seed) {
        RawPage page = new Samples(seed).page();

        RawPage read = PageHeaders.read(page.url().toString(), page.body().toArray(), PageHeaders.write(page.facts()));

        assertThat(read).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "requested-url", "final-url", "status", "fetched-at", "sha-256", "origin"})
    void aRecordWithoutANeededHeaderIsNoPage(String header) {
        RawPage page = new Samples(1).page();
        Headers headers = PageHeaders.write(page.facts());
        headers.remove(header);

        assertThatThrownBy(() -> PageHeaders.read(page.url().toString(), new byte[0], headers))
                .isInstanceOf(NotAPageException.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void headersAreWhatTheirSchemaSays(long seed) throws IOException {
        ObjectNode headers = Json.mapper().createObjectNode();
        PageHeaders.write(new Samples(seed).page().facts())
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        try (InputStream schema =
                TopicContractTest.class.getResourceAsStream("/io/communique/contract/schema/page-1.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(schema.readAllBytes(), UTF_8), InputFormat.JSON)
                            .validate(headers.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void aRecordWithoutKeyOrValueOrWithAnOddKeyIsNoPage() {
        Headers headers = PageHeaders.write(new Samples(1).page().facts());

        assertThatThrownBy(() -> PageHeaders.read(null, new byte[0], headers)).isInstanceOf(NotAPageException.class);
        assertThatThrownBy(() -> PageHeaders.read("https://a.example/", null, headers))
                .isInstanceOf(NotAPageException.class);
        assertThatThrownBy(() -> PageHeaders.read("no address at all", new byte[0], headers))
                .isInstanceOf(NotAPageException.class);
        assertThatThrownBy(() -> PageHeaders.read("ftp://a.example/", new byte[0], headers))
                .isInstanceOf(NotAPageException.class);
    }

    @Test
    void allOfAHostIsOnOnePartitionWhateverTheSchemeCaseAndWww() {
        int expected = Partitions.of(URI.create("https://ports.example/a"), 12);

        assertThat(Partitions.of(URI.create("http://www.ports.example/b?c=d"), 12))
                .isEqualTo(expected);
        assertThat(Partitions.of(URI.create("https://PORTS.example:8443/"), 12)).isEqualTo(expected);
    }

    @Test
    void partitionsOfHostsNeverMoveBetweenVersions() {
        assertThat(Partitions.of(URI.create("https://www.mofa.go.kr/"), 6)).isEqualTo(PARTITION_OF_MOFA);
        assertThat(Partitions.ofKey("kr-mofa-en", 6)).isEqualTo(PARTITION_OF_KEY);
    }

    @Test
    void hostsSpreadOverThePartitions() {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            used.add(Partitions.of(URI.create("https://host" + i + ".example/"), 6));
        }

        assertThat(used).hasSize(6);
    }

    @Test
    void garbageIsNoReleaseAndATombstoneStaysOne() {
        assertThatThrownBy(() -> Topics.RELEASES.valueSerde().deserializer().deserialize("t", "{".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class);
        assertThat(Topics.RELEASES.valueSerde().deserializer().deserialize("t", null))
                .isNull();
        assertThat(Topics.RELEASES.valueSerde().serializer().serialize("t", null))
                .isNull();
    }

    @Test
    void topicsKeepWhatTheDesignSays() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "press.pages",
                        "press.replays",
                        "press.frontier",
                        "press.releases",
                        "press.changes",
                        "press.source-status",
                        "press.source-pauses",
                        "press.dead-letters");
        assertThat(Topics.PAGES.settings()).containsEntry("cleanup.policy", "delete");
        assertThat(Topics.RELEASES.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.FRONTIER.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(topic.settings()).containsKey("max.message.bytes"));
    }
}
