package io.communique.bench.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.bench.extraction.GoldPage;
import io.communique.bench.extraction.Ours;
import io.communique.contract.page.Bytes;
import io.communique.enrich.page.PageReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import picocli.CommandLine.Command;

/** How time and memory grow with the page: a cost that grows faster than the page shows as milliseconds a megabyte that rise. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = {
            "Reads ever larger pages: an article of up to 30 MB, up to 200,000 nested elements, up to a million empty elements.",
            "Shows time and memory allocated, of jsoup's parse alone and of the whole reading; each the best of three."
        })
public final class GrowthCommand implements Callable<Integer> {
    private static final int MEGABYTE = 1 << 20;
    private static final int ROUNDS = 3;
    private static final String ROW = "%-10s %10s %9s %10s %10s %10s %12s %12s%n";

    /** A way to grow. */
    private enum Growth {
        ARTICLE(30 * MEGABYTE) {
            @Override
            String html(int size) {
                StringBuilder html = new StringBuilder("<title>Harbour statistics</title><h1>Harbour statistics</h1>");
                for (int i = 0; html.length() < size; i++) {
                    html.append("<p>In week ")
                            .append(i)
                            .append(" the harbour handled ")
                            .append(i * 37 % 9_000)
                            .append(" containers, two in a hundred more than in the week before. <a href=/week/")
                            .append(i)
                            .append(">All figures</a></p>\n");
                }
                return html.toString();
            }
        },
        NESTED(200_000) {
            @Override
            String html(int size) {
                return "<div>".repeat(size) + "A text at the bottom of the page, long enough to be a sentence.";
            }
        },
        EMPTY_TAGS(1_000_000) {
            @Override
            String html(int size) {
                return "<p></p>".repeat(size) + "A text behind empty paragraphs, long enough to be a sentence.";
            }
        };

        private final int largest;

        Growth(int largest) {
            this.largest = largest;
        }

        abstract String html(int size);
    }

    private final PageReader reader = new PageReader();

    @Override
    public Integer call() {
        System.out.printf(ROW, "page", "size", "MB", "parse ms", "read ms", "ms a MB", "parse alloc", "read alloc");
        measure(page(Growth.ARTICLE.html(MEGABYTE)));
        for (Growth growth : Growth.values()) {
            for (int part = 8; part > 0; part /= 2) {
                int size = growth.largest / part;
                report(growth, size, page(growth.html(size)));
            }
        }
        return 0;
    }

    private void report(Growth growth, int size, GoldPage page) {
        double megabytes = page.html().size() / (double) MEGABYTE;
        Cost[] costs = measure(page);
        System.out.printf(
                ROW,
                growth.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                size,
                "%.2f".formatted(megabytes),
                costs[0].millis(),
                costs[1].millis(),
                "%.0f".formatted(costs[1].millis() / megabytes),
                costs[0].megabytes() + " MB",
                costs[1].megabytes() + " MB");
    }

    /** What one run took. */
    private record Cost(long millis, long megabytes) {}

    private Cost[] measure(GoldPage page) {
        String html = new String(page.html().toArray(), UTF_8);
        return new Cost[] {
            best(() -> Jsoup.parse(html, page.url().toString())), best(() -> reader.read(Ours.rawPage(page)))
        };
    }

    private static Cost best(Runnable run) {
        Cost best = once(run);
        for (int i = 1; i < ROUNDS; i++) {
            Cost cost = once(run);
            best = cost.millis() < best.millis() ? cost : best;
        }
        return best;
    }

    private static Cost once(Runnable run) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        run.run();
        return new Cost(
                (System.nanoTime() - start) / 1_000_000,
                (threads.getCurrentThreadAllocatedBytes() - allocated) / MEGABYTE);
    }

    private static GoldPage page(String html) {
        return new GoldPage(
                "growth",
                URI.create("https://unknown.invalid/growth"),
                Bytes.copyOf(("<!doctype html>" + html).getBytes(UTF_8)),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
