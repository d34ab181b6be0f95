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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-15", "iso-8859-1", "windows-1251", "euc-kr", "gb2312", "shift_jis"})
    void bytesThatCanOnlyBeUtf8AreReadAsSuchWhateverIsDeclared(String declared) {
        String page = "<meta charset=" + declared + "><p>Año nuevo: señales “más” claras, café, 교량부 보도자료";

        Decoded decoded = PageCharset.decode(page.getBytes(UTF_8), Optional.of("text/html; charset=" + declared));

        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.charset()).isEqualTo(UTF_8);
    }

    @Test
    void utf8WithAStrayByteIsStillUtf8() {
        String page = "<meta charset=iso-8859-15><p>" + "señales más claras, ".repeat(60);
        byte[] bytes = concat(page.getBytes(UTF_8), new byte[] {(byte) 0xe9, 'x'});

        Decoded decoded = PageCharset.decode(bytes, Optional.empty());

        assertThat(decoded.text()).isEqualTo(page + "\ufffdx");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-15, Änderung der Hafenordnung für 20 €",
        "windows-1251, Указ о маяках № 5",
        "euc-kr, 등대 열두 곳을 다시 연다",
        "shift_jis, 灯台の再開について ﾃﾞﾝﾜ",
        "gb2312, 关于重新开放灯塔的通知"
    })
    void declaredEncodingsOfOldAreReadAsDeclared(String declared, String text) {
        String page = "<meta charset=" + declared + "><p>" + text;
        Charset charset = PageCharset.forLabel(declared).orElseThrow();

        Decoded decoded = PageCharset.decode(page.getBytes(charset), Optional.of("text/html"));

        assertThat(decoded.text()).isEqualTo(page);
    }

    @Test
    void pageThatWasEncodedTwiceIsDecodedTwice() {
        String page = "<meta charset=utf-8><p>The minister’s café – “open”";
        byte[] twice = new String(page.getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8);

        assertThat(PageCharset.decode(twice, Optional.empty()).text()).isEqualTo(page);
    }

    @Test
    void latinLettersInUtf8AreNoDoubleEncoding() {
        String page = "<meta charset=utf-8><p>Señor Ã tilde, © Â® éàü";

        assertThat(PageCharset.decode(page.getBytes(UTF_8), Optional.empty()).text())
                .isEqualTo(page);
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
