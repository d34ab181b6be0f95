package io.communique.enrich.strip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated: 3 May 2024",
                "Veröffentlicht am 3. Mai 2024",
                "Stand: 03.05.2024",
                "Publié le 3 mai 2024 à 14:30",
                "Mis à jour le mardi 3 mai 2024",
                "Dernière modification : 03/05/2024",
                "Fecha: 3 de mayo de 2024",
                "Publicado em 03/05/2024 10h15",
                "Ultimo aggiornamento: 3 maggio 2024",
                "Gepubliceerd op 3 mei 2024",
                "Senast uppdaterad: 2024-05-03",
                "Opublikowano: 03.05.2024 12:00",
                "Дата публикации: 3 мая 2024 г",
                "تاريخ النشر: 3 مايو 2024",
                "最終更新日：2024年5月3日",
                "掲載日： 令和6年5月3日",
                "發布日期：113-05-03",
                "등록일 2024.05.03"
            })
    void labelsWithTheirDatesAre(String line) {
        assertThat(MetadataLine.matches(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data on 31 harbours",
                "Veröffentlicht am 3. Mai 2024, gilt die Verordnung für alle Häfen.",
                "Publié le 3 mai 2024, le décret fixe le prix de la traversée.",
                "Fecha y lugar de la reunión de los 27 ministros",
                "更新日を迎えた港が3つある。",
                "発表日程は3案ある",
                "- 30 -"
            })
    void sentencesAndHeadingsAreNot(String line) {
        assertThat(MetadataLine.matches(line)).isFalse();
    }
}
