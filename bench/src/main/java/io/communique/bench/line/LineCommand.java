package io.communique.bench.line;

import io.communique.app.broker.EmbeddedBroker;
import io.communique.app.replay.Replay;
import io.communique.app.replay.Selection;
import io.communique.contract.topic.Topics;
import io.communique.enrich.EnrichConfig;
import io.communique.enrich.Enricher;
import io.communique.enrich.PageEnricher;
import io.communique.enrich.stream.Enrich;
import io.communique.sink.Sink;
import io.communique.sink.SinkConfig;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.StoredEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pages a second and the way of one page, on an embedded broker in the same process. */
@Command(
        name = "line",
        mixinStandardHelpOptions = true,
        description = {
            "Pages a second through enrich's topology with a step that reads nothing, beside bare Kafka Streams that copies the same pages under"
                    + " the same guarantee, and that also keeps each in a store; then pages a second with the real step, and of a replay of the"
                    + " same pages.",
            "Then pages at a steady rate through enrich and sink: how long each takes from its publishing to its committed row, first alone, then"
                    + " beside a replay."
        })
public final class LineCommand implements Callable<Integer> {
    static final int PARTITIONS = 6;
    private static final int THREADS = 2;
    static final int PAGE_BYTES = 30_000;

    @Option(names = "--pages", defaultValue = "20000", description = "Pages. Default: ${DEFAULT-VALUE}.")
    private int pages;

    @Option(names = "--rate", defaultValue = "20", description = "Pages a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long at that rate. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "topology,reading,way",
            description = "What to measure. Default: ${DEFAULT-VALUE}.")
    private List<String> parts = List.of();

    @Override
    public Integer call() throws Exception {
        if (parts.contains("topology")) {
            topology();
        }
        if (parts.contains("reading")) {
            reading();
        }
        if (parts.contains("way")) {
            way();
        }
        return 0;
    }

    /** All once to warm up, on a broker of their own, and once to count. */
    private void topology() throws Exception {
        topologyOnce("warm");
        double[] rates = topologyOnce("counted");
        System.out.printf(
                Locale.ROOT,
                "bare Kafka Streams   %,8.0f pages a second%nthat keeps them too  %,8.0f pages a second%n"
                        + "ours, nothing read   %,8.0f pages a second, %.2f of the first, %.2f of the second%n",
                rates[0],
                rates[1],
                rates[2],
                rates[2] / rates[0],
                rates[2] / rates[1]);
    }

    private double[] topologyOnce(String name) throws Exception {
        Path data = Files.createTempDirectory("communique-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            createTopics(broker);
            MadeUpPages made = new MadeUpPages(false, PARTITIONS, PAGE_BYTES);
            publish(broker, number -> made.text(number, PAGE_BYTES), pages);
            return new double[] {
                bare(broker, data, name, false),
                bare(broker, data, name + "-kept", true),
                ours(broker, data.resolve("identity"), new Identity())
            };
        } finally {
            delete(data);
        }
    }

