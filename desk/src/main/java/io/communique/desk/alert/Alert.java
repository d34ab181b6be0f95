package io.communique.desk.alert;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.communique.desk.query.Asked;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A saved search and whom to tell.
 *
 * @param schema always {@value #SCHEMA}
 * @param id letters and digits
 * @param name for people
 * @param search as an address has it, {@link Asked#address}
 * @param to a webhook, {@code http} or {@code https}, or somebody's address, {@code mailto}
 * @param every how often mail goes out; empty for a webhook, which is told at once
 * @param secret with which messages to a webhook are signed
 * @param created when it was saved
 */
public record Alert(
        String schema,
        String id,
        String name,
        String search,
        // As its files said before there was mail.
        @JsonAlias("webhook") URI to,
        Optional<Every> every,
        String secret,
        Instant created) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "alert/1";

    private static final int NAME_MAX = 100;

    /** As browsers have it (WHATWG HTML, "valid e-mail address"); nothing that a header of a message could be ended with. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?");

    public Alert {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        if (!id.matches("[a-z0-9]{8,32}")) {
            throw new IllegalArgumentException("an alert's id is of letters and digits: " + id);
        }
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("an alert has a name of at most " + NAME_MAX + " characters");
        }
        if (isMail(to)) {
            if (!MAIL_ADDRESS.matcher(to.getSchemeSpecificPart()).matches()) {
                throw new IllegalArgumentException("mail goes to one address, name@example.org: " + to);
            }
            if (every.isEmpty()) {
                throw new IllegalArgumentException("mail goes out every hour or every day");
            }
        } else if (!isWebhook(to)) {
            throw new IllegalArgumentException("a webhook is an address of the web, https://…: " + to);
        }
        Objects.requireNonNull(created, "created");
        Asked.parse(search).query();
    }

    private static boolean isMail(URI to) {
        return "mailto".equals(to.getScheme());
    }

    private static boolean isWebhook(URI to) {
        return isOfTheWeb(to) && to.getUserInfo() == null;
    }

    /** Returns whether {@code address} is one that a browser would go to. */
    static boolean isOfTheWeb(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return web && address.getHost() != null;
    }

    /** Returns somebody's address; empty if it tells a webhook. */
    public Optional<String> mailAddress() {
        return isMail(to) ? Optional.of(to.getSchemeSpecificPart()) : Optional.empty();
    }

    /** Returns what it searches for. */
    public Asked asked() {
        return Asked.parse(search);
    }
}
