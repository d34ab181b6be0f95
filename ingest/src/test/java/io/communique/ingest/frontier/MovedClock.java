package io.communique.ingest.frontier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that the test moves. */
public final class MovedClock extends Clock {
    private Instant now;

    /** Starts at a moment. */
    public MovedClock(Instant now) {
        this.now = now;
    }

    /** Goes on to a later moment. */
    public void to(Instant then) {
        now = then.isAfter(now) ? then : now;
    }

    /** Goes on by a time. */
    public void by(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants alone are asked for");
    }
}
