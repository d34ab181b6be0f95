package io.communique.enrich.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AboutLinesTest {
    private static final String TITLE = "<h1>Nine lighthouses to be repaired</h1>";
    private static final String TEXT =
            "<p>The ministry has opened a call for the repair of nine lighthouses on the northern coast, which lost their lamps in the"
                    + " storms of last autumn, and asks harbour masters to hand in their plans until the end of the season.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Media contact: Press Office, +44 20 5550 0100",
                "Press enquiries: press@harbours.example",
                "Consumer Inquiries: 888-LAMP-SEA",
                "Pressekontakt: Seezeichenamt, Tel. 030 5550 0100",
                "Rückfragen an: presse@seezeichen.example",
                "Contact presse : bureau des phares, tél. 01 55 50 01 00",
                "Contacto de prensa: Oficina de faros, +34 915 550 100",
                "문의: 항로표지과 (02-555-0100)",
                "자료제공: 항로표지과 등대수리팀 (555-0188)",
                "(담당: 항로표지과 ☎ 555-0188)",
                "※ 사진 있음. (업무담당자 항로표지과 ☎061-555-0188)",
                "問い合わせ先：海事局 電話 03-5550-0100",
                "联系人：航标处 电话：010-5550-0100"
            })
    void lineThatSaysWhomToAskIsContactAndNoText(String line) {
        Page page = Page.of(TITLE + TEXT + "<p>" + line + "</p>", "h1");

        assertThat(page.about.contact()).contains(line);
        assertThat(page.text()).doesNotContain(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Readers who wish to know more can contact the harbour master of their town before the season ends.",
                "Tel Harad, a village of forty lamps, will keep its own keeper.",
                "The minister gave more information: the lamps are older than the harbour.",
                "Wer Kontakt zu den Lotsen sucht, findet ihn am Hafen.",
                "Der Kontakt zum Schiff brach um drei Uhr ab.",
                "Le contact avec le navire a été perdu à trois heures.",
                "El contacto con el barco se perdió a las tres.",
                "담당자는 등대 수리가 봄에 끝난다고 말했다.",
                "担当者は修理が春に終わると述べた。"
            })
    void contactWordInASentenceIsText(String line) {
        Page page = Page.of(TITLE + TEXT + "<p>" + line + "</p>" + TEXT.replace("nine", "ten"), "h1");

        assertThat(page.about.contact()).isEmpty();
        assertThat(page.text()).contains(line);
    }

    @Test
    void headingWithoutAnyoneToReachIsNoContact() {
        Page page = Page.of(TITLE + TEXT + "<h2>Contact</h2>" + TEXT.replace("nine", "ten"), "h1");

        assertThat(page.about.contact()).isEmpty();
        assertThat(page.text()).contains("Contact");
    }

    @Test
    void linesUnderAContactHeadingBelongToIt() {
        Page page =
                Page.of(TITLE + TEXT + "<h3>Media enquiries</h3><p>Press Office</p><p>Tel: 020 5550 0100</p>", "h1");

        assertThat(page.about.contact()).contains("Media enquiries\nPress Office\nTel: 020 5550 0100");
        assertThat(page.text()).hasSize(1);
    }

    @Test
    void headOfAReleaseIsAboutItAndItsContactsAreKept() {
        Page page = Page.of(
                TITLE + "<p>For Immediate Release: March 3, 2026<br>Media Inquiries: 202-555-0100</p>" + TEXT, "h1");

        assertThat(page.about.contact()).contains("Media Inquiries: 202-555-0100");
        assertThat(page.text()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Department: Seamarks                       | Seamarks
                    Issued by: Harbour Board                   | Harbour Board
                    Referat: Seezeichen                        | Seezeichen
                    Direction : Phares et balises              | Phares et balises
                    Dependencia: Oficina de faros              | Oficina de faros
                    담당부서 : 항로표지과                           | 항로표지과
                    자료제공: 항로표지과 (555-0188)                | 항로표지과
                    担当部局：海事局                               | 海事局
                    """)
    void unitWithALabelIsTheDepartment(String line, String unit) {
        Page page = Page.of(TITLE + "<p>" + line + "</p>" + TEXT, "h1");

        assertThat(page.about.department()).contains(unit);
        assertThat(page.text()).doesNotContain(line);
    }

    @Test
    void sentenceThatBeginsWithAUnitIsNoDepartment() {
        String sentence =
                "The department: a history of the lamps, its keepers and its boats, told in three long evenings.";
        Page page = Page.of(TITLE + "<p>" + sentence + "</p>" + TEXT, "h1");

        assertThat(page.about.department()).isEmpty();
        assertThat(page.text()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All content is available under the Open Government Licence v3.0",
                "Datenlizenz Deutschland – Namensnennung 2.0",
                "Sous Licence Ouverte Etalab 2.0",
                "본 저작물은 공공누리 제1유형에 따라 이용할 수 있습니다.",
                "Contenido bajo Creative Commons CC BY 4.0"
            })
    void termsOfUseAreTheLicenceAndNoText(String line) {
        Page page = Page.of(TITLE + TEXT + "<p>" + line + "</p>", "h1");

        assertThat(page.about.licence(page.document)).contains(line);
        assertThat(page.text()).doesNotContain(line);
    }

    @Test
    void articleAboutLicencesKeepsItsText() {
        String prose =
                "The ministry will put its charts under a Creative Commons licence, so that anyone who sails the northern coast can"
                        + " print, change and hand on the charts of its nine lighthouses; fishermen had asked for this for years, and the board"
                        + " of pilots agreed to it in the spring.";
        Page page = Page.of(TITLE + "<p>" + prose + "</p>" + TEXT, "h1");

        assertThat(page.about.licence(page.document)).isEmpty();
        assertThat(page.text()).contains(prose);
    }

    @Test
    void licenceThatIsOnlyLinkedIsTheAddress() {
        Page page = Page.of(
                TITLE + TEXT + "<a rel=license href='https://creativecommons.org/licenses/by/4.0/'>Terms</a>", "h1");

        assertThat(page.about.licence(page.document)).contains("https://creativecommons.org/licenses/by/4.0/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Anna Mast, Seamarks Public Affairs",
                "Von Anna Mast",
                "Par Anne du Mât",
                "Por Ana Mástil y Juan Vela"
            })
    void bylineThatOpensATextIsNoneOfIt(String line) {
        assertThat(Page.of(TITLE + "<p>" + line + "</p>" + TEXT, "h1").text()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Order of the Minister",
                "By spring all lamps burn",
                "Von Hafen zu Hafen",
                "Por Decreto Supremo"
            })
    void whatOnlyBeginsLikeABylineIsText(String line) {
        assertThat(Page.of(TITLE + "<p>" + line + "</p>" + TEXT, "h1").text()).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo caption: The lamp of the north.",
                "Bildunterschrift: Die Lampe im Norden.",
                "Pie de foto: La lámpara del norte.",
                "Légende : La lampe du nord.",
                "사진설명: 북쪽 등대의 등불.",
                "写真説明：北の灯台"
            })
    void captionWithALabelIsNoTextButTheOnlyPicturesCaption(String line) {
        Page page = Page.of(TITLE + TEXT + "<p>" + line + "</p><img src=/lamp.jpg>", "h1");

        assertThat(page.text()).hasSize(1);
        assertThat(Images.find(page.region, page.about.cutline(page.region.blocks())))
                .singleElement()
                .satisfies(image -> assertThat(image.caption())
                        .hasValueSatisfying(
                                said -> assertThat(line).endsWith(said).isNotEqualTo(said)));
    }

    @Test
    void noticeThatAReleaseWasWithdrawnIsNoTextAndIsReported() {
        String notice = "This press release was withdrawn on 5 May 2026";
        Page page = Page.of(TITLE + "<div><p>" + notice + "</p></div><div>" + TEXT + "</div>", "h1");

        assertThat(page.about.notice()).contains(notice);
        assertThat(page.text()).hasSize(1);
    }

    /** A page whose region is all that follows its title. */
    private record Page(Document document, Region region, AboutLines about) {
        static Page of(String html, String title) {
            Document document = Jsoup.parse("<main>" + html + "</main>", "https://ministry.example/press/7");
            List<TextBlock> blocks = BlockReader.read(document);
            int titleAt = blocks.stream()
                    .map(block -> block.element().normalName())
                    .toList()
                    .indexOf(title);
            Region region = new Region(document.body(), blocks.subList(titleAt + 1, blocks.size()), titleAt + 1);
            return new Page(document, region, new AboutLines(blocks, region, titleAt));
        }

        List<String> text() {
            return Stream.of(about.textOnly(region.blocks()))
                    .flatMap(List::stream)
                    .map(TextBlock::text)
                    .toList();
        }
    }
}
