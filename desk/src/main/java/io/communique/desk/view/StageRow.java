package io.communique.desk.view;

import io.communique.desk.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A stage in a table.
 *
 * @param name of the stage
 * @param running whether anybody does its work
 * @param members how many do
 * @param waiting records that it has still to read; empty if it reads none of another stage
 * @param oldest age of the oldest of them; empty if none waits
 * @param rate records a second; empty as {@code waiting} is
 */
public record StageRow(String name, boolean running, int members, String waiting, String oldest, String rate) {
    /** Makes the row of a stage, as of a moment. */
    public static StageRow of(Operations.Stage stage, Instant now) {
        return new StageRow(
                stage.name(),
                stage.members() > 0,
                stage.members(),
                stage.waiting()
                        .map(count -> String.format(Locale.ROOT, "%,d", count))
                        .orElse(""),
                stage.oldest()
                        .map(at -> Times.inWords(Duration.between(at, now)))
                        .orElse(""),
                stage.waiting()
                        .map(count -> String.format(Locale.ROOT, "%.1f", stage.perSecond()))
                        .orElse(""));
    }
}
