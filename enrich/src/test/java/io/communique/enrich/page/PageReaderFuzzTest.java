package io.communique.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Block;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages as content systems write them, each damaged one to four times, by seed; {@code -Dfuzz.pages=20000} says how many in all (2,000
 * unless told). A failure names page and seed; {@code -Dfuzz.seed=N} runs that seed alone.
 */
final class PageReaderFuzzTest {
    private static final int PAGES = Integer.getInteger("fuzz.pages", 2_000);
    /** Processor time of the thread, so that other work on the machine does not count: hundreds of times what such a page needs. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private static final List<Damage> DAMAGES = List.of(Damage.values());
    private static final PageReader READER = new PageReader();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final URI URL = URI.create("https://harbour.example/press/2026/05/18/view?id=7");

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void damagedPagesAreReadInTimeAndAlikeEachTime(FuzzPages kind) {
        Integer only = Integer.getInteger("fuzz.seed");
        int share = (PAGES + FuzzPages.values().length - 1) / FuzzPages.values().length;
        int from = only == null ? 0 : only;
        int to = only == null ? share : only + 1;
        for (int seed = from; seed < to; seed++) {
            check(page(kind, seed), kind + ", seed " + seed);
        }
    }

    private static void check(RawPage page, String name) {
        PageReading[] readings = new PageReading[1];
        long start = THREADS.getCurrentThreadCpuTime();
        assertThatNoException().as(name).isThrownBy(() -> readings[0] = READER.read(page));
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

        assertThat(took).as("%s, of %s", name, page.body()).isLessThan(SLOW);
        assertThat(READER.read(page)).as(name).isEqualTo(readings[0]);
        readings[0].fold(article -> check(article, name), rejected -> rejected);
    }

    private static Article check(Article article, String name) {
        int end = 0;
        for (Block block : article.blocks()) {
            assertThat(block.start()).as(name).isGreaterThanOrEqualTo(end);
            assertThat(article.body().substring(end, block.start())).as(name).isBlank();
            assertThat(block.end())
                    .as(name)
                    .isBetween(block.start() + 1, article.body().length());
            end = block.end();
        }
        assertThat(end).as(name).isEqualTo(article.body().length());
        String all = article.toString();
        assertThat(half(all))
                .as("%s: whole characters, near %s", name, near(all, half(all)))
                .isEqualTo(-1);
        assertThat(article.title().map(String::isBlank)).as(name).isNotEqualTo(Optional.of(true));
        return article;
    }

    private static String near(String text, int at) {
        return at < 0
                ? ""
                : text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 20))
                        .codePoints()
                        .mapToObj(c -> c < 0x7f ? Character.toString(c) : "\\u%04x".formatted(c))
                        .collect(Collectors.joining());
    }

    /** Returns where half of a character stands in {@code text}; -1 if none does. */
    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static RawPage page(FuzzPages kind, int seed) {
        RandomGenerator random = new Random(31L * seed + kind.name().hashCode());
        String html = kind.html(random);
        for (int i = random.nextInt(4); i >= 0; i--) {
            html = DAMAGES.get(random.nextInt(DAMAGES.size())).to(html, random);
        }
        Bytes body = Bytes.copyOf(Damage.bytes(html, kind.charset(), random));
        Optional<String> type = random.nextBoolean()
                ? Optional.of("text/html; charset=" + kind.charset().name())
                : Optional.of(random.nextBoolean() ? "text/html" : "text/html; charset=utf-8");
        PageFacts facts = new PageFacts(
                "fuzz",
                Optional.empty(),
                Optional.empty(),
                URL,
                URL,
                200,
                type,
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                ListingHint.none());
        return new RawPage(URL, body, facts);
    }
}
