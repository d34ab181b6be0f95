package io.communique.ingest.health;

import io.communique.contract.frontier.PageSample;
import io.communique.contract.page.PageSelectors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Selector;

/** Takes the few numbers of a page by which a change of its site can be seen. */
public final class PageSampler {
    private PageSampler() {}

    /**
     * Samples a page.
     *
     * @param letters that it shows outside of links and menus
     * @param listed when the list says that it appeared; empty if it does not say, or not clearly
     * @param firstSeen when it was first listed
     */
    public static PageSample of(
            Document page,
            int letters,
            PageSelectors selectors,
            Optional<Instant> listed,
            Instant firstSeen,
            Instant fetched) {
        String text = page.body().text();
        long missed = Stream.of(selectors.title(), selectors.date(), selectors.body())
                .flatMap(Optional::stream)
                .filter(css -> !matches(page, css))
                .count();
        return new PageSample(
                fetched,
                page.title().length(),
                letters,
                listed.map(date -> Duration.between(date, firstSeen).toHours())
                        .map(hours -> (int) Math.max(-1_000_000, Math.min(1_000_000, hours))),
                (int) missed,
                text.isEmpty()
                        ? 0
                        : (int) (text.chars().filter(c -> c == '\ufffd').count() * 1_000 / text.length()),
                text.replaceAll("\\d+", "").hashCode());
    }

    private static boolean matches(Document page, String css) {
        try {
            return page.selectFirst(css) != null;
        } catch (Selector.SelectorParseException e) {
            return false;
        }
    }
}
