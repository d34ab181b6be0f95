package io.communique.contract.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://h.example/a b.pdf, https://h.example/a%20b.pdf",
        "https://h.example/항로.hwp, https://h.example/%ED%95%AD%EB%A1%9C.hwp",
        "https://h.example/%ed%95%ad%eb%a1%9c.hwp, https://h.example/%ED%95%AD%EB%A1%9C.hwp",
        "https://h.example/%7Ea/%41.pdf, https://h.example/~a/A.pdf",
        "https://h.example/g?a=1&amp;b=2, https://h.example/g?a=1&b=2",
        "https://h.example/g.do;jsessionid=5F2.node1_cid9?a=1#p2, https://h.example/g.do?a=1",
        "https://h.example/100%.pdf, https://h.example/100%25.pdf",
    })
    void spellingsOfOneAddressAreOne(String one, String other) {
        assertThat(FileAddress.key(one)).isEqualTo(FileAddress.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/%C7%D7.hwp, https://h.example/%B7%CE.hwp",
        "https://h.example/a%2Fb.pdf, https://h.example/a/b.pdf",
        "https://h.example/g?a=1%262, https://h.example/g?a=1&2",
        "https://h.example/a+b.pdf, https://h.example/a%20b.pdf",
    })
    void otherAddressesStayOthers(String one, String other) {
        assertThat(FileAddress.key(one)).isNotEqualTo(FileAddress.key(other));
    }

    @Test
    void aKeyIsItsOwnKey() {
        String key = FileAddress.key("https://h.example/ä b%zz%3f.pdf?q=\"x\"|{y}");

        assertThat(FileAddress.key(key)).isEqualTo(key);
    }
}
