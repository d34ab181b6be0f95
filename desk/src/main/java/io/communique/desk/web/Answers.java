package io.communique.desk.web;

import io.communique.desk.DeskCounters;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts answers by what they were, and by how long they took. */
final class Answers {
    private final LongAdder answered = new LongAdder();
    private final LongAdder redirected = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<LongAdder> times = Stream.generate(LongAdder::new)
            .limit(DeskCounters.STEPS_MILLIS.size() + 1L)
            .toList();

    void count(int status, boolean isStream, float millis) {
        of(status).increment();
        if (!isStream) {
            times.get(step(millis)).increment();
        }
    }

    private LongAdder of(int status) {
        if (status >= 500) {
            return failed;
        }
        if (status >= 400) {
            return refused;
        }
        return status / 100 == 3 && status != 304 ? redirected : answered;
    }

    private static int step(float millis) {
        return IntStream.range(0, DeskCounters.STEPS_MILLIS.size())
                .filter(step -> millis <= DeskCounters.STEPS_MILLIS.get(step))
                .findFirst()
                .orElse(DeskCounters.STEPS_MILLIS.size());
    }

    DeskCounters counters(int streams, int alerts, int alertsFailing) {
        long ok = answered.sum();
        long elsewhere = redirected.sum();
        long theirs = refused.sum();
        long ours = failed.sum();
        return new DeskCounters(
                ok + elsewhere + theirs + ours,
                ok,
                elsewhere,
                theirs,
                ours,
                times.stream().map(LongAdder::sum).toList(),
                streams,
                alerts,
                alertsFailing);
    }
}
