package io.communique.ingest.politeness;

import io.communique.ingest.fetch.Exchange;
import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Keeps account of what each host was asked. Safe to share between threads. */
public final class Traffic implements Consumer<Exchange> {
    /** Redirects and files could name ever more hosts; beyond so many they are counted together. */
    private static final int HOSTS_MAX = 20_000;

    private static final String OTHERS = "(others)";

    private final Map<String, Tally> hosts = new ConcurrentHashMap<>();

    @Override
    public void accept(Exchange exchange) {
        String host = HostLimiter.host(exchange.url());
        Tally tally = hosts.get(host);
        if (tally == null) {
            tally = hosts.computeIfAbsent(hosts.size() < HOSTS_MAX ? host : OTHERS, any -> new Tally());
        }
        tally.add(exchange);
    }

    /** Returns what the host of {@code url} was asked so far. */
    public HostTraffic of(URI url) {
        Tally tally = hosts.get(HostLimiter.host(url));
        return tally == null ? new HostTraffic(0, 0, 0, 0, 0) : tally.sum();
    }

    /** Returns what every host was asked so far, by its name without {@code www.}. */
    public SortedMap<String, HostTraffic> report() {
        SortedMap<String, HostTraffic> report = new TreeMap<>();
        hosts.forEach((host, tally) -> report.put(host, tally.sum()));
        return report;
    }

    private static final class Tally {
        private final LongAdder requests = new LongAdder();
        private final LongAdder notModified = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder unanswered = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        void add(Exchange exchange) {
            requests.increment();
            bytes.add(exchange.bytes());
            switch (exchange.status()) {
                case 0 -> unanswered.increment();
                case 304 -> notModified.increment();
                case 401, 403, 429, 451 -> refused.increment();
                default -> {}
            }
        }

        HostTraffic sum() {
            return new HostTraffic(requests.sum(), notModified.sum(), refused.sum(), unanswered.sum(), bytes.sum());
        }
    }
}
