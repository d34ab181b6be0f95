package io.communique.desk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.communique.contract.release.Entity;
import io.communique.sink.store.ReleaseQuery;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void theSameSearchHasOneAddress() {
        Asked one = new Asked(Map.of("source", List.of("b", "a"), "q", List.of(" 예산 & \"fund\" ")));
        Asked other =
                new Asked(Map.of("q", List.of("예산 & \"fund\""), "source", List.of("a", "b", "a"), "x", List.of("y")));

        assertThat(one.address())
                .isEqualTo(other.address())
                .isEqualTo("q=%EC%98%88%EC%82%B0+%26+%22fund%22&source=a&source=b");
    }

    @Test
    void namesAddUpAndOthersGiveWay() {
        Asked asked = new Asked(Map.of())
                .with("person", "A")
                .with("person", "B")
                .with("country", "NO")
                .with("country", "SE");

        assertThat(asked.query().named())
                .containsExactlyInAnyOrder(
                        new ReleaseQuery.Named(Entity.Type.PERSON, "A"),
                        new ReleaseQuery.Named(Entity.Type.PERSON, "B"));
        assertThat(asked.query().country()).contains("SE");
        assertThat(asked.without("person", "A").all("person")).containsExactly("B");
        assertThat(asked.without("country", "SE").query().country()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidInWords() {
        assertThatThrownBy(() -> new Asked(Map.of("from", List.of("soon"))).query())
                .hasMessage("from must be a day such as 2026-03-02: soon");
        assertThatThrownBy(() -> new Asked(Map.of("kind", List.of("weather"))).query())
                .hasMessage("kind cannot be weather");
        assertThatThrownBy(() -> new Asked(Map.of("atLeast", List.of("1e999999999"))).query())
                .hasMessageContaining("must be a number");
        assertThatThrownBy(() -> new Asked(Map.of("q", List.of("x".repeat(501)))))
                .hasMessageContaining("longer than 500");
        assertThatThrownBy(() -> new Asked(Map.of(
                        "source",
                        IntStream.range(0, 21).mapToObj(Integer::toString).toList())))
                .hasMessageContaining("at most 20");
    }
}
