package io.communique.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.frontier.Absence;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Publisher;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The facts about a fetch as record headers, and back. Values are UTF-8 text; an absent fact has no header. */
public final class PageHeaders {
    private static final String SOURCE = "source";
    private static final String PUBLISHER = "publisher";
    private static final String PUBLISHER_COUNTRY = "publisher-country";
    private static final String SITE_ID = "site-id";
    private static final String REQUESTED_URL = "requested-url";
    private static final String FINAL_URL = "final-url";
    private static final String STATUS = "status";
    private static final String CONTENT_TYPE = "content-type";
    private static final String FETCHED_AT = "fetched-at";
    private static final String ETAG = "etag";
    private static final String LAST_MODIFIED = "last-modified";
    private static final String SHA_256 = "sha-256";
    /**
     * Why the page was put on the topic, one of {@link Origin}'s labels. Releases and changes carry it too, unless it is {@code live}.
     */
    public static final String ORIGIN = "origin";

    private static final String HINT_TITLE = "listing-hint-title";
    private static final String HINT_DATE = "listing-hint-date";
    private static final String TWINS = "twins";
    private static final String ATTACHED_TO = "attached-to";
    private static final String ATTACHED_AS = "attached-as";
    private static final String SELECTOR_BODY = "selector-body";
    private static final String SELECTOR_TITLE = "selector-title";
    private static final String SELECTOR_DATE = "selector-date";
    private static final String SELECTOR_DROP = "selector-drop";

    private static final String ABSENCE = "absence";
    private static final String ABSENT_SINCE = "absent-since";
    private static final String ABSENT_LAST = "absent-last";
    private static final String ABSENT_VISITS = "absent-visits";

    private PageHeaders() {}

    /** Returns the headers that say {@code facts}. */
    public static Headers write(PageFacts facts) {
        Headers headers = new RecordHeaders();
        put(headers, SOURCE, facts.source());
        facts.publisher().ifPresent(publisher -> {
            put(headers, PUBLISHER, publisher.name());
            publisher.country().ifPresent(country -> put(headers, PUBLISHER_COUNTRY, country));
        });
        facts.siteId().ifPresent(id -> put(headers, SITE_ID, id));
        put(headers, REQUESTED_URL, facts.requestedUrl().toString());
        put(headers, FINAL_URL, facts.finalUrl().toString());
        put(headers, STATUS, Integer.toString(facts.status()));
        facts.contentType().ifPresent(type -> put(headers, CONTENT_TYPE, type));
        put(headers, FETCHED_AT, facts.fetchedAt().toString());
        facts.etag().ifPresent(etag -> put(headers, ETAG, etag));
        facts.lastModified().ifPresent(modified -> put(headers, LAST_MODIFIED, modified));
        put(headers, SHA_256, facts.sha256());
        put(headers, ORIGIN, facts.origin().label());
        facts.hint().title().ifPresent(title -> put(headers, HINT_TITLE, title));
        facts.hint().date().ifPresent(date -> put(headers, HINT_DATE, date));
        if (!facts.hint().twins().isEmpty()) {
            put(headers, TWINS, twins(facts.hint().twins()));
        }
        facts.attached().ifPresent(attached -> {
            put(headers, ATTACHED_TO, attached.page().toString());
            put(headers, ATTACHED_AS, attached.link());
        });
        facts.selectors().body().ifPresent(css -> put(headers, SELECTOR_BODY, css));
        facts.selectors().title().ifPresent(css -> put(headers, SELECTOR_TITLE, css));
        facts.selectors().date().ifPresent(css -> put(headers, SELECTOR_DATE, css));
        facts.selectors().drop().ifPresent(css -> put(headers, SELECTOR_DROP, css));
        facts.absence().ifPresent(absence -> {
            put(headers, ABSENCE, absence.kind().label());
            put(headers, ABSENT_SINCE, absence.since().toString());
            put(headers, ABSENT_LAST, absence.last().toString());
            put(headers, ABSENT_VISITS, Integer.toString(absence.times()));
        });
        return headers;
    }

    /**
     * Reads a record of {@code press.pages}.
     *
     * @param key the canonical address
     * @param value the page's bytes
     * @throws NotAPageException if the key is no address, the value is missing, or a header is missing or unreadable
     */
    public static RawPage read(@Nullable String key, byte @Nullable [] value, Headers headers) {
        if (key == null || value == null) {
            throw new NotAPageException("a page has a key and a value");
        }
        try {
            return new RawPage(URI.create(key), Bytes.copyOf(value), facts(headers));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new NotAPageException(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static PageFacts facts(Headers headers) {
        return new PageFacts(
                required(headers, SOURCE),
                optional(headers, PUBLISHER).map(name -> new Publisher(name, optional(headers, PUBLISHER_COUNTRY))),
                optional(headers, SITE_ID),
                URI.create(required(headers, REQUESTED_URL)),
                URI.create(required(headers, FINAL_URL)),
                Integer.parseInt(required(headers, STATUS)),
                optional(headers, CONTENT_TYPE),
                Instant.parse(required(headers, FETCHED_AT)),
                optional(headers, ETAG),
                optional(headers, LAST_MODIFIED),
                required(headers, SHA_256),
                Origin.ofLabel(required(headers, ORIGIN)),
                new ListingHint(
                        optional(headers, HINT_TITLE),
                        optional(headers, HINT_DATE),
                        optional(headers, TWINS).map(PageHeaders::twins).orElse(Map.of())),
                optional(headers, ATTACHED_TO)
                        .map(page -> new AttachedTo(URI.create(page), required(headers, ATTACHED_AS))),
                new PageSelectors(
                        optional(headers, SELECTOR_BODY),
                        optional(headers, SELECTOR_TITLE),
                        optional(headers, SELECTOR_DATE),
                        optional(headers, SELECTOR_DROP)),
                optional(headers, ABSENCE).map(kind -> absence(kind, headers)));
    }

    /** Only confirmed evidence is published. */
    private static Absence absence(String kind, Headers headers) {
        return new Absence(
                Absence.Kind.ofLabel(kind),
                Instant.parse(required(headers, ABSENT_SINCE)),
                Instant.parse(required(headers, ABSENT_LAST)),
                Integer.parseInt(required(headers, ABSENT_VISITS)),
                true);
    }

    /** Language tag and address in turn, a space between all: neither holds one. */
    private static String twins(Map<String, URI> twins) {
        return twins.entrySet().stream()
                .map(twin -> twin.getKey() + " " + twin.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, URI> twins(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length % 2 != 0) {
            throw new IllegalArgumentException("twins are pairs of language and address: " + text);
        }
        Map<String, URI> twins = new TreeMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            twins.put(parts[i], URI.create(parts[i + 1]));
        }
        return twins;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        return optional(headers, name)
                .orElseThrow(() -> new NotAPageException("a page has the header " + name + ", this record has not"));
    }

    private static Optional<String> optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
