package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.object.bodytext.Section;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.tool.blankfilemaker.BlankFileMaker;
import kr.dogfoot.hwplib.writer.HWPWriter;
import kr.dogfoot.hwpxlib.object.HWPXFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.SectionXMLFile;
import kr.dogfoot.hwpxlib.object.content.section_xml.paragraph.Para;
import kr.dogfoot.hwpxlib.writer.HWPXWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes the files that the tests read: small, of invented ministries, by other writers than the readers under test. */
final class Documents {
    private static final float LEADING = 16;

    private Documents() {}

    static byte[] hwp(String... paragraphs) throws Exception {
        HWPFile file = BlankFileMaker.make();
        Section section = file.getBodyText().getSectionList().get(0);
        section.getParagraph(0).getText().addString(paragraphs[0]);
        for (int i = 1; i < paragraphs.length; i++) {
            Paragraph paragraph = section.addNewParagraph();
            paragraph.getHeader().setLastInList(i == paragraphs.length - 1);
            paragraph.createText();
            paragraph.getText().addString(paragraphs[i]);
            paragraph.createCharShape();
            paragraph.getCharShape().addParaCharShape(0, 0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HWPWriter.toStream(file, out);
        return out.toByteArray();
    }

    static byte[] hwpx(String... paragraphs) throws Exception {
        HWPXFile file = kr.dogfoot.hwpxlib.tool.blankfilemaker.BlankFileMaker.make();
        SectionXMLFile section = file.sectionXMLFileList().get(0);
        for (String paragraph : paragraphs) {
            Para para = section.addNewPara();
            para.paraPrIDRef("0");
            para.styleIDRef("0");
            para.addNewRun().addNewT().addText(paragraph);
        }
        return HWPXWriter.toBytes(file);
    }

    /** A page for each list of lines; a line that begins with a space is indented, an empty one leaves a gap. */
    static byte[] pdf(List<List<String>> pages) {
        try (PDDocument document = document(pages)) {
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedPdf(String password) throws IOException {
        try (PDDocument document = document(List.of(List.of("Only for those who have the password.")))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return bytes(document);
        }
    }

    static byte[] emptyPdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            return bytes(document);
        }
    }

    private static PDDocument document(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (List<String> lines : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float y = 780;
                for (String line : lines) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(70, y);
                    content.showText(line);
                    content.endText();
                    y -= line.isEmpty() ? LEADING / 2 : LEADING;
                }
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    static byte[] docx(String body) {
        return docx(body, "");
    }

    static byte[] docx(String body, String numbering) {
        String namespace = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
                "word/document.xml",
                "<w:document " + namespace + "><w:body>" + body + "</w:body></w:document>",
                "word/numbering.xml",
                "<w:numbering " + namespace + ">" + numbering + "</w:numbering>"));
    }

    static String wordParagraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static byte[] xlsx(String strings, String rows) {
        return zip(Map.of(
                "xl/workbook.xml",
                "<workbook/>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\"년\" m\"월\"'/></numFmts><cellXfs><xf numFmtId='0'/>"
                        + "<xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='164'/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                "<sst>" + strings + "</sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    static byte[] pptx(String... slides) {
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < slides.length; i++) {
            parts.put(
                    "ppt/slides/slide" + (i + 1) + ".xml",
                    "<p:sld xmlns:p='urn:p' xmlns:a='urn:a'><p:txBody><a:p><a:r><a:t>" + slides[i]
                            + "</a:t></a:r></a:p></p:txBody></p:sld>");
        }
        return zip(parts);
    }

    static byte[] odt(String body) {
        return zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:b'><office:body><office:text>"
                        + body + "</office:text></office:body></office:document-content>"));
    }

    static byte[] zip(Map<String, String> parts) {
        return zipOfBytes(parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().getBytes(UTF_8))));
    }

    static byte[] zipOfBytes(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
