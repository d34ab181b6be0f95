package io.communique.app.extract;

import io.communique.contract.topic.Partitions;
import io.communique.enrich.page.Shown;
import io.communique.enrich.template.HostTemplate;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of each host have in common. Keeps fingerprints of a host's last 32 files only, and names of hosts. Safe to share
 * between threads once it has learned.
 */
final class HostMemories {
    /** With 2 KB a file, some 250 MB at the very worst; beyond it the host taught longest ago is forgotten. */
    private static final int HOSTS_MAX = 4_000;

    private final Map<String, HostTemplate> hosts = new LinkedHashMap<>();
    private final Map<String, String> hostOf = new HashMap<>();

    /**
     * Learns from a file.
     *
     * @param address where it came from; a file whose address nothing tells teaches nobody
     */
    void learn(PageInput input, Optional<URI> address, Shown shown) {
        address.map(Partitions::hostKey).ifPresent(host -> {
            hostOf.put(input.name(), host);
            HostTemplate before = hosts.remove(host);
            HostTemplate known = before == null ? HostTemplate.none() : before;
            hosts.put(host, known.seen(shown.blocks().named(input.name())));
            forgetBeyondLimit();
        });
    }

    /** Returns what is known of the host of a file that was learned from. */
    HostTemplate of(PageInput input) {
        String host = hostOf.get(input.name());
        return host == null ? HostTemplate.none() : hosts.getOrDefault(host, HostTemplate.none());
    }

    private void forgetBeyondLimit() {
        if (hosts.size() > HOSTS_MAX) {
            hosts.remove(hosts.keySet().iterator().next());
        }
    }
}
