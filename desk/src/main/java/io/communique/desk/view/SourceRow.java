package io.communique.desk.view;

import io.communique.contract.status.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A source in a table.
 *
 * @param id of the source
 * @param state as the record's JSON has it
 * @param reason why it is not complete; empty if it is
 * @param evidence and warnings, one line each
 * @param lastNew how long ago something new came; empty if never
 * @param cadence usual time between releases; empty until learned
 * @param silence how far the present silence goes, in usual times between releases; 0 until learned
 * @param expected when the next one is due; empty until learned
 * @param lastFetch how long ago its list was read; empty if never
 */
public record SourceRow(
        String id,
        String state,
        String reason,
        List<String> evidence,
        String lastNew,
        String cadence,
        double silence,
        String expected,
        String lastFetch) {
    /** Makes the row of a source, as of a moment. */
    public static SourceRow of(SourceStatus status, Instant now) {
        List<String> evidence = new java.util.ArrayList<>(status.evidence());
        evidence.addAll(status.warnings());
        return new SourceRow(
                status.source(),
                Labels.of(status.state()),
                status.reason().orElse(""),
                evidence,
                ago(status.lastNewRelease(), now),
                status.cadence().map(Times::inWords).orElse(""),
                silence(status, now),
                status.expectedNext().map(Times::minute).orElse(""),
                ago(status.lastFetch(), now));
    }

    private static String ago(Optional<Instant> at, Instant now) {
        return at.map(then -> Times.inWords(Duration.between(then, now))).orElse("");
    }

    private static double silence(SourceStatus status, Instant now) {
        return status.cadence()
                .filter(cadence -> !cadence.isZero())
                .flatMap(cadence -> status.lastNewRelease()
                        .map(last -> (double) Duration.between(last, now).toSeconds() / cadence.toSeconds()))
                .orElse(0.0);
    }
}
