package io.communique.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.release.Figure;
import io.communique.contract.release.Period;
import io.communique.contract.release.Release;
import io.communique.sink.store.Releases;
import io.communique.sink.store.StoredFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void marksStandWhereTheRecordSaysAndTheTextIsWhole() {
        Release release = Releases.release("1", 1);
        List<Part> parts = MarkedText.of(release).parts(release.blocks());

        assertThat(parts).hasSize(1);
        assertThat(text(parts.get(0).pieces())).isEqualTo(release.body());
        assertThat(parts.get(0).pieces())
                .filteredOn(piece -> !piece.mark().isEmpty())
                .extracting(piece -> piece.mark() + " " + piece.text())
                .containsExactly("person Ada Holm", "figure 3 million euros", "date 2025");
    }

    @Test
    void aSearchShowsTheSentenceThatHasItsWord() {
        Release release = Releases.release("1", 1, " Nobody else spoke. The harbour stays shut.");

        assertThat(text(Card.of(1, release).sentence())).startsWith("Minister Ada Holm spent");
        assertThat(Card.of(1, release, Highlight.of("harb*")).sentence())
                .extracting(piece -> piece.mark() + piece.text())
                .containsExactly("The ", "hitharb", "our stays shut.");
    }

    @Test
    void wordsAreMarkedWhereTheyBeginAndPartsOfKoreanWordsToo() {
        List<Piece> pieces = List.of(Piece.plain("Reported on ports; 해양항만부 said."));

        assertThat(Highlight.of("port \"항만\"").in(pieces))
                .filteredOn(piece -> piece.mark().equals("hit"))
                .extracting(Piece::text)
                .containsExactly("port", "항만");
        assertThat(Highlight.of("").in(pieces)).isEqualTo(pieces);
    }

    @Test
    void periodsAndAmountsReadAsPeopleWriteThem() {
        assertThat(Labels.period(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))))
                .isEqualTo("2025");
        assertThat(Labels.period(new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29))))
                .isEqualTo("2024-02");
        assertThat(Labels.period(new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 28))))
                .isEqualTo("2024-02-01 – 2024-02-28");
        assertThat(Labels.number(new BigDecimal("1234567.50"))).isEqualTo("1,234,567.5");
        assertThat(Labels.amount(
                        Optional.empty(), Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN), Optional.of("%")))
                .isEqualTo("1 – 10 %");
    }

    @Test
    void aChartHasOneUnitAndTheNewestWordOnEachDay() {
        Chart chart = Chart.of(List.of(
                figure("2026-03-02", "5", "EUR"),
                figure("2026-03-02", "4", "EUR"),
                figure("2026-03-01", "3", "USD"),
                figure("2026-02-01", "2", "EUR")));

        assertThat(chart.points()).isEqualTo("[[1769904000,1772409600],[2,5]]");
        assertThat(chart.count()).isEqualTo(2);
        assertThat(Chart.of(List.of(figure("2026-03-02", "5", "EUR"))).count()).isZero();
    }

    private static StoredFigure figure(String day, String value, String unit) {
        return new StoredFigure(
                1,
                "ports:1",
                "ports",
                Optional.empty(),
                Optional.of(day),
                value,
                Figure.Kind.MONEY,
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(unit),
                Optional.of("budget"),
                Optional.empty(),
                Optional.empty());
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
