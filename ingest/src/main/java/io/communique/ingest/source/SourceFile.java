package io.communique.ingest.source;

import io.communique.contract.page.PageSelectors;
import io.communique.contract.release.Publisher;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** A source as its YAML file writes it; anything may be left out but the id and the lists. */
record SourceFile(
        @Nullable String id,
        @Nullable PublisherPart publisher,
        @Nullable KnownPart known,
        @Nullable List<ListPart> lists,
        @Nullable String every,
        @Nullable RevisitPart revisit,
        @Nullable String siteId,
        @Nullable String canonical,
        @Nullable List<String> hosts,
        @Nullable List<String> dropParameters,
        @Nullable Boolean paused,
        @Nullable AttachmentsPart attachments,
        @Nullable String body,
        @Nullable String title,
        @Nullable String date,
        @Nullable String drop) {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Duration EVERY_DEFAULT = Duration.ofMinutes(10);

    record PublisherPart(@Nullable String name, @Nullable String country) {
        Publisher publisher() {
            return new Publisher(name == null ? "" : name, Optional.ofNullable(country));
        }
    }

    /** What is known of a source, for people: as of when, and what is odd about it. */
    record KnownPart(@Nullable String asOf, @Nullable String facts) {
        KnownPart {
            if (asOf == null || !asOf.matches("(?:19|20)\\d\\d(?:-[01]\\d(?:-[0-3]\\d)?)?|unknown")) {
                throw new IllegalArgumentException(
                        "known.asOf is a year, a month (2026-08), a day, or unknown: " + asOf);
            }
        }
    }

    record ListPart(
            @Nullable String url,
            @Nullable String row,
            @Nullable String link,
            @Nullable String title,
            @Nullable String date,
            @Nullable String onclick,
            @Nullable String address,
            @Nullable JsonPart json,
            @Nullable String keep,
            @Nullable PagingPart paging) {
        /** Returns the list, or one for each year that is read now. */
        List<SourceList> lists(LocalDate today) {
            if (!YearInAddress.isIn(url)) {
                return List.of(list(Optional.empty()));
            }
            return YearInAddress.of(today).stream()
                    .map(year -> in(year).list(Optional.of(year)))
                    .toList();
        }

        private ListPart in(Year year) {
            return new ListPart(
                    YearInAddress.put(url, year),
                    row,
                    link,
                    title,
                    date,
                    onclick,
                    address,
                    json,
                    keep,
                    paging == null ? null : paging.in(year));
        }

        private SourceList list(Optional<Year> year) {
            if (row == null && (link != null || title != null || date != null)) {
                throw new IllegalArgumentException("link, title and date stand within a row, and there is no row");
            }
            ListRules rules = new ListRules(
                    selector("row", row)
                            .map(rows -> new SourceList.Selectors(
                                    rows, selector("link", link), selector("title", title), selector("date", date))),
                    Optional.ofNullable(onclick).map(Pattern::compile),
                    Optional.ofNullable(address),
                    Optional.ofNullable(json).map(JsonPart::pointers),
                    Optional.ofNullable(keep).map(Pattern::compile));
            return new SourceList(
                    URI.create(url == null ? "" : url), rules, paging == null ? Paging.DEFAULT : paging.paging(), year);
        }
    }

    record JsonPart(
            @Nullable String items,
            @Nullable String url,
            @Nullable String title,
            @Nullable String date,
            @Nullable String next,
            @Nullable String html) {
        ListRules.JsonPointers pointers() {
            if (html == null && url == null) {
                throw new IllegalArgumentException("json needs url, where an item's address stands, or html");
            }
            return new ListRules.JsonPointers(
                    pointer(items).orElse(""),
                    pointer(url).orElse(""),
                    pointer(title),
                    pointer(date),
                    pointer(next),
                    pointer(html));
        }

        private static Optional<String> pointer(@Nullable String text) {
            if (text != null && !text.isEmpty() && !text.startsWith("/")) {
                throw new IllegalArgumentException("a JSON Pointer begins with /: " + text);
            }
            return Optional.ofNullable(text);
        }
    }

    record PagingPart(
            @Nullable String next,
            @Nullable String parameter,
            @Nullable String address,
            @Nullable String post,
            @Nullable Integer first,
            @Nullable Integer step,
            @Nullable Integer pages,
            @Nullable Integer deepPages,
            @Nullable String deepEvery) {
        PagingPart in(Year year) {
            return new PagingPart(
                    next,
                    parameter,
                    YearInAddress.put(address, year),
                    YearInAddress.put(post, year),
                    first,
                    step,
                    pages,
                    deepPages,
                    deepEvery);
        }

        Paging paging() {
            Paging usual = Paging.DEFAULT;
            return new Paging(
                    way(),
                    first == null ? usual.first() : first,
                    step == null ? usual.step() : step,
                    pages == null ? usual.pages() : pages,
                    deepPages == null ? usual.deepPages() : deepPages,
                    deepEvery == null ? usual.deepEvery() : duration(deepEvery));
        }

        private Paging.Way way() {
            List<Paging.Way> ways = Stream.of(
                            selector("paging.next", next).map(Paging.Way.Link::new),
                            Optional.ofNullable(parameter).map(Paging.Way.Parameter::new),
                            Optional.ofNullable(address).map(Paging.Way.Address::new),
                            Optional.ofNullable(post).map(Paging.Way.Post::new))
                    .<Paging.Way>flatMap(Optional::stream)
                    .toList();
            if (ways.size() > 1) {
                throw new IllegalArgumentException("paging goes one way: next, parameter, address or post");
            }
            return ways.isEmpty() ? new Paging.Way.Learned() : ways.get(0);
        }
    }

    record AttachmentsPart(
            @Nullable Boolean fetch,
            @Nullable Integer bytesMax,
            @Nullable Boolean sameHost,
            @Nullable Integer perPage) {
        AttachmentRules rules() {
            AttachmentRules usual = AttachmentRules.DEFAULT;
            return new AttachmentRules(
                    fetch == null ? usual.fetch() : fetch,
                    bytesMax == null ? usual.bytesMax() : bytesMax,
                    sameHost == null ? usual.sameHost() : sameHost,
                    perPage == null ? usual.perPage() : perPage);
        }
    }

    record RevisitPart(@Nullable List<String> at, @Nullable String then) {
        Source.Revisits revisits() {
            return new Source.Revisits(
                    orEmpty(at).stream().map(SourceFile::duration).toList(),
                    Optional.ofNullable(then).map(SourceFile::duration));
        }
    }

    /**
     * Returns the source that the file means.
     *
     * @param today decides which years' lists are read, where a list's address has the year in it
     * @throws IllegalArgumentException if a value is missing or wrong; the message says which
     */
    Source source(LocalDate today) {
        return new Source(
                id == null ? "" : id,
                Optional.ofNullable(publisher).map(PublisherPart::publisher),
                orEmpty(lists).stream()
                        .flatMap(list -> list.lists(today).stream())
                        .toList(),
                every == null ? EVERY_DEFAULT : duration(every),
                revisit == null ? Source.Revisits.DEFAULT : revisit.revisits(),
                Optional.ofNullable(siteId).map(Pattern::compile),
                Optional.ofNullable(canonical),
                orEmpty(hosts),
                orEmpty(dropParameters),
                paused != null && paused,
                attachments == null ? AttachmentRules.DEFAULT : attachments.rules(),
                new PageSelectors(
                        selector("body", body),
                        selector("title", title),
                        selector("date", date),
                        selector("drop", drop)));
    }

    private static Optional<String> selector(String field, @Nullable String css) {
        if (css == null) {
            return Optional.empty();
        }
        try {
            QueryParser.parse(css);
            return Optional.of(css);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " is no CSS selector: " + css + " (" + e.getMessage() + ")", e);
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** {@code 10m}, {@code 2s}, {@code 7d}, or ISO 8601 ({@code PT10M}). */
    static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (!matcher.matches()) {
            return iso(text);
        }
        Map<String, Duration> units = Map.of(
                "ms", Duration.ofMillis(1),
                "s", Duration.ofSeconds(1),
                "m", Duration.ofMinutes(1),
                "h", Duration.ofHours(1),
                "d", Duration.ofDays(1));
        Duration unit = units.getOrDefault(matcher.group(2), Duration.ZERO);
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a duration is written like 10m, 2h or 7d: " + text, e);
        }
    }
}
