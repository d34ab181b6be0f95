package io.communique.ingest.probe;

import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.page.RawPage;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.listing.Candidate;
import io.communique.ingest.listing.Candidates;
import io.communique.ingest.listing.Listing;
import io.communique.ingest.listing.PageTwins;
import io.communique.ingest.listing.Sweep;
import io.communique.ingest.source.Identity;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;

/** A dry run of a source: reads its lists and pages as the watcher would, and says what it saw. */
public final class ListCheck {
    private final Source source;
    private final Answers answers;

    /** Makes a check of {@code source}. */
    public ListCheck(Source source, Answers answers) {
        this.source = source;
        this.answers = answers;
    }

    /** Reads as many pages of a list as a usual visit would. */
    public ListReport list(SourceList list) {
        Sweep sweep = Sweep.of(list, false);
        Map<String, Integer> hits = new LinkedHashMap<>();
        Optional<Listing.Form> form = Optional.empty();
        Optional<String> charset = Optional.empty();
        while (sweep.next().isPresent()) {
            FetchOutcome outcome = answers.ask(sweep.next().get());
            if (outcome instanceof FetchOutcome.Fetched fetched) {
                Listing read = Candidates.read(fetched.body(), fetched.contentType(), fetched.finalUrl(), list);
                form = Optional.of(read.form());
                if (read.form() == Listing.Form.PAGE) {
                    Document page = Candidates.parse(fetched.body(), fetched.contentType(), fetched.finalUrl());
                    charset = Optional.of(page.charset().name());
                    list.rules().selectors().ifPresent(selectors -> count(page, selectors, hits));
                }
                sweep.read(read);
            } else {
                sweep.failed(reason(outcome));
            }
        }
        List<Candidate> items = List.copyOf(sweep.items());
        return new ListReport(
                list.url(),
                answers.robots(list.url()),
                form,
                charset,
                sweep.pages(),
                items,
                hits,
                warnings(sweep, items, hits));
    }

    /** Asks for an item's page, and returns it as it would be published. */
    public PageReport page(Candidate item) {
        Identity identity = Identity.of(item.url(), source);
        FetchOutcome outcome = answers.ask(ListRequest.get(item.url()));
        if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
            return new PageReport(
                    item.url(),
                    identity,
                    answers.robots(item.url()),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.of(reason(outcome)));
        }
        Document parsed = Candidates.parse(fetched.body(), fetched.contentType(), fetched.finalUrl());
        PageFacts facts = new PageFacts(
                source.id(),
                source.publisher(),
                identity.siteId(),
                item.url(),
                fetched.finalUrl(),
                fetched.status(),
                fetched.contentType(),
                fetched.at(),
                fetched.etag(),
                fetched.lastModified(),
                fetched.body().sha256(),
                Origin.LIVE,
                new ListingHint(item.title(), item.date(), item.twins())
                        .withTwins(PageTwins.of(parsed, fetched.finalUrl())),
                Optional.empty(),
                source.selectors());
        return new PageReport(
                item.url(),
                identity,
                answers.robots(item.url()),
                Optional.of(new RawPage(identity.key(), fetched.body(), facts)),
                Optional.of(parsed.charset().name()),
                count(parsed, source.selectors()),
                Optional.empty());
    }

    private List<String> warnings(Sweep sweep, List<Candidate> items, Map<String, Integer> hits) {
        List<String> warnings = new ArrayList<>();
        sweep.trouble().ifPresent(warnings::add);
        if (items.isEmpty() && sweep.trouble().isEmpty()) {
            warnings.add("the list shows no items");
        }
        if (!items.isEmpty() && items.stream().noneMatch(item -> item.date().isPresent())) {
            warnings.add("no item has a date; the pages' own must do");
        }
        hits.forEach((selector, count) -> {
            if (count == 0) {
                warnings.add("the selector of " + selector + " matches nothing");
            }
        });
        Set<String> elsewhere = new TreeSet<>();
        Set<URI> keys = new HashSet<>();
        int twice = 0;
        int nameless = 0;
        for (Candidate item : items) {
            Identity identity = Identity.of(item.url(), source);
            if (!source.covers(item.url())) {
                elsewhere.add(item.url().getHost());
            } else {
                twice += keys.add(identity.key()) ? 0 : 1;
                nameless += source.siteId().isPresent() && identity.siteId().isEmpty() ? 1 : 0;
            }
        }
        if (!elsewhere.isEmpty()) {
            warnings.add("items on hosts that are not the source's are passed over: " + String.join(", ", elsewhere));
        }
        if (twice > 0) {
            warnings.add(twice + " items are other addresses of one that is listed too");
        }
        if (nameless > 0) {
            warnings.add("siteId finds nothing in the addresses of " + nameless + " items");
        }
        return warnings;
    }

    private static void count(Document page, SourceList.Selectors selectors, Map<String, Integer> hits) {
        String row = selectors.row();
        hits.merge("row", page.select(row).size(), Integer::sum);
        selectors.link().ifPresent(css -> hits.merge("link", rowsWith(page, row, css), Integer::sum));
        selectors.title().ifPresent(css -> hits.merge("title", rowsWith(page, row, css), Integer::sum));
        selectors.date().ifPresent(css -> hits.merge("date", rowsWith(page, row, css), Integer::sum));
    }

    private static int rowsWith(Document page, String row, String css) {
        return (int) page.select(row).stream()
                .filter(found -> found.selectFirst(css) != null)
                .count();
    }

    private static Map<String, Integer> count(Document page, PageSelectors selectors) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        selectors.body().ifPresent(css -> hits.put("body", page.select(css).size()));
        selectors.title().ifPresent(css -> hits.put("title", page.select(css).size()));
        selectors.date().ifPresent(css -> hits.put("date", page.select(css).size()));
        selectors.drop().ifPresent(css -> hits.put("drop", page.select(css).size()));
        return hits;
    }

    private static String reason(FetchOutcome outcome) {
        return outcome.fold(
                fetched -> "answered",
                unchanged -> "not modified",
                tooLarge -> "larger than " + tooLarge.bytesMax() + " bytes",
                FetchOutcome.Refused::reason,
                FetchOutcome.Failed::reason);
    }

    /**
     * What a list gave.
     *
     * @param robots verdict on its address
     * @param form what its bytes turned out to be; empty if there were none
     * @param charset that it was read in; empty if it is no page
     * @param pages read
     * @param selectorHits rows, and rows in which each further selector matched; empty if rows are learned
     */
    public record ListReport(
            URI url,
            String robots,
            Optional<Listing.Form> form,
            Optional<String> charset,
            int pages,
            List<Candidate> items,
            Map<String, Integer> selectorHits,
            List<String> warnings) {}

    /**
     * What a page gave.
     *
     * @param robots verdict on its address
     * @param page as it would be published; empty if it could not be had
     * @param charset that it was read in; empty if it could not be had
     * @param selectorHits matches of each of the source's selectors
     * @param trouble why it could not be had; empty if it could
     */
    public record PageReport(
            URI url,
            Identity identity,
            String robots,
            Optional<RawPage> page,
            Optional<String> charset,
            Map<String, Integer> selectorHits,
            Optional<String> trouble) {}
}
