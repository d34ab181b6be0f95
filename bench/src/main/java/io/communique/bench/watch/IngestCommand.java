package io.communique.bench.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.page.ListingHint;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topics;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pages a second and heap of the first stage, beside a bare loop of the same HTTP client, and the time to a first request with much to remember. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Watches many small ministries on loopback without any delay, on an embedded broker in the same process, and shows pages a second and"
                    + " heap; then the same addresses by a bare loop of the same HTTP client.",
            "Then fills the frontier, starts the stage again and shows how long it takes to its first visit, and the heap that it needs."
        })
public final class IngestCommand implements Callable<Integer> {
    private static final int PARTITIONS = 6;
    private static final int THREADS = 16;
    private static final long POLL_MILLIS = 20;

    @Option(
            names = "--sources",
            defaultValue = "2000",
            description = "Ministries, each a host. Default: ${DEFAULT-VALUE}.")
    private int sources;

    @Option(names = "--pages", defaultValue = "10", description = "Pages of each. Default: ${DEFAULT-VALUE}.")
    private int pages;

    @Option(
            names = "--entries",
            defaultValue = "1000000",
            description = "Known pages at the second start. Default: ${DEFAULT-VALUE}.")
    private int entries;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("communique-bench");
        try (Ministries ministries = Ministries.start(pages);
                EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
            try (Admin admin = Admin.create(broker.brokers().settings())) {
                Topics.createMissing(admin, PARTITIONS, (short) 1);
            }
            System.out.printf(Locale.ROOT, "heap before: %d MB (the embedded broker is in it)%n", heapMegabytes());
            watch(broker, ministries);
            bare(ministries);
            remember(broker);
            startAgain(broker, ministries);
            return 0;
        } finally {
            delete(data);
        }
    }

    private void watch(EmbeddedBroker broker, Ministries ministries) throws InterruptedException {
        long all = (long) sources * pages;
        long begun = System.nanoTime();
        try (Ingest ingest = Ingest.start(config(broker), catalogue(ministries))) {
            await(() -> ingest.counters().published() > 0);
            long first = System.nanoTime();
            await(() -> ingest.counters().published() >= all);
            report("ingest", ingest.counters().visits(), System.nanoTime() - first);
            System.out.printf(
                    Locale.ROOT,
                    "  %d of %d pages published, first after %d ms, heap %d MB%n",
                    ingest.counters().published(),
                    all,
                    (first - begun) / 1_000_000,
                    heapMegabytes());
        }
    }

    private void bare(Ministries ministries) throws InterruptedException {
        OkHttpClient client = new OkHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<URI> addresses = new ArrayList<>();
        for (int source = 0; source < sources; source++) {
            URI list = ministries.list(source);
            addresses.add(list.resolve("/robots.txt"));
            addresses.add(list);
            IntStream.range(0, pages).forEach(page -> addresses.add(list.resolve("/" + page)));
        }
        long begun = System.nanoTime();
        addresses.forEach(url -> threads.execute(() -> get(client, url)));
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("the bare loop comes to no end");
        }
        report("bare OkHttp", addresses.size(), System.nanoTime() - begun);
        client.connectionPool().evictAll();
    }

    private static void get(OkHttpClient client, URI url) {
        try (Response response = client.newCall(
                        new Request.Builder().url(url.toString()).build())
                .execute()) {
            response.body().bytes();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + url, e);
        }
    }

    /** Known pages as they are after their last visit: a validator, a hash, a title, and a visit weeks from now. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback is told of whatever went wrong.
    private void remember(EmbeddedBroker broker) {
        Map<String, Object> settings = broker.brokers().settings(Map.of("compression.type", "zstd", "linger.ms", 20));
        Instant now = Instant.now();
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        long begun = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < entries; i++) {
                FrontierEntry entry = known(i, now);
                producer.send(
                        new ProducerRecord<>(
                                Topics.FRONTIER.name(),
                                Partitions.of(entry.url(), PARTITIONS),
                                entry.url().toString().getBytes(UTF_8),
                                Topics.FRONTIER.valueSerde().serializer().serialize(Topics.FRONTIER.name(), entry)),
                        (sent, error) -> failed.compareAndSet(null, error));
            }
        }
        if (failed.get() != null) {
            throw new IllegalStateException("an entry could not be written", failed.get());
        }
        report("entries written", entries, System.nanoTime() - begun);
    }

    private FrontierEntry known(int number, Instant now) {
        int source = number % sources;
        URI request =
                URI.create("https://www.ministry-" + source + ".example/eng/press/view.do?board=5676&seq=" + number);
        String hash = Integer.toHexString(Integer.reverse(number * 31) | 0x10000000);
        return new FrontierEntry(
                FrontierEntry.SCHEMA,
                CanonicalUrl.key(request, List.of()),
                request,
                "source-" + source,
                FrontierEntry.Kind.PAGE,
                Optional.of("5676-" + number),
                new ListingHint(
                        Optional.of("Deputy Minister " + hash + " Meets the Ambassador of Country " + number),
                        Optional.of("2026-03-0" + (1 + number % 9))),
                Optional.of("\"" + hash + "-" + number + "\""),
                Optional.of("Mon, 02 Mar 2026 08:" + (10 + number % 50) + ":00 GMT"),
                Optional.of((hash + hash + hash + hash + hash + hash + hash + hash).substring(0, 64)),
                now.minusSeconds(number),
                Optional.of(now.minusMillis(number)),
                Optional.of(now.plus(Duration.ofDays(7)).plusSeconds(number)),
                0,
                Optional.empty());
    }

    private void startAgain(EmbeddedBroker broker, Ministries ministries) throws InterruptedException {
        long before = heapMegabytes();
        long begun = System.nanoTime();
        try (Ingest ingest = Ingest.start(config(broker), catalogue(ministries))) {
            await(() -> ingest.counters().visits() > 0);
            long firstVisit = System.nanoTime() - begun;
            await(() -> ingest.counters().listings() >= sources);
            System.out.printf(
                    Locale.ROOT,
                    "restart with %d entries: first visit after %.1f s, every list read after %.1f s, heap %d MB before and %d MB after%n",
                    entries,
                    firstVisit / 1e9,
                    (System.nanoTime() - begun) / 1e9,
                    before,
                    heapMegabytes());
        }
    }

    private static IngestConfig config(EmbeddedBroker broker) {
        return new IngestConfig(
                broker.brokers(),
                IngestConfig.USER_AGENT_DEFAULT,
                Duration.ZERO,
                IngestConfig.REQUEST_TIMEOUT_DEFAULT,
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                IntStream.range(0, 1 << 14).mapToObj(Ministries::host).toList(),
                Optional.of("bench"));
    }

    /** Lists are due every second, so that all are due at the second start; pages are read once. */
    private SourceCatalogue catalogue(Ministries ministries) {
        return SourceCatalogue.of(IntStream.range(0, sources)
                .mapToObj(source -> new Source(
                        "source-" + source,
                        Optional.empty(),
                        List.of(new SourceList(ministries.list(source), Optional.empty())),
                        Duration.ofSeconds(1),
                        new Source.Revisits(List.of(), Optional.empty()),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false))
                .toList());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        while (!condition.holds()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static void report(String what, long count, long nanos) {
        System.out.printf(
                Locale.ROOT, "%-16s %8d in %6.1f s: %7.0f a second%n", what, count, nanos / 1e9, count * 1e9 / nanos);
    }

    private static long heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
