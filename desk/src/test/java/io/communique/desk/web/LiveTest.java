package io.communique.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.sink.store.Releases;
import io.communique.sink.store.StoredEdition;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LiveTest {
    @Test
    void whereNothingMatchedAListenerGoesOnBehindWhatWasAskedFor() {
        assertThat(Live.behind(7, List.of())).isEqualTo(7);
        assertThat(Live.behind(7, editions(1, 3))).isEqualTo(7);
    }

    @Test
    void whatWasStoredWhileTheSearchRanIsNotSentTwice() {
        assertThat(Live.behind(7, editions(6, 9))).isEqualTo(9);
    }

    @Test
    void whatDidNotFitIsSentNext() {
        assertThat(Live.behind(90, editions(11, 60))).isEqualTo(60);
    }

    private static List<StoredEdition> editions(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> new StoredEdition(sequence, Releases.release("r" + sequence, 1)))
                .toList();
    }
}
