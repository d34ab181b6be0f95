package io.communique.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokersTest {
    @TempDir
    private Path directory;

    @Test
    void aFileOfKafkasToolsSaysHowToGetInAndNeverWhatAClientDoes() throws Exception {
        Path file = Files.writeString(
                directory.resolve("client.properties"),
                "bootstrap.servers=other:9092\nsecurity.protocol=SASL_SSL\nsasl.jaas.config=a password=\"secret\";\n");

        Brokers brokers = Brokers.at("one:9092,two:9092", file);
        assertThat(brokers.settings(Map.of("acks", "all")))
                .containsOnly(
                        Map.entry("bootstrap.servers", "one:9092,two:9092"),
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.jaas.config", "a password=\"secret\";"),
                        Map.entry("acks", "all"));
        assertThat(brokers).hasToString("one:9092,two:9092");
    }

    @Test
    void whatIsNotAboutTheConnectionIsNamed() {
        for (String name : new String[] {"acks", "group.id", "isolation.level", "transactional.id", "ssl"}) {
            assertThatThrownBy(() -> new Brokers("one:9092", Map.of(name, "x")))
                    .as(name)
                    .hasMessageContaining(name + " is no property of the connection");
        }
        assertThatThrownBy(() -> Brokers.at(" ")).hasMessageContaining("must be named");
        assertThatThrownBy(() -> Brokers.at("one:9092", directory.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
