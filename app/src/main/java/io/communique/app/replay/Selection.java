package io.communique.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.PageFacts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which pages are replayed. What is empty does not restrict.
 *
 * @param source id of the source
 * @param from the first moment of fetching
 * @param to the moment of fetching before which the last one was
 */
public record Selection(Optional<String> source, Optional<Instant> from, Optional<Instant> to) {
    private static final int NAME_DIGITS = 12;

    public Selection {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("--from must be before --to");
        }
    }

    boolean contains(PageFacts facts) {
        return source.map(facts.source()::equals).orElse(true)
                && from.map(first -> !facts.fetchedAt().isBefore(first)).orElse(true)
                && to.map(facts.fetchedAt()::isBefore).orElse(true);
    }

    /** Returns the consumer group that remembers how far a replay of exactly these pages has come. */
    String group() {
        String hash = Bytes.copyOf(toString().getBytes(UTF_8)).sha256();
        return "communique-replay-" + hash.substring(0, NAME_DIGITS);
    }
}
