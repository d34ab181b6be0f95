package io.communique.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A bucket of tokens for each address: {@code perSecond} flow in, three seconds' worth fit. */
final class RateLimit {
    private static final int BURST_SECONDS = 3;
    private static final int ADDRESSES_MAX = 10_000;
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    RateLimit(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Takes a token; returns whether there was one. */
    synchronized boolean take(String address) {
        long now = nanos.getAsLong();
        double full = (double) perSecond * BURST_SECONDS;
        Bucket before = buckets.getOrDefault(address, new Bucket(full, now));
        double tokens = Math.min(full, before.tokens() + (now - before.at()) / NANOS * perSecond);
        boolean taken = tokens >= 1;
        buckets.put(address, new Bucket(taken ? tokens - 1 : tokens, now));
        return taken;
    }

    private record Bucket(double tokens, long at) {}
}