    private void reading() throws Exception {
        Path data = Files.createTempDirectory("communique-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            createTopics(broker);
            publish(broker, new MadeUpPages(false, PARTITIONS, PAGE_BYTES)::page, pages);
            double first = ours(broker, data.resolve("enrich"), new Enricher());
            System.out.printf(Locale.ROOT, "ours, read by rules  %,8.0f pages a second%n", first);
            try (Enrich enrich = Enrich.start(config(broker, data.resolve("enrich")));
                    Replay replay = new Replay(broker.brokers(), everything(), 256)) {
                replay.prepare(true);
                long begun = System.nanoTime();
                replay.run(() -> false, counts -> {});
                double taken = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "replay               %,8.0f pages a second, %d of %d read again%n",
                        pages / taken,
                        enrich.counters().read(),
                        pages);
            }
        } finally {
            delete(data);
        }
    }

    private static Selection everything() {
        return new Selection(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the pages a second of a copying application, warm.
     *
     * @param keeps whether it holds each page against the one it has of the key, and keeps it in a logged store
     */
    private double bare(EmbeddedBroker broker, Path data, String name, boolean keeps) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        StreamsBuilder builder = new StreamsBuilder();
        AtomicLong copied = new AtomicLong();
        KStream<byte[], byte[]> stream =
                builder.stream(Topics.PAGES.name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));
        if (keeps) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(Keeper.STORE), Serdes.Bytes(), Serdes.ByteArray()));
            stream = stream.process(Keeper::new, Keeper.STORE);
        }
        stream.peek((key, value) -> copied.incrementAndGet())
                .to(name, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bare-" + name);
        settings.putAll(broker.brokers().settings());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, data.resolve(name).toString());
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            streams.start();
            return warmRate(copied::get);
        }
    }

    private double ours(EmbeddedBroker broker, Path state, PageEnricher step) throws Exception {
        try (Enrich enrich = Enrich.start(config(broker, state), step)) {
            return warmRate(() -> enrich.counters().read());
        }
    }

    /** Returns pages a second behind the first fifth: until then groups form, topics are made, and code is compiled. */
    private double warmRate(LongSupplier done) throws InterruptedException {
        await(done, pages / 5);
        long from = done.getAsLong();
        long begun = System.nanoTime();
        await(done, pages);
        return (pages - from) / ((System.nanoTime() - begun) / 1e9);
    }

    private static void await(LongSupplier done, long count) throws InterruptedException {
        while (done.getAsLong() < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static EnrichConfig config(EmbeddedBroker broker, Path state) {
        return new EnrichConfig(broker.brokers(), state, THREADS, Optional.of("bench"));
    }

    private void way() throws Exception {
        Path data = Files.createTempDirectory("communique-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            createTopics(broker);
            try (Sink sink = Sink.start(new SinkConfig(
                            broker.brokers(), StoreAddress.file(data.resolve("releases.db")), Optional.empty()));
                    Enrich enrich = Enrich.start(config(broker, data.resolve("enrich")))) {
                MadeUpPages made = new MadeUpPages(true, PARTITIONS, PAGE_BYTES);
                at(broker, sink, made, 0, 10 * rate, "warming up");
                at(broker, sink, made, 10 * rate, rate * seconds, "alone");
                besideAReplay(broker, sink, made);
                System.out.printf(
                        Locale.ROOT,
                        "pages read by enrich %,d%n",
                        enrich.counters().read());
            }
        } finally {
            delete(data);
        }
    }

    private void besideAReplay(EmbeddedBroker broker, Sink sink, MadeUpPages made) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService replayer = Executors.newSingleThreadExecutor();
        try {
            Future<Long> replayed = replayer.submit(() -> {
                long all = 0;
                while (!over.get()) {
                    try (Replay replay = new Replay(broker.brokers(), everything(), 32)) {
                        replay.prepare(true);
                        AtomicLong last = new AtomicLong();
                        replay.run(over::get, counts -> last.set(counts.replayed()));
                        all += last.get();
                    }
                }
                return all;
            });
            at(broker, sink, made, 10 * rate + rate * seconds, rate * seconds, "beside a replay");
            over.set(true);
            System.out.printf(Locale.ROOT, "replayed meanwhile   %,8d pages%n", replayed.get());
        } finally {
            replayer.shutdownNow();
        }
    }

    /** Publishes pages one by one, and watches for their rows. */
    private void at(EmbeddedBroker broker, Sink sink, MadeUpPages made, int from, int count, String how)
            throws Exception {
        ConcurrentMap<String, Long> published = new ConcurrentHashMap<>();
        List<Double> millis = new ArrayList<>();
        ExecutorService publisher = Executors.newSingleThreadExecutor();
        long seen = last(sink, 0);
        try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
            Future<?> all = publisher.submit(() -> publishSteadily(producer, made, from, count, published));
            while (millis.size() < count) {
                for (StoredEdition edition : sink.store().editionsAfter(seen, 100)) {
                    seen = edition.sequence();
                    Long at = published.remove(edition.release().id());
                    if (at != null) {
                        millis.add((System.nanoTime() - at) / 1e6);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            all.get();
        } finally {
            publisher.shutdownNow();
        }
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-20s %d pages a second: p50 %.0f ms, p99 %.0f ms, max %.0f ms from publishing to the committed row%n",
                how,
                rate,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }

    private static long last(Sink sink, long after) {
        long last = after;
        List<StoredEdition> some = sink.store().editionsAfter(last, 1_000);
        while (!some.isEmpty()) {
            last = some.get(some.size() - 1).sequence();
            some = sink.store().editionsAfter(last, 1_000);
        }
        return last;
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // A page that is not published never arrives, and the measuring never ends.
    private void publishSteadily(
            KafkaProducer<byte[], byte[]> producer,
            MadeUpPages made,
            int from,
            int count,
            ConcurrentMap<String, Long> published) {
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + i * TimeUnit.SECONDS.toNanos(1) / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = from + i;
            published.put("m" + number % 60 + ":" + number, System.nanoTime());
            producer.send(made.page(number));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // As above.
    private static void publish(EmbeddedBroker broker, IntFunction<ProducerRecord<byte[], byte[]>> page, int count) {
        try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
            for (int i = 0; i < count; i++) {
                producer.send(page.apply(i));
            }
        }
    }

    static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                broker.brokers()
                        .settings(Map.of(
                                ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd", ProducerConfig.LINGER_MS_CONFIG, 0)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static void createTopics(EmbeddedBroker broker) throws InterruptedException {
        try (Admin admin = admin(broker)) {
            Topics.createMissing(admin, PARTITIONS, (short) 1);
        }
        // A producer that begins while partitions still find their leader may lose its count
        // (OutOfOrderSequenceException).
        TimeUnit.SECONDS.sleep(2);
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(broker.brokers().settings());
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
