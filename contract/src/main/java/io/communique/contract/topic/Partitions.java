package io.communique.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a record belongs to: all records about one host go to one partition, so that work is divided by host.
 *
 * <p>The hash is Kafka's own murmur2, as its default partitioner would take of the host as key.
 */
public final class Partitions {
    private Partitions() {}

    /**
     * Returns the partition of everything under {@code url}.
     *
     * @param url absolute, with a host
     * @param partitions number of the topic's partitions, at least 1
     */
    public static int of(URI url, int partitions) {
        return Utils.toPositive(Utils.murmur2(hostKey(url).getBytes(UTF_8))) % partitions;
    }

    /** Returns the partition of what is keyed by something else than an address, such as a source id. */
    public static int ofKey(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }

    /** The host in lower case, {@code www.} folded away: with and without it are one site to be polite to. */
    public static String hostKey(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
