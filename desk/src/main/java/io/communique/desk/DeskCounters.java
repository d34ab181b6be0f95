package io.communique.desk;

import java.util.List;

/**
 * What a desk has answered since it began, and what it has open. {@code requests = answered + redirected + refused + failed}: a stream counts when it ends.
 *
 * @param requests that were answered
 * @param answered with what was asked for, or that it is unchanged
 * @param redirected to another page
 * @param refused for the request's own fault: not found, not allowed, too many
 * @param failed for ours, the store's or the brokers'
 * @param times how long answers took but for streams, by the steps of {@link #STEPS_MILLIS}; the last one counts what took longer
 * @param streams live ones that are open now
 * @param alerts that are saved
 * @param alertsFailing of these, whose last message was not taken
 */
public record DeskCounters(
        long requests,
        long answered,
        long redirected,
        long refused,
        long failed,
        List<Long> times,
        int streams,
        int alerts,
        int alertsFailing) {
    /** Steps in which answers' times are counted, milliseconds. */
    public static final List<Integer> STEPS_MILLIS = List.of(50, 150, 500, 1_500, 5_000);

    public DeskCounters {
        times = List.copyOf(times);
    }
}
