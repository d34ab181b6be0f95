package io.communique.contract.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageFilesTest {
    private static final String HOST = "https://harbour.example";

    @ParameterizedTest
    @CsvSource({
        "/data/plan.pdf, Plan, pdf",
        "/down/1765.hwp/%ED%95%AD%EB%A1%9C.hwpx?idx=2, 항로, hwpx",
        "/download.do?id=3, 부표 정비.hwp, hwp",
        "/download.do?name=buoys.xlsx, Buoys, xlsx",
        "/plan.pdf/@@download, Plan, pdf",
        "/media/12/get, 'Plan (PDF, 3 KB)', pdf",
        "/pdf/12, PDF version, pdf",
    })
    void theTypeIsFoundInAddressNameOrWords(String href, String said, String ending) {
        assertThat(link(href, said).flatMap(LinkedFile::type).map(FileType::ending))
                .contains(ending);
    }

    @ParameterizedTest
    @CsvSource({
        "/page.html, Plan",
        "/down/17.hwp/x.html, Plan",
        "/downloads.php?cat=4, Forms",
        "/download, Downloads",
        "/papers/model-2-0, Download",
        "/photo.jpg, The harbour at night",
        "/viewer/download.do?id=1, 한글 뷰어 다운로드",
        "https://get.reader.example/download?id=2, Download the PDF Reader",
        "https://share.example/send?u=https://harbour.example/plan.pdf, Share",
        "mailto:desk@harbour.example, plan.pdf",
        "#plan, plan.pdf",
    })
    void whatIsNoFileIsNone(String href, String said) {
        assertThat(link(href, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/file_download.php?no=4, 부표 정비", "/cmm/fms/FileDown.do?id=4, 받기 1", "/media/17/download, Plan"})
    void anAddressThatDownloadsIsAFileOfAnyType(String href, String said) {
        LinkedFile file = link(href, said).orElseThrow();

        assertThat(file.url()).contains(HOST + href);
        assertThat(file.type()).isEmpty();
        assertThat(file.isWorthAsking()).isTrue();
    }

    @Test
    void aScriptWithoutAnAddressIsAFileWithoutOne() {
        LinkedFile file = read("a", Map.of("href", "javascript:fn_fetch_downFile('FILE_0001','0')"), "항로.hwp [87 KB]")
                .orElseThrow();

        assertThat(file.url()).isEmpty();
        assertThat(file.name()).contains("항로.hwp");
    }

    @Test
    void aButtonSaysInItsDataWhatItSends() {
        Map<String, String> button = new LinkedHashMap<>();
        button.put("data-file-mask", "176544.hwp");
        button.put("data-file-nm", "항로 점검.hwp");

        assertThat(read("button", button, "다운로드").flatMap(LinkedFile::name)).contains("항로 점검.hwp");
        assertThat(read("button", Map.of("data-url", "/get?f=3", "title", "plan.pdf 다운로드"), "다운로드")
                        .flatMap(LinkedFile::url))
                .contains(HOST + "/get?f=3");
        assertThat(read("button", Map.of("type", "submit"), "Download")).isEmpty();
    }

    @Test
    void aViewerIsNotTheFileUnlessItNamesIt() {
        assertThat(link("/viewer/web/viewer.html?file=%2Fdata%2Fplan.pdf", "바로보기")
                        .flatMap(LinkedFile::url))
                .contains(HOST + "/data/plan.pdf");
        LinkedFile shown = link("/synap/preview.do?fileId=3", "미리보기").orElseThrow();
        assertThat(shown.view()).isTrue();
        assertThat(shown.isWorthAsking()).isFalse();
    }

    @Test
    void embeddedDocumentsAreFilesAndFilmsAreNot() {
        assertThat(read("iframe", Map.of("src", "/data/plan.pdf#view=fit"), "").flatMap(LinkedFile::url))
                .contains(HOST + "/data/plan.pdf");
        assertThat(read("object", Map.of("data", "/get/3", "type", "application/pdf"), ""))
                .isPresent();
        assertThat(read("iframe", Map.of("src", "https://docs.example/gview?url=https://harbour.example/a.docx"), "")
                        .flatMap(LinkedFile::url))
                .contains(HOST + "/a.docx");
        assertThat(read("embed", Map.of("src", "/film.mp4"), "")).isEmpty();
        assertThat(read("iframe", Map.of("src", "/map"), "")).isEmpty();
    }

    @Test
    void theWholeNameInTheTitleBeatsOneCutShort() {
        assertThat(read("a", Map.of("href", "/get.do?id=3", "title", "등대와 항로의 야간 점검 계획.hwp"), "등대와 항로의…")
                        .flatMap(LinkedFile::name))
                .contains("등대와 항로의 야간 점검 계획.hwp");
    }

    private static Optional<LinkedFile> link(String href, String said) {
        return read("a", Map.of("href", href), said);
    }

    private static Optional<LinkedFile> read(String tag, Map<String, String> attributes, String said) {
        return new PageFiles(HOST + "/news/view?id=7", UTF_8, new PageScripts()).read(tag, attributes.entrySet(), said);
    }
}
