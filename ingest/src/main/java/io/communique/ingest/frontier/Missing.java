package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import java.time.Duration;
import java.time.Instant;

/** When evidence of absence is enough; pure. */
final class Missing {
    private static final int VISITS = 3;
    private static final Duration SPAN = Duration.ofHours(24);
    /** Status 410 says it in so many words: gone for good. */
    private static final int VISITS_GONE = 2;

    private static final Duration SPAN_GONE = Duration.ofHours(2);

    private Missing() {}

    /** Returns the evidence on {@code entry} after one more visit, confirmed if that makes it enough. */
    static Absence seen(FrontierEntry entry, Absence.Kind kind, Instant now) {
        Absence absence = entry.absence()
                .map(before -> before.again(kind, now))
                .orElseGet(() -> new Absence(kind, now, now, 1, false));
        return isEnough(absence) ? absence.asConfirmed() : absence;
    }

    private static boolean isEnough(Absence absence) {
        boolean gone = absence.kind() == Absence.Kind.STATUS_410;
        Duration span = Duration.between(absence.since(), absence.last());
        return absence.times() >= (gone ? VISITS_GONE : VISITS) && span.compareTo(gone ? SPAN_GONE : SPAN) >= 0;
    }
}
