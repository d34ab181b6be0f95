package io.communique.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.communique.ingest.source.ListRequest;
import io.communique.ingest.source.ListRules;
import io.communique.ingest.source.Paging;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SweepTest {
    private static final URI LIST = URI.create("https://ports.example/list?kind=news&page=1");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void pagesAreReachedByParameter() {
        assertThat(requests(new Paging.Way.Parameter("page"), 3))
                .containsExactly(
                        get("https://ports.example/list?kind=news&page=1"),
                        get("https://ports.example/list?kind=news&page=2"),
                        get("https://ports.example/list?kind=news&page=3"));
    }

    @Test
    void pagesAreReachedByAddress() {
        assertThat(requests(new Paging.Way.Address("https://ports.example/default_{page}.html"), 2))
                .containsExactly(get(LIST.toString()), get("https://ports.example/default_2.html"));
    }

    @Test
    void b1PagesAreReachedByPost() {
        List<ListRequest> requests = requests(new Paging.Way.Post("{\"page\":{page},\"size\":20}"), 2);

        assertThat(requests)
                .containsExactly(
                        new ListRequest(LIST, Optional.of("{\"page\":1,\"size\":20}")),
                        new ListRequest(LIST, Optional.of("{\"page\":2,\"size\":20}")));
        assertThat(requests.get(0).bodyType()).isEqualTo("application/json");
        assertThat(new ListRequest(LIST, Optional.of("page=2")).bodyType())
                .isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void b5AnItemThatSlippedFromPageToPageIsOneItemAndAllAreThere() {
        Sweep sweep = Sweep.of(list(new Paging.Way.Parameter("page"), 3), true);

        sweep.read(page("/1", "/2"));
        sweep.read(page("/2", "/3"));
        sweep.read(page("/4"));

        assertThat(sweep.items()).extracting(item -> item.url().getPath()).containsExactly("/1", "/2", "/3", "/4");
    }

    @Test
    void b9AListWithoutEndIsReadToTheLimit() {
        assertThat(requests(new Paging.Way.Parameter("page"), 7)).hasSize(7);
    }

    @Test
    void aPageThatShowsNothingNewIsTheLast() {
        Sweep sweep = Sweep.of(list(new Paging.Way.Parameter("page"), 50), true);

        sweep.read(page("/1"));
        sweep.read(page("/1"));

        assertThat(sweep.next()).isEmpty();
        assertThat(sweep.trouble()).isEmpty();
    }

    @Test
    void aFurtherPageOnAnotherHostIsNotAskedFor() {
        Sweep sweep = Sweep.of(list(new Paging.Way.Learned(), 5), true);

        sweep.read(Listing.of(
                Listing.Form.PAGE, items("/1"), Optional.of(URI.create("https://elsewhere.example/list?page=2"))));

        assertThat(sweep.next()).isEmpty();
    }

    @Test
    void aPageThatFailsLeavesWhatWasReadBefore() {
        Sweep sweep = Sweep.of(list(new Paging.Way.Parameter("page"), 5), true);

        sweep.read(page("/1"));
        sweep.failed("http-500");

        assertThat(sweep.next()).isEmpty();
        assertThat(sweep.items()).hasSize(1);
        assertThat(sweep.trouble()).contains("page 2 of the list could not be read: http-500");
    }

    @Test
    void theSitemapsOfAnIndexAreItsPages() {
        Sweep sweep = Sweep.of(list(new Paging.Way.Learned(), 5), true);

        sweep.read(new Listing(
                Listing.Form.SITEMAP,
                List.of(),
                Optional.empty(),
                List.of(URI.create("https://ports.example/s2.xml"), URI.create("https://ports.example/s1.xml")),
                Optional.empty()));

        assertThat(sweep.next()).contains(get("https://ports.example/s2.xml"));
    }

    @Test
    void aDeepSweepComesOncePerPeriodAndAfterFailuresButNotAtFirst() {
        SourceList list = list(new Paging.Way.Parameter("page"), 5);

        assertThat(Sweep.isDeep(list, Optional.empty(), 0, NOW)).isFalse();
        assertThat(Sweep.isDeep(list, Optional.of(NOW.minus(Duration.ofDays(8))), 0, NOW))
                .isTrue();
        long deep = IntStream.range(0, 7 * 24)
                .filter(hour -> Sweep.isDeep(
                        list, Optional.of(NOW.plus(Duration.ofHours(hour))), 0, NOW.plus(Duration.ofHours(hour + 1))))
                .count();
        assertThat(deep).isEqualTo(1);
        assertThat(Sweep.isDeep(list, Optional.of(NOW), 1, NOW.plusSeconds(60))).isTrue();
    }

    /** All requests of a deep sweep whose pages never end. */
    private static List<ListRequest> requests(Paging.Way way, int pages) {
        Sweep sweep = Sweep.of(list(way, pages), true);
        List<ListRequest> requests = new ArrayList<>();
        while (sweep.next().isPresent()) {
            requests.add(sweep.next().get());
            sweep.read(page("/" + requests.size()));
        }
        return requests;
    }

    private static SourceList list(Paging.Way way, int deepPages) {
        return new SourceList(LIST, ListRules.LEARNED, new Paging(way, 1, 1, 1, deepPages, Duration.ofDays(7)));
    }

    private static Listing page(String... paths) {
        return Listing.of(Listing.Form.PAGE, items(paths), Optional.empty());
    }

    private static List<Candidate> items(String... paths) {
        return List.of(paths).stream()
                .map(path -> new Candidate(LIST.resolve(path), Optional.of("A title"), Optional.empty()))
                .toList();
    }

    private static ListRequest get(String url) {
        return ListRequest.get(URI.create(url));
    }
}
