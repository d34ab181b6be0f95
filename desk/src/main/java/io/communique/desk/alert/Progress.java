package io.communique.desk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an alert has come.
 *
 * @param sequence of the store; everything up to it was told or did not match
 * @param told how many messages were taken
 * @param lastTold when the last one was
 * @param recent ids of the last messages that were taken, so that none is sent twice when a record is stored again
 * @param failures how often the present message was refused or not answered; 0 if all is well
 * @param reason what went wrong last; empty if all is well
 * @param looked up to when mail has told of everything; empty for a webhook, and before the first mail
 */
public record Progress(
        long sequence,
        long told,
        Optional<Instant> lastTold,
        List<String> recent,
        int failures,
        Optional<String> reason,
        Optional<Instant> looked) {
    private static final int RECENT_MAX = 2_000;

    public Progress {
        recent = List.copyOf(recent);
    }

    static Progress from(long sequence) {
        return new Progress(sequence, 0, Optional.empty(), List.of(), 0, Optional.empty(), Optional.empty());
    }

    /** Returns whether nothing was told or failed since {@code before}. */
    boolean hasOnlyPassed(Progress before) {
        return told == before.told && failures == before.failures && looked.equals(before.looked);
    }

    Progress passed(long to) {
        return new Progress(to, told, lastTold, recent, 0, Optional.empty(), looked);
    }

    Progress told(String event, long to, Instant now) {
        return told(List.of(event), to, now);
    }

    /** One message may tell of several events. */
    Progress told(List<String> fresh, long to, Instant now) {
        List<String> events = new ArrayList<>(recent);
        events.addAll(fresh);
        return new Progress(
                to,
                told + 1,
                Optional.of(now),
                events.subList(Math.max(0, events.size() - RECENT_MAX), events.size()),
                0,
                Optional.empty(),
                looked);
    }

    Progress failed(String why) {
        return new Progress(sequence, told, lastTold, recent, failures + 1, Optional.of(why), looked);
    }

    Progress looked(Instant until) {
        return new Progress(sequence, told, lastTold, recent, failures, reason, Optional.of(until));
    }
}
