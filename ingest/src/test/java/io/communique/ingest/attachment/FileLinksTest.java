package io.communique.ingest.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class FileLinksTest {
    @Test
    void filesAreFoundByAddressTextOrTitleAndMenusAreNot() {
        assertThat(
                        links(
                                "<nav><a href='/guide.pdf'>Guide</a></nav><a href='/down/17.hwp/%ED%95%AD%EB%A1%9C.hwp'>항로</a>"
                                        + "<a href='download.do?id=3'>부표 정비.hwpx (33 KB)</a><a href='/get?f=4' title='table.xlsx'>table</a>"
                                        + "<a href='/page.html'>page</a><a href='javascript:get(1)'>script.pdf</a><a href='/down/17.hwp/x.html'>no</a>"))
                .containsExactly(
                        "https://beacons.example/down/17.hwp/%ED%95%AD%EB%A1%9C.hwp",
                        "https://beacons.example/news/download.do?id=3", "https://beacons.example/get?f=4");
    }

    @Test
    void aFileThatIsLinkedTwiceIsOneAndThereIsALimit() {
        assertThat(links("<a href='/1.pdf'>one</a><a href='/1.pdf#p2'>one again</a>"))
                .containsExactly("https://beacons.example/1.pdf");
        assertThat(links("<a href='/1.pdf'>1</a><a href='/2.pdf'>2</a><a href='/3.pdf'>3</a><a href='/4.pdf'>4</a>"))
                .hasSize(3);
    }

    @Test
    void scriptsDataAndViewersThatNameTheFileAreFollowed() {
        assertThat(links("<button data-url='/get?f=3' title='buoys.hwp'>Download</button>"
                        + "<a href=\"javascript:fetchFile('F_1')\">plan.pdf</a><iframe src='/viewer/view?file=%2Fdata%2Fa.pdf'></iframe>"
                        + "<script>function fetchFile(id) { location.href = '/fetch.do?id=' + id; }</script>"))
                .containsExactly(
                        "https://beacons.example/get?f=3",
                        "https://beacons.example/fetch.do?id=F_1",
                        "https://beacons.example/data/a.pdf");
    }

    @Test
    void whatHasNoTextForUsIsNotAskedFor() {
        assertThat(links("<a href='/a.zip'>a.zip</a><a href='/download.do?id=2' title='b.png'>b.png (3 KB)</a>"
                        + "<a href='/preview.do?file=3'>미리보기</a>"))
                .isEmpty();
    }

    @Test
    void namesInAQueryAreSentInTheEncodingOfThePage() {
        Document page =
                Jsoup.parse("<a href='/항로/get.jsp?name=항로.hwp'>항로.hwp</a>", "https://beacons.example/news/view");
        page.charset(Charset.forName("EUC-KR"));

        FileLink file = FileLinks.of(page, 3).get(0);

        assertThat(file.url()).hasToString("https://beacons.example/%ED%95%AD%EB%A1%9C/get.jsp?name=%C7%D7%B7%CE.hwp");
        assertThat(file.link()).isEqualTo("https://beacons.example/항로/get.jsp?name=항로.hwp");
    }

    private static List<String> links(String body) {
        return FileLinks.of(Jsoup.parse(body, "https://beacons.example/news/view"), 3).stream()
                .map(file -> file.url().toString())
                .toList();
    }
}
