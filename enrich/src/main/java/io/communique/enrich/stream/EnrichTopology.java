package io.communique.enrich.stream;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import io.communique.enrich.PageEnricher;
import io.communique.enrich.attachment.AttachmentReader;
import io.communique.enrich.edition.FileReading;
import io.communique.enrich.template.HostTemplate.KnownPage;
import io.communique.enrich.twin.Sketch;
import io.communique.enrich.twin.TwinLink;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Pages in, replayed ones too; releases and changes out. Wiring only. */
final class EnrichTopology implements Supplier<Topology> {
    /** Latest edition of each release; a release is on one partition because its host is. */
    static final String EDITIONS = "editions";
    /** What the last pages of each host showed; see {@link HostTemplates}. */
    static final String TEMPLATES = "templates";

    /** What was read in each attached file, by {@link EditionProcessor#fileKey}. */
    static final String FILES = "files";

    /** Sketches of releases by what they may have in common with a twin; see {@link TwinProcessor}. */
    static final String BANDS = "bands";

    private final PageEnricher enricher;
    private final AttachmentReader attachments = new AttachmentReader();
    private final Tally tally;

    EnrichTopology(PageEnricher enricher, Tally tally) {
        this.enricher = enricher;
        this.tally = tally;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        Serde<Release> releases = new OnceSerde<>(Topics.RELEASES.valueSerde());
        builder.addStateStore(store(EDITIONS, new CompressedSerde<>(releases)));
        builder.addStateStore(store(FILES, new CompressedSerde<>(Topics.json(FileReading.class))));
        builder.addStateStore(templates());
        builder.addStateStore(bands());
        // Keys and values come as bytes: what is no page then fails in our step, with our reason, and not in a
        // deserializer.
        KStream<String, News> news = builder.stream(
                        List.of(Topics.PAGES.name(), Topics.REPLAYS.name()),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("pages"))
                .process(
                        () -> new EditionProcessor(enricher, attachments, tally),
                        Named.as("enrich"),
                        EDITIONS,
                        FILES,
                        TEMPLATES);
        news.merge(links(news), Named.as("all-news"))
                .mapValues(News::release, Named.as("release"))
                .to(
                        Topics.RELEASES.name(),
                        producedBy(Topics.RELEASES, releases, Release::url).withName("releases"));
        news.flatMapValues(News::changes, Named.as("change"))
                .to(
                        Topics.CHANGES.name(),
                        producedBy(Topics.CHANGES, Topics.CHANGES.valueSerde(), Change::url)
                                .withName("changes"));
        return builder.build();
    }

    /** Twins may lie on any two hosts: sketches meet by what they have in common, and links go back to the releases. */
    private KStream<String, News> links(KStream<String, News> news) {
        return news.flatMap((id, fresh) -> sketches(fresh.release()), Named.as("sketch"))
                .repartition(Repartitioned.with(Serdes.Long(), new OnceSerde<>(SketchSerdes.one()))
                        .withName("sketches"))
                .process(TwinProcessor::new, Named.as("compare"), BANDS)
                .repartition(Repartitioned.with(Serdes.String(), Topics.json(TwinLink.class))
                        .withName("links")
                        .withStreamPartitioner((topic, id, link, partitions) ->
                                Optional.of(Set.of(Partitions.of(link.url(), partitions)))))
                .process(() -> new LinkProcessor(tally), Named.as("link"), EDITIONS);
    }

    private static List<KeyValue<Long, Sketch>> sketches(Release release) {
        return Sketch.of(release)
                .map(sketch -> sketch.bands().stream()
                        .map(band -> KeyValue.pair(band, sketch))
                        .toList())
                .orElse(List.of());
    }

    private static StoreBuilder<KeyValueStore<Long, TwinProcessor.Sketches>> bands() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(BANDS), Serdes.Long(), SketchSerdes.many());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(
                        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.RECORD_BYTES_MAX)));
    }

    private static StoreBuilder<KeyValueStore<String, KnownPage>> templates() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(TEMPLATES), Serdes.String(), KnownPages.serde());
    }

    /** By host, as the pages are, so that whoever reads one partition sees all of a host in order. */
    private static <V> Produced<String, V> producedBy(Topic<String, V> topic, Serde<V> values, Function<V, URI> url) {
        StreamPartitioner<String, V> byHost =
                (name, key, value, partitions) -> Optional.of(Set.of(Partitions.of(url.apply(value), partitions)));
        return Produced.with(topic.keySerde(), values).withStreamPartitioner(byHost);
    }
}
