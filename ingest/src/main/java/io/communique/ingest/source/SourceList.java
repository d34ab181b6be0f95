package io.communique.ingest.source;

import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A list page, feed, sitemap or JSON answer that names releases.
 *
 * @param url where it is
 * @param rules how its items are found; what they do not say is learned
 * @param paging how its further pages are reached
 * @param year of the list, where each January brings another one; empty if there is only this one
 */
public record SourceList(URI url, ListRules rules, Paging paging, Optional<Year> year) {
    public SourceList {
        RawPage.requireCanonical(url);
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(paging, "paging");
        Objects.requireNonNull(year, "year");
    }

    /** Makes a list that stays the same every year. */
    public SourceList(URI url, ListRules rules, Paging paging) {
        this(url, rules, paging, Optional.empty());
    }

    /**
     * Makes a list whose further pages are not asked for.
     *
     * @param selectors where its rows are; empty for a feed, or to learn the rows from their repetition
     */
    public SourceList(URI url, Optional<Selectors> selectors) {
        this(url, ListRules.of(selectors), Paging.DEFAULT);
    }

    /** Returns whether the list may not be there yet: in its January, before the first release of the year. */
    public boolean isAwaited(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return year.filter(Year.from(today)::equals).isPresent() && today.getMonth() == Month.JANUARY;
    }

    /** Returns the request for its first page. */
    public ListRequest first() {
        return paging.first(url);
    }

    /**
     * CSS selectors of a list page.
     *
     * @param row each item
     * @param link within a row; empty for its first link
     * @param title within a row; empty for the link's text
     * @param date within a row; empty to look for one in the row's text
     */
    public record Selectors(String row, Optional<String> link, Optional<String> title, Optional<String> date) {
        public Selectors {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(date, "date");
            if (row.isBlank()) {
                throw new IllegalArgumentException("row must not be blank");
            }
        }
    }
}
