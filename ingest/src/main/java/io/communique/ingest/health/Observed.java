package io.communique.ingest.health;

import io.communique.contract.frontier.Habit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was seen of a source.
 *
 * @param source its id
 * @param lists how many lists it has
 * @param troubles its lists that could not be used when they were visited last
 * @param pages known of it
 * @param failing of these, those that could not be had
 * @param missing of these, those that were published and are there no longer, confirmed or not
 * @param habit what it usually does
 * @param quiet days on which nothing could be expected of anybody
 * @param counters to report beside
 * @param now when it is judged
 */
public record Observed(
        String source,
        int lists,
        List<ListTrouble> troubles,
        long pages,
        long failing,
        long missing,
        Habit habit,
        Set<LocalDate> quiet,
        Map<String, Long> counters,
        Instant now) {
    public Observed {
        troubles = List.copyOf(troubles);
        quiet = Set.copyOf(quiet);
        counters = Map.copyOf(counters);
    }
}
