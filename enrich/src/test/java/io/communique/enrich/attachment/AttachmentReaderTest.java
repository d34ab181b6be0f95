package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.contract.release.Attachment.Extraction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachmentReaderTest {
    private final AttachmentReader reader = new AttachmentReader();

    @Test
    void aHangulDocumentGivesItsParagraphsWithTheirMarkers() throws Exception {
        AttachmentText read =
                read(Documents.hwp("등대 점등식 개최", "□ 항로표지부는 3일 새 등대의 점등식을 연다.", "○ 높이는 24미터이다.", "※ 사진은 별도로 제공한다."));

        assertThat(read.extraction()).isEqualTo(Extraction.OK);
        assertThat(read.text()).contains("등대 점등식 개최\n\n□ 항로표지부는 3일 새 등대의 점등식을 연다.\n\n○ 높이는 24미터이다.\n\n※ 사진은 별도로 제공한다.");
    }

    @Test
    void anOpenHangulDocumentGivesItsParagraphs() throws Exception {
        AttachmentText read = read(Documents.hwpx("부표 정비 마쳐", "□ 항로표지부는 부표 1,204기를 정비했다.", "- 내년에는 300기를 바꾼다."));

        assertThat(read.extraction()).isEqualTo(Extraction.OK);
        assertThat(read.text()).contains("부표 정비 마쳐\n\n□ 항로표지부는 부표 1,204기를 정비했다.\n\n- 내년에는 300기를 바꾼다.");
    }

    @Test
    void bulletsThatAnOpenHangulDocumentDrawsAreText() {
        byte[] file = Documents.zip(
                Map.of(
                        "mimetype",
                        "application/hwp+zip",
                        "Contents/header.xml",
                        "<head><bullets><bullet id='1' char='□'/></bullets><paraProperties><paraPr id='7'><heading type='BULLET' idRef='1'/>"
                                + "</paraPr></paraProperties></head>",
                        "Contents/section0.xml",
                        "<sec><p paraPrIDRef='7'><run><t>추진 배경</t></run></p><p paraPrIDRef='0'><run><t>지난해의 일이다.</t></run></p></sec>"));

        assertThat(read(file).text()).contains("□ 추진 배경\n\n지난해의 일이다.");
    }

    @Test
    void linesOfAPdfAreJoinedToParagraphsAndMarkersKept() {
        AttachmentText read = read(Documents.pdf(List.of(List.of(
                "Lighthouse of the Northern Cape Shines Again",
                "",
                "The Ministry of Beacons switched the lighthouse of the Northern Cape on again",
                "on Tuesday, after two years of repairs that cost 4.2 million crowns and gave",
                "work to sixty people of the island.",
                "",
                "- The lamp reaches 24 nautical miles.",
                "- The tower is open to visitors in summer."))));

        assertThat(read.extraction()).isEqualTo(Extraction.OK);
        assertThat(read.text())
                .contains("Lighthouse of the Northern Cape Shines Again\n\n"
                        + "The Ministry of Beacons switched the lighthouse of the Northern Cape on again on Tuesday, after two years of repairs"
                        + " that cost 4.2 million crowns and gave work to sixty people of the island.\n\n"
                        + "- The lamp reaches 24 nautical miles.\n\n- The tower is open to visitors in summer.");
    }

    @Test
    void pageNumbersAndRunningHeadsOfAPdfAreDroppedAndASentenceGoesOnOverThePage() {
        AttachmentText read = read(Documents.pdf(List.of(
                List.of(
                        "Ministry of Beacons - Press Release 14",
                        "",
                        "The new buoys of the western channel were tested over the winter by the crews of",
                        "three tenders, which came back in the first days of April with a list of forty faults,",
                        "- 1 -"),
                List.of(
                        "Ministry of Beacons - Press Release 14",
                        "",
                        "a lamp that shone green where the chart says red.",
                        "- 2 -"))));

        assertThat(read.text())
                .contains(
                        "The new buoys of the western channel were tested over the winter by the crews of three tenders, which came back in"
                                + " the first days of April with a list of forty faults, a lamp that shone green where the chart says red.");
    }

    @Test
    void aWordDocumentGivesParagraphsTablesAndDrawnBullets() {
        String body = Documents.wordParagraph("Harbour dues fall")
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>for ferries</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>first point</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>second</w:t></w:r>"
                + "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dues</w:t></w:r></w:p></w:tc></w:tr>"
                + "<w:tr><w:tc><w:p><w:r><w:t>Eastern</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        String numbering =
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\uf0b7'/></w:lvl>"
                        + "</w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='ganada'/>"
                        + "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"
                        + "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>";

        AttachmentText read = read(Documents.docx(body, numbering));

        assertThat(read.text())
                .contains(
                        "Harbour dues fall\n\n• for ferries\n\n가. first point\n\n나. second\n\nPort\tDues\n\nEastern\t12");
    }

    @Test
    void aTableThatLaysOutALetterheadGivesItsParagraphs() {
        String cell = "<w:tc>" + Documents.wordParagraph("The whole release stands in one cell.")
                + Documents.wordParagraph("So do its paragraphs.") + "</w:tc>";

        assertThat(read(Documents.docx("<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>"))
                        .text())
                .contains("The whole release stands in one cell.\n\nSo do its paragraphs.");
    }

    @Test
    void aWorkbookGivesRowsWithDatesAndPercentagesAsShown() {
        AttachmentText read = read(
                Documents.xlsx(
                        "<si><t>Port</t></si><si><r><t>East</t></r><r><t>ern</t></r><rPh><t>no</t></rPh></si>",
                        "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>Opened</t></is></c><c t='str'><v>Share</v></c></row>"
                                + "<row><c t='s'><v>1</v></c><c s='1'><v>45292</v></c><c s='2'><v>0.125</v></c><c><v>0.10000000000000001</v></c></row>"));

        assertThat(read.text()).contains("Port\tOpened\tShare\n\nEastern\t2024-01-01\t12.5%\t0.1");
    }

    @Test
    void slidesComeInTheirOrder() {
        String[] slides =
                IntStream.rangeClosed(1, 11).mapToObj(i -> "Slide " + i).toArray(String[]::new);

        assertThat(read(Documents.pptx(slides)).text()).contains(String.join("\n\n", slides));
    }

    @Test
    void anOpenDocumentTextGivesHeadingsSpacesAndRows() {
        AttachmentText read = read(
                Documents.odt(
                        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Fog signals</text:h><text:p>Two<text:s/>horns"
                                + "<text:line-break/>in harbour</text:p><table:table><table:table-row><table:table-cell><text:p>North</text:p>"
                                + "</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"));

        assertThat(read.text()).contains("Fog signals\n\nTwo horns\nin harbour\n\nNorth\t2");
    }

    @Test
    void richTextIsReadInItsCodePagesAndInUnicode() {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset129 Batang;}}{\\info{\\title hidden}}\n"
                        + "\\f0 Caf\\'e9 on the pier\\par\\f1 \\'c7\\'d7\\'b1\\'b8\\par \\u46321?\\u45824? \\{open\\}\\par"
                        + " A\\cell B\\cell\\row{\\*\\unknown secret}}";

        assertThat(read(rtf.getBytes(ISO_8859_1)).text()).contains("Café on the pier\n\n항구\n\n등대 {open}\n\nA\tB");
    }

    @Test
    void theBytesDecideWhateverTheNameSays() throws Exception {
        assertThat(read("<!DOCTYPE html><html><body>Your session has ended.</body></html>".getBytes(UTF_8))
                        .extraction())
                .isEqualTo(Extraction.FAILED);
        assertThat(read(Documents.zip(Map.of("photos/1.jpg", "x"))).extraction())
                .isEqualTo(Extraction.UNSUPPORTED);
        assertThat(read(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}).extraction())
                .isEqualTo(Extraction.UNSUPPORTED);
        byte[] oldOffice = new byte[4096];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(magic, 0, oldOffice, 0, magic.length);
        assertThat(read(oldOffice).extraction()).isEqualTo(Extraction.UNSUPPORTED);
    }

    @Test
    void aFileWithoutTextIsNeverASuccess() throws Exception {
        assertThat(read(new byte[0])).isEqualTo(AttachmentText.failed("no bytes"));
        assertThat(read(Documents.emptyPdf(3))).isEqualTo(AttachmentText.failed("no text"));
        assertThat(read(Documents.docx(Documents.wordParagraph(" \u00a0 "))))
                .isEqualTo(AttachmentText.failed("no text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", ""})
    void anEncryptedPdfFails(String password) throws IOException {
        assertThat(read(Documents.encryptedPdf(password))).isEqualTo(AttachmentText.failed("encrypted"));
    }

    @Test
    void aPdfOfTenThousandPagesIsReadInPart() {
        List<List<String>> pages = new ArrayList<>(Collections.nCopies(10_000, List.of()));
        pages.set(0, List.of("The first page says something."));
        pages.set(9_999, List.of("The last one is not read."));

        AttachmentText read = read(Documents.pdf(pages));

        assertThat(read.extraction()).isEqualTo(Extraction.PARTIAL);
        assertThat(read.text()).contains("The first page says something.");
        assertThat(read.reason()).contains("too many pages");
    }

    @Test
    void moreTextThanIsTakenIsPartial() {
        String body = Documents.wordParagraph("등대".repeat(400)).repeat(1_000);

        AttachmentText read = read(Documents.docx(body));

        assertThat(read.extraction()).isEqualTo(Extraction.PARTIAL);
        assertThat(read.text().orElseThrow()).hasSizeBetween(499_000, 500_000);
        assertThat(read.reason()).contains("too much text");
    }

    @Test
    void aZipBombFails() {
        assertThat(read(Documents.zipOfBytes(Map.of("word/document.xml", new byte[200 << 20]))))
                .isEqualTo(AttachmentText.failed("unpacks to too much"));
    }

    @Test
    void anArchiveOfTooManyEntriesFails() {
        Map<String, byte[]> parts =
                IntStream.range(0, 10_001).boxed().collect(Collectors.toMap(i -> "part" + i, i -> new byte[0]));

        assertThat(read(Documents.zipOfBytes(parts))).isEqualTo(AttachmentText.failed("too many entries"));
    }

    @Test
    void aPdfThatUnpacksToTooMuchFails() throws IOException {
        byte[] packed = deflated(new byte[200 << 20]);

        assertThat(read(pdfWithStream(packed))).isEqualTo(AttachmentText.failed("unpacks to too much"));
    }

    @Test
    void aPdfStreamThatIsPackedTwiceFails() throws IOException {
        assertThat(read(pdfWithStream(deflated(deflated(new byte[200 << 20])))))
                .isEqualTo(AttachmentText.failed("unpacks to too much"));
    }

    @Test
    void markupThatIsNestedWithoutEndFails() {
        String deep = "<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000);

        assertThat(read(Documents.docx(deep))).isEqualTo(AttachmentText.failed("nested too deeply"));
        assertThat(read(("{\\rtf1" + "{".repeat(100_000)).getBytes(ISO_8859_1)))
                .isEqualTo(AttachmentText.failed("nested too deeply"));
    }

    @Test
    void entitiesAndDocumentTypesExpandToNothing() {
        String bomb =
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY f SYSTEM"
                        + " 'file:///etc/hostname'>]><document><body><p><r><t>said &b;&f;</t></r></p></body></document>";

        AttachmentText read = read(Documents.zip(Map.of("word/document.xml", bomb)));

        assertThat(read.text().orElse("")).doesNotContain("aaaa").isIn("", "said");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void cutAndDamagedFilesAreAnsweredWithoutAnException(long seed) throws Exception {
        Random random = new Random(seed);
        List<byte[]> whole = List.of(
                Documents.hwp("□ 첫째", "둘째"),
                Documents.hwpx("□ 첫째", "둘째"),
                Documents.pdf(List.of(List.of("First line of the page", "second line"))),
                Documents.docx(Documents.wordParagraph("One")),
                Documents.odt("<text:p>One</text:p>"),
                "{\\rtf1\\ansi One\\par \\u46321?{\\b Two}}".getBytes(ISO_8859_1));
        for (byte[] file : whole) {
            for (int round = 0; round < 40; round++) {
                byte[] damaged = round % 2 == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
                for (int i = 0; damaged.length > 0 && i < 1 + round / 4; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(read(damaged).extraction()).isNotNull();
            }
        }
    }

    private AttachmentText read(byte[] bytes) {
        return reader.read(Bytes.copyOf(bytes));
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] pdfWithStream(byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n4 0 obj\n"
                        .getBytes(ISO_8859_1));
        out.write(("<</Filter/FlateDecode/Length " + packed.length + ">>\nstream\n").getBytes(ISO_8859_1));
        out.write(packed);
        out.write("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }
}
