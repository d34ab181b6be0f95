package io.communique.app.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Pages as many ministries would have them published: new ones, edits, the same once more, older ones late, two in the wrong order. Knows what
 * must come out. German, so that rules alone read them.
 */
final class Ministries {
    private static final int HOSTS = 24;
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> WORDS = List.of(
            "Hafen",
            "Brücke",
            "Schiene",
            "Straße",
            "Schule",
            "Klinik",
            "Wald",
            "Fluss",
            "Acker",
            "Museum",
            "Leuchtturm",
            "Deich",
            "Werft",
            "Archiv",
            "Garten",
            "Theater");

    private final Random random;
    private final int releases;
    private final int partitions;
    private final Map<Integer, Integer> written = new TreeMap<>();
    /** By release, the texts that must become editions, in their order. */
    private final Map<Integer, List<Integer>> expected = new TreeMap<>();

    Ministries(Random random, int releases, int partitions) {
        this.random = random;
        this.releases = releases;
        this.partitions = partitions;
    }

    /** Returns about {@code count} pages, in the order in which they are to be put on the topic. */
    List<ProducerRecord<byte[], byte[]>> next(int count) {
        List<ProducerRecord<byte[], byte[]>> pages = new ArrayList<>();
        while (pages.size() < count) {
            int release = random.nextInt(releases);
            int last = written.getOrDefault(release, 0);
            int kind = random.nextInt(10);
            if (kind < 7 || last == 0) {
                pages.add(page(release, write(release)));
            } else if (kind == 7) {
                pages.add(page(release, last));
            } else if (kind == 8) {
                pages.add(page(release, 1 + random.nextInt(last)));
            } else {
                int first = write(release);
                int second = write(release);
                pages.add(page(release, second));
                pages.add(page(release, first));
            }
        }
        return pages;
    }

    private int write(int release) {
        return written.merge(release, 1, Integer::sum);
    }

    /** A page that was fetched after all before becomes an edition; any other does not. */
    private ProducerRecord<byte[], byte[]> page(int release, int text) {
        List<Integer> editions = expected.computeIfAbsent(release, any -> new ArrayList<>());
        if (editions.isEmpty() || editions.get(editions.size() - 1) < text) {
            editions.add(text);
        }
        URI url = URI.create("https://ministerium" + release % HOSTS + ".example/meldung/" + release);
        byte[] body = html(release, text).getBytes(UTF_8);
        PageFacts facts = new PageFacts(
                "m" + release % HOSTS,
                Optional.empty(),
                Optional.of(Integer.toString(release)),
                url,
                url,
                200,
                Optional.of("text/html; charset=utf-8"),
                BEGIN.plus(Duration.ofMinutes(text)),
                Optional.empty(),
                Optional.empty(),
                Bytes.copyOf(body).sha256(),
                Origin.LIVE,
                ListingHint.none(),
                Optional.empty(),
                PageSelectors.none(),
                Optional.empty());
        return new ProducerRecord<>(
                Topics.PAGES.name(),
                Partitions.of(url, partitions),
                null,
                url.toString().getBytes(UTF_8),
                body,
                PageHeaders.write(facts));
    }

    private static String html(int release, int text) {
        Random words = new Random(release * 1_000L + text);
        StringBuilder html = new StringBuilder(
                "<html lang='de'><head><title>Meldung %d des Ministeriums</title></head><body><main>".formatted(release)
                        + "<h1>Meldung %d des Ministeriums</h1>".formatted(release));
        for (int paragraph = 1; paragraph <= 3; paragraph++) {
            html.append(
                    "<p>Das Ministerium fördert nach Angaben vom Montag %s und %s im Kreis %d mit %d Euro, damit %s und %s wieder für alle offen sind; das ist %s.</p>"
                            .formatted(
                                    word(words),
                                    word(words),
                                    release,
                                    1_000 + words.nextInt(900_000),
                                    word(words),
                                    word(words),
                                    mark(text)));
        }
        return html.append("</main></body></html>").toString();
    }

    private static String word(Random words) {
        return WORDS.get(words.nextInt(WORDS.size()));
    }

    /** What the text of a page can be told by. */
    private static String mark(int text) {
        return "Fassung " + text + " der Meldung";
    }

    /** Returns what the body of each edition must contain, by release id, the first edition first. */
    Map<String, List<String>> expected() {
        Map<String, List<String>> marks = new TreeMap<>();
        expected.forEach((release, texts) -> marks.put(
                "m" + release % HOSTS + ":" + release,
                texts.stream().map(Ministries::mark).toList()));
        return marks;
    }
}
