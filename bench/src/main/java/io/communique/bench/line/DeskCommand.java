package io.communique.bench.line;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.operate.RunningLine;
import io.communique.bench.store.MadeUpReleases;
import io.communique.desk.Desk;
import io.communique.desk.DeskConfig;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.edition.Revision;
import io.communique.enrich.stream.Enrich;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Readers and live streams on the desk, beside the running line. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a SQLite store, opens the desk over it while pages flow through enrich and sink, has live streams listen, and lets wrk play readers who"
                    + " search and look for one to three seconds.",
            "Needs wrk (apt-get install wrk)."
        })
public final class DeskCommand implements Callable<Integer> {
    private static final int BATCH = 500;
    private static final int WORDS = 20_000;

    @Option(
            names = "--releases",
            defaultValue = "100000",
            description = "Releases in the store. Default: ${DEFAULT-VALUE}.")
    private int releases;

    @Option(names = "--readers", defaultValue = "200", description = "Readers at once. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Option(names = "--streams", defaultValue = "100", description = "Live streams. Default: ${DEFAULT-VALUE}.")
    private int streams;

    @Option(
            names = "--rate",
            defaultValue = "5",
            description = "Pages a second through the line. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("communique-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            StoreAddress address = StoreAddress.file(data.resolve("releases.db"));
            fill(address);
            LineCommand.createTopics(broker);
            try (Sink sink = Sink.start(new SinkConfig(broker.brokers(), address, Optional.empty()));
                    Enrich enrich = Enrich.start(
                            new EnrichConfig(broker.brokers(), data.resolve("enrich"), 1, Optional.of("bench")));
                    Desk desk = Desk.start(
                            new DeskConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), 1_000_000),
                            sink.store(),
                            new RunningLine(broker.brokers()),
                            Revision::between,
                            Optional.empty())) {
                return beside(broker, desk, enrich, words(data));
            }
        } finally {
            LineCommand.delete(data);
        }
    }

    private void fill(StoreAddress address) {
        MadeUpReleases made = new MadeUpReleases(240);
        try (ReleaseStore store = Stores.open(address)) {
            for (int from = 0; from < releases; from += BATCH) {
                store.store(
                        IntStream.range(from, Math.min(releases, from + BATCH))
                                .mapToObj(made::release)
                                .toList(),
                        List.of());
            }
        }
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // Streams end with the desk; a page that is not published is missed in the
    // count.
    private int beside(EmbeddedBroker broker, Desk desk, Enrich enrich, Path words) throws Exception {
        String base = "http://127.0.0.1:" + desk.port();
        AtomicLong events = new AtomicLong();
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < streams; i++) {
            // A tenth hears everything, the others a search each.
            String search = i % 10 == 0 ? "" : "?q=" + MadeUpReleases.word(i);
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/live" + search))
                    .header("Accept", "text/event-stream")
                    .build();
            client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body()
                            .filter(line -> line.startsWith("id:"))
                            .forEach(line -> events.incrementAndGet()))
                    .exceptionally(ended -> null);
        }
        ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
        try (KafkaProducer<byte[], byte[]> producer = LineCommand.producer(broker)) {
            MadeUpPages made = new MadeUpPages(true, LineCommand.PARTITIONS, LineCommand.PAGE_BYTES);
            AtomicInteger next = new AtomicInteger();
            publisher.scheduleAtFixedRate(
                    () -> producer.send(made.page(next.getAndIncrement())), 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
            // So that all is compiled before it counts.
            wrk(base, words, 15, false);
            int code = wrk(base, words, seconds, true);
            System.out.printf(
                    Locale.ROOT,
                    "beside it: %d live streams were told %,d times, %,d of %,d pages read%n",
                    streams,
                    events.get(),
                    enrich.counters().read(),
                    next.get());
            return code;
        } finally {
            publisher.shutdownNow();
        }
    }

    private int wrk(String base, Path words, int forSeconds, boolean shown) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t2",
                        "-c" + readers,
                        "-d" + forSeconds + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "-s",
                        "bench/desk/search.lua",
                        base,
                        "--",
                        words.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(shown ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                .start();
        return wrk.waitFor();
    }

    private static Path words(Path data) throws IOException {
        return Files.write(
                data.resolve("words"),
                IntStream.range(0, WORDS).mapToObj(MadeUpReleases::word).toList());
    }
}
