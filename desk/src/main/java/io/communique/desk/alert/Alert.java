package io.communique.desk.alert;

import io.communique.desk.query.Asked;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A saved search and whom to tell.
 *
 * @param schema always {@value #SCHEMA}
 * @param id letters and digits
 * @param name for people
 * @param search as an address has it, {@link Asked#address}
 * @param webhook {@code http} or {@code https}
 * @param secret with which messages are signed
 * @param created when it was saved
 */
public record Alert(String schema, String id, String name, String search, URI webhook, String secret, Instant created) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "alert/1";

    private static final int NAME_MAX = 100;

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
        boolean web = "https".equals(webhook.getScheme()) || "http".equals(webhook.getScheme());
        if (!web || webhook.getHost() == null || webhook.getUserInfo() != null) {
            throw new IllegalArgumentException("a webhook is an address of the web, https://…: " + webhook);
        }
        Objects.requireNonNull(created, "created");
        Asked.parse(search).query();
    }

    /** Returns what it searches for. */
    public Asked asked() {
        return Asked.parse(search);
    }
}
