package io.communique.desk.alert;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When mail goes out, and where it leads.
 *
 * @param at time of the daily one
 * @param zone of that time
 * @param desk where readers find the desk, {@code https://desk.example.org}; empty if mail leads to the originals alone
 */
public record MailRules(LocalTime at, ZoneId zone, Optional<URI> desk) {
    public MailRules {
        desk.ifPresent(address -> {
            if (!Alert.isOfTheWeb(address) || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "the desk's address is one of the web, https://desk.example.org: " + address);
            }
        });
    }

    /** Returns the address of one of the desk's pages; empty text if readers cannot reach it. */
    String page(String path) {
        return desk.map(address -> address.toString().replaceAll("/+$", "") + path)
                .orElse("");
    }
}
