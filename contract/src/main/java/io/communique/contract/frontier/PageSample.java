package io.communique.contract.frontier;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one published page looked like, in a few numbers: enough to see that a site was rebuilt.
 *
 * @param at when it was fetched
 * @param titleChars length of its title
 * @param textChars letters that it shows outside of links, menus and forms
 * @param lagHours from the date that the list gives to when we first saw it listed; empty if the list gives none that can be read
 * @param selectorsMissed how many of the source's own selectors matched nothing
 * @param damaged characters that could not be decoded, of a thousand
 * @param textHash of all its text but digits
 */
public record PageSample(
        Instant at,
        int titleChars,
        int textChars,
        Optional<Integer> lagHours,
        int selectorsMissed,
        int damaged,
        int textHash) {
    public PageSample {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(lagHours, "lagHours");
    }
}
