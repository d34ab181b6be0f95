package io.communique.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageDetectorTest {
    private static final String ENGLISH =
            "The Ministry of Bridges opened the consultation on the new harbour law and invites all towns to answer. ";
    private static final LanguageDetector LANGUAGES = new LanguageDetector();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    de | Das Ministerium für Brücken hat am Montag die Anhörung zum neuen Hafengesetz eröffnet und bittet alle Städte um Antwort.
                    fr | Le ministère des Ponts a ouvert lundi la consultation sur la nouvelle loi portuaire et invite toutes les villes à répondre.
                    pt | O Ministério das Pontes abriu na segunda-feira a consulta pública sobre a nova lei dos portos. As câmaras municipais têm até ao fim do mês para responder, e as reuniões serão abertas a todos os cidadãos.
                    he | משרד הגשרים פתח ביום שני את השימוע הציבורי על חוק הנמלים החדש ומזמין את כל הערים להשיב.
                    lv | Tiltu ministrija pirmdien sāka sabiedrisko apspriešanu par jauno ostu likumu un aicina visas pilsētas atbildēt līdz mēneša beigām.
                    et | Sildade ministeerium alustas esmaspäeval uue sadamaseaduse arutelu ja kutsub kõiki linnu üles kuu lõpuks vastama.
                    fa | وزارت پل‌ها روز دوشنبه نظرخواهی درباره قانون جدید بنادر را آغاز کرد و از همه شهرها خواست پاسخ دهند.
                    pl | Ministerstwo Mostów otworzyło w poniedziałek konsultacje w sprawie nowej ustawy o portach i zaprasza wszystkie miasta do odpowiedzi.
                    el | Το Υπουργείο Γεφυρών άνοιξε τη Δευτέρα τη διαβούλευση για τον νέο νόμο των λιμένων και καλεί όλες τις πόλεις να απαντήσουν.
                    ko | 교량부는 월요일 새 항만법에 대한 의견 수렴을 시작했다.
                    ja | 橋梁省は月曜日、新しい港湾法についての意見募集を始めました。
                    zh | 桥梁部周一就新的港口法开始征求意见。
                    """)
    void languageOfOneSentenceIsFound(String language, String sentence) {
        assertThat(LANGUAGES.detect(sentence)).contains(language);
    }

    @Test
    void tooLittleTextHasNoLanguage() {
        assertThat(LANGUAGES.detect("Bridges, 14.")).isEmpty();
        assertThat(LANGUAGES.detect("")).isEmpty();
    }

    @Test
    void languageOfMostOfALongTextIsFoundWhateverStandsInItsMiddle() {
        String quotation = "«Nous avons écouté les villes et les ports», a déclaré la ministre devant la commission. ";

        String text = ENGLISH.repeat(10) + quotation + ENGLISH.repeat(10);

        assertThat(LANGUAGES.detect(text)).contains("en");
    }

    @Test
    void annexInAnotherLanguageDoesNotDecide() {
        String annex =
                "Das Ministerium für Brücken hat am Montag die Anhörung zum neuen Hafengesetz eröffnet. ".repeat(200);

        assertThat(LANGUAGES.detect(ENGLISH.repeat(40) + annex)).contains("en");
    }
}
