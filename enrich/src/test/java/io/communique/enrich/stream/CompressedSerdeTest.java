package io.communique.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

final class CompressedSerdeTest {
    private static final String TEXT = "The ministry opens the harbour on Monday. ".repeat(50);

    private final CompressedSerde<String> serde = new CompressedSerde<>(Serdes.String());

    @Test
    void aTextComesBackAndIsShorterMeanwhile() {
        byte[] kept = serde.serializer().serialize("editions", TEXT);

        assertThat(kept).hasSizeLessThan(TEXT.length() / 3);
        assertThat(serde.deserializer().deserialize("editions", kept)).isEqualTo(TEXT);
    }

    @Test
    void nothingAndAnEmptyTextComeBack() {
        assertThat(serde.serializer().serialize("editions", null)).isNull();
        assertThat(serde.deserializer().deserialize("editions", null)).isNull();
        assertThat(serde.deserializer()
                        .deserialize("editions", serde.serializer().serialize("editions", "")))
                .isEmpty();
    }

    @Test
    void whatWasKeptBeforeIsReadAsItIs() {
        assertThat(serde.deserializer().deserialize("editions", "{}".getBytes(UTF_8)))
                .isEqualTo("{}");
        assertThat(serde.deserializer().deserialize("editions", TEXT.getBytes(UTF_8)))
                .isEqualTo(TEXT);
    }

    @Test
    void damageIsSaidAndTakesNoMemory() {
        byte[] kept = serde.serializer().serialize("editions", TEXT);
        byte[] cut = Arrays.copyOf(kept, kept.length - 8);
        // Frame header with a content size of eight bytes: RFC 8878 section 3.1.1.1.
        byte[] huge = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0, 0x40, 1, 0, 0};

        assertThatThrownBy(() -> serde.deserializer().deserialize("editions", cut))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize("editions", huge))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("claims");
    }
}
