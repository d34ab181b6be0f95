package io.communique.enrich.stream;

import io.communique.contract.topic.Partitions;
import io.communique.enrich.template.HostTemplate;
import io.communique.enrich.template.HostTemplate.KnownPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The memory of each host in a store: one entry a page, under the host and the page's hash.
 *
 * <p>So a new page writes one entry (8 bytes a block: 2 KB for a page of 250 blocks, 8 KB at most) and the deletion of the page that it
 * pushes out, a page seen before writes nothing unless its text changed, and a host takes 32 entries at most. One entry a host would
 * be 70 KB of changelog at each page; one entry a block would be some 250 small ones, each with a record's overhead. Reading all 32
 * at each page is a scan of neighbours on the local disk.
 */
final class HostTemplates {
    /** No host has a line break, and hosts of one beginning do not mix: {@code a.example} and {@code a.example.org}. */
    private static final char BETWEEN = '\n';

    private final KeyValueStore<String, KnownPage> store;

    HostTemplates(KeyValueStore<String, KnownPage> store) {
        this.store = store;
    }

    /** Returns what is remembered of the host of {@code url}. */
    HostTemplate of(URI url) {
        List<KnownPage> pages = new ArrayList<>();
        try (KeyValueIterator<String, KnownPage> entries = store.prefixScan(prefix(url), new StringSerializer())) {
            while (entries.hasNext()) {
                KeyValue<String, KnownPage> entry = entries.next();
                pages.add(entry.value);
            }
        }
        return HostTemplate.of(pages);
    }

    /** Stores {@code after} where {@code before} was: only the entries that differ. */
    void replace(URI url, HostTemplate before, HostTemplate after) {
        Set<KnownPage> kept = new HashSet<>(before.pages());
        Set<Long> pages = new HashSet<>();
        for (KnownPage page : after.pages()) {
            pages.add(page.blocks().page());
            if (!kept.contains(page)) {
                store.put(key(url, page), page);
            }
        }
        for (KnownPage page : before.pages()) {
            if (!pages.contains(page.blocks().page())) {
                store.delete(key(url, page));
            }
        }
    }

    private static String key(URI url, KnownPage page) {
        return prefix(url) + HexFormat.of().toHexDigits(page.blocks().page());
    }

    private static String prefix(URI url) {
        return Partitions.hostKey(url) + BETWEEN;
    }
}
