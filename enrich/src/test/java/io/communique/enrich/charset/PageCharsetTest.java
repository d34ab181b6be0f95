package io.communique.enrich.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PageCharsetTest {
    private static final String KOREAN =
            "<html><head><meta charset=\"euc-kr\"></head><body>교량부 보도자료 똠방각하</body></html>";

    @Test
    void declaredKoreanIsReadWithTheSyllablesThatEucKrLacks() {
        Decoded decoded = PageCharset.decode(KOREAN.getBytes(Charset.forName("x-windows-949")), Optional.empty());

        assertThat(decoded.text()).isEqualTo(KOREAN);
        assertThat(decoded.replaced()).isZero();
    }

    @Test
    void headerThatTheBytesContradictLosesToTheDeclaration() {
        Decoded decoded = PageCharset.decode(
                KOREAN.getBytes(Charset.forName("x-windows-949")), Optional.of("text/html; charset=utf-8"));

        assertThat(decoded.text()).isEqualTo(KOREAN);
    }

    @Test
    void byteOrderMarkWinsOverEverythingAndIsNoText() {
        byte[] bytes = ("\ufeff" + "<p>Brücken").getBytes(UTF_16LE);

        Decoded decoded = PageCharset.decode(bytes, Optional.of("text/html; charset=utf-8"));

        assertThat(decoded.text()).isEqualTo("<p>Brücken");
        assertThat(decoded.charset()).isEqualTo(UTF_16LE);
    }

    @Test
    void shareOfDamagedCharactersIsCounted() {
        byte[] bytes = "ab\u00ffcd\u00fee".getBytes(ISO_8859_1);

        assertThat(PageCharset.decode(bytes, Optional.of("text/html; charset=us-ascii"))
                        .replaced())
                .isZero();
        assertThat(PageCharset.decode(concat("\ufeff".getBytes(UTF_8), bytes), Optional.empty())
                        .replaced())
                .isEqualTo(2.0 / 7);
    }

    @Test
    @Timeout(30)
    void pageOfNothingButDeclarationsIsDecodedAFewTimesOnly() {
        StringBuilder page = new StringBuilder();
        for (String label : Charset.availableCharsets().keySet()) {
            page.append("<meta charset=").append(label).append(">");
        }
        byte[] bytes = concat(page.toString().getBytes(UTF_8), new byte[20 << 20]);
        Arrays.fill(bytes, page.length(), bytes.length, (byte) 0x81);

        Decoded decoded = PageCharset.decode(bytes, Optional.of("text/html; charset=utf-8"));

        assertThat(decoded.text()).startsWith("<meta charset=");
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
