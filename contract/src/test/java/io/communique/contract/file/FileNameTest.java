package io.communique.contract.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Leuchtfeuer im Norden (PDF, 298KB)=Leuchtfeuer im Norden",
                "Leuchtfeuer (2031) (PDF, 7 MB, Datei ist barrierefrei/barrierearm)=Leuchtfeuer (2031)",
                "Harbour plan [HWP 1.2 MB]=Harbour plan",
                "Harbour plan (140K PDF)=Harbour plan",
                "Harbour plan, PDF, 93.8KB=Harbour plan",
                "Harbour plan - PDF=Harbour plan",
                "Harbour plan (12.04.2031)=Harbour plan (12.04.2031)",
                "Harbour plan: version 1.4 (9 September 2031)=Harbour plan: version 1.4 (9 September 2031)",
                "Prices (straights) - weekly (MS Excel Spreadsheet, 1.13MB)=Prices (straights) - weekly",
                "등대 보수 계획.hwp(87 kb)=등대 보수 계획.hwp",
                "등대 보수 계획.hwp 다운로드=등대 보수 계획.hwp",
                "등대 보수 계획.hwp (다운로드 23회) 바로보기=등대 보수 계획.hwp",
                "첨부파일: 등대.hwpx=등대.hwpx",
                "등대 보수 계획 미리보기=등대 보수 계획",
                "(12.11) 등대, 항로 '야간' 점검.hwp=(12.11) 등대, 항로 '야간' 점검.hwp",
                "Anhang: Karte.pdf=Karte.pdf",
                "Harbour plan: version 4=Harbour plan: version 4",
                "Доклад о маяках (PDF, 6,6 МБ)=Доклад о маяках",
                "灯台の整備について（PDF：120KB）=灯台の整備について",
                "Notice of a new file format=Notice of a new file format",
                "How to read charts=How to read charts",
                "Budget 2031 in 3 MB of tables=Budget 2031 in 3 MB of tables",
            })
    void whatIsSaidBesideANameIsNoneOfIt(String shown, String name) {
        assertThat(FileName.in(shown)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Download",
                "Download (PDF, 7MB)",
                "PDF version",
                "Read the PDF document",
                "파일다운로드",
                "첨부파일 다운로드",
                "바로보기",
                "새창 열림",
                "Скачать в формате PDF, 6.6 MB",
                "Télécharger le fichier",
                "ダウンロード",
                "下载附件",
                "Öffnet neues Fenster",
                "here",
                "298 KB",
                "---",
                ""
            })
    void aTextThatOnlyOffersIsNoName(String shown) {
        assertThat(FileName.in(shown)).isEmpty();
    }

    @Test
    void aSentenceIsNoName() {
        assertThat(FileName.in("word ".repeat(100))).isEmpty();
    }

    @Test
    void escapedNamesAreReadAsUtf8OrInTheEncodingOfThePage() {
        Charset korean = Charset.forName("x-windows-949");

        assertThat(FileName.decoded("%ED%95%AD%EB%A1%9C+1.hwp", korean)).contains("항로 1.hwp");
        assertThat(FileName.decoded("%C7%D7%B7%CE.hwp", korean)).contains("항로.hwp");
        assertThat(FileName.decoded("%C7%D7%B7%CE.hwp", UTF_8)).isEmpty();
        assertThat(FileName.decoded("C++%20in%20ports.pdf", UTF_8)).contains("C++ in ports.pdf");
        assertThat(FileName.decoded("100%.pdf", UTF_8)).contains("100%.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, pdf",
        "a.PDF (3 KB), pdf",
        "보도.hwp다운로드, hwp",
        "a.pdf.zip, zip",
    })
    void theTypeIsThatOfTheLastName(String shown, String ending) {
        assertThat(FileType.in(shown).map(FileType::ending)).contains(ending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.doc.example", "a.pdfx", ".pdf", "in .pdf", "a.html", "no"})
    void notEveryDotBeginsAnEnding(String shown) {
        assertThat(FileType.in(shown)).isEmpty();
    }
}
