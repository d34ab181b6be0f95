package io.communique.ingest.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
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

    private static List<String> links(String body) {
        return FileLinks.of(Jsoup.parse(body, "https://beacons.example/news/view"), 3).stream()
                .map(file -> file.url().toString())
                .toList();
    }
}
