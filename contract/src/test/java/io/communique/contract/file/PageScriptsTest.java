package io.communique.contract.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageScriptsTest {
    @Test
    void aFunctionOfThePageTellsTheAddress() {
        PageScripts scripts = scripts(
                "var a = 1; function fn_fetch_downFile(fileId, fileSn){\n window.open(\"/cmm/FileDown.do?fileId=\"+fileId+\"&fileSn=\"+fileSn+\"\"); }");

        assertThat(scripts.address("fn_fetch_downFile('FILE_0001','0')"))
                .contains("/cmm/FileDown.do?fileId=FILE_0001&fileSn=0");
        assertThat(scripts.address("fn_fetch_downFile(this)")).isEmpty();
        assertThat(scripts.address("fn_other('FILE_0001','0')")).isEmpty();
    }

    @Test
    void variablesTemplatesAndEscapesAreFollowed() {
        PageScripts scripts = scripts(
                "const get = function (id) { let url = `/get?id=${id}&v=2`; location.href = url; };"
                        + "function named(dir, n) { var u = '/down.jsp?dir=' + dir; u += '&name=' + encodeURIComponent(n); document.location.href = u }");

        assertThat(scripts.address("get(17); return false;")).contains("/get?id=17&v=2");
        assertThat(scripts.address("named('a','항로.hwp')")).contains("/down.jsp?dir=a&name=%ED%95%AD%EB%A1%9C.hwp");
    }

    @Test
    void aHandlerThatOpensAnAddressItselfNeedsNoFunction() {
        assertThat(scripts("").address("window.open('/view?f=3', 'w', 'width=9')"))
                .contains("/view?f=3");
        assertThat(scripts("").address("location.href='./get.php?no=4'")).contains("./get.php?no=4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function get(id) { document.f.id.value = id; document.f.action = '/down.do'; document.f.submit(); }",
                "function get(id) { if (mobile) { location.href = '/m/' + id; } else { location.href = '/w/' + id; } }",
                "function get(id) { location.href = '/get?id=' + id + token(); }",
                "function get(id) { location.href = '/a?id=' + id; } function get(id) { location.href = '/b?id=' + id; }",
                "function get(id) { location.href = '/get?id=' + id",
                "function get(id) { location.href = base + id; }",
            })
    void whatThePageDoesNotTellIsNotGuessed(String script) {
        assertThat(scripts(script).address("get('4')")).isEmpty();
    }

    private static PageScripts scripts(String script) {
        PageScripts scripts = new PageScripts();
        scripts.add(script);
        return scripts;
    }
}
