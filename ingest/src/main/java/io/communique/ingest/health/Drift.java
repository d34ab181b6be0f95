package io.communique.ingest.health;

import io.communique.contract.frontier.PageSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Notices that the pages of a source no longer look as they did, by comparing the newest few with those before: a site that was rebuilt, or a
 * page that is served in place of all others. Something came, but it may be wrong.
 */
public final class Drift {
    /** The newest pages that must agree. */
    private static final int NEWEST = 4;
    /** Pages before them, to compare with. */
    private static final int BEFORE_MIN = 6;

    private static final double FACTOR = 3;
    /** In characters of a thousand: a page has a stray one now and then. */
    private static final int DAMAGED_MIN = 5;

    private static final int LAG_HOURS_MIN = 24 * 14;
    private static final int AHEAD_HOURS_MAX = 48;

    private final List<PageSample> before;
    private final List<PageSample> newest;
    private final List<String> warnings = new ArrayList<>();

    private Drift(List<PageSample> samples) {
        int split = samples.size() - NEWEST;
        before = samples.subList(0, split);
        newest = samples.subList(split, samples.size());
    }

    /**
     * Returns what looks wrong, in words.
     *
     * @param samples in the order of their fetching
     */
    public static List<String> warnings(List<PageSample> samples) {
        if (samples.size() < NEWEST) {
            return List.of();
        }
        Drift drift = new Drift(samples);
        drift.alone();
        if (drift.before.size() >= BEFORE_MIN) {
            drift.compared();
        }
        return List.copyOf(drift.warnings);
    }

    private void alone() {
        if (newest.stream().map(PageSample::textHash).distinct().count() == 1) {
            warnings.add("the last " + NEWEST + " pages have the same text");
        }
        int missed = newest.stream().mapToInt(PageSample::selectorsMissed).min().orElse(0);
        if (missed > 0) {
            warnings.add(missed + " of the source's selectors match nothing on the last " + NEWEST + " pages");
        }
        int damaged = median(newest, PageSample::damaged);
        if (damaged >= DAMAGED_MIN) {
            warnings.add(damaged + " of a thousand characters of the last pages could not be decoded");
        }
    }

    private void compared() {
        compare("text", "letters", PageSample::textChars);
        compare("title", "characters", PageSample::titleChars);
        List<Integer> lags =
                newest.stream().flatMap(page -> page.lagHours().stream()).toList();
        List<Integer> lagsBefore =
                before.stream().flatMap(page -> page.lagHours().stream()).toList();
        if (lags.size() == NEWEST && lagsBefore.size() >= BEFORE_MIN) {
            lag(lags, lagsBefore);
        }
    }

    /** All of the newest lie outside of what was ever seen before, and far from its middle. */
    private void compare(String what, String unit, ToIntFunction<PageSample> measure) {
        int usual = median(before, measure);
        int now = median(newest, measure);
        int least = before.stream().mapToInt(measure).min().orElse(0);
        int most = before.stream().mapToInt(measure).max().orElse(0);
        boolean shorter = newest.stream().mapToInt(measure).max().orElse(0) < least && now * FACTOR < usual;
        boolean longer = newest.stream().mapToInt(measure).min().orElse(0) > most && now > usual * FACTOR;
        if (shorter || longer) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the %s of the last %d pages is much %s: %d %s, usually %d",
                    what,
                    NEWEST,
                    shorter ? "shorter" : "longer",
                    now,
                    unit,
                    usual));
        }
    }

    private void lag(List<Integer> lags, List<Integer> lagsBefore) {
        int least = lags.stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = lags.stream().mapToInt(Integer::intValue).max().orElse(0);
        int mostBefore = lagsBefore.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (least > Math.max(LAG_HOURS_MIN, mostBefore * FACTOR)) {
            warnings.add("the last new items are dated " + least / 24 + " days back and more: perhaps an old list");
        }
        if (most < -AHEAD_HOURS_MAX) {
            warnings.add("the last new items are dated " + -most / 24 + " days ahead and more");
        }
    }

    private static int median(List<PageSample> pages, ToIntFunction<PageSample> measure) {
        return pages.stream()
                .mapToInt(measure)
                .sorted()
                .skip(pages.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
