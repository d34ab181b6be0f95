package io.communique.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.page.Bytes;
import io.communique.ingest.listing.Candidate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** XML may name files, addresses and entities that grow; none of that is followed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileFeedTest {
    private static final URI BASE = URI.create("https://ports.example/feed.xml");
    private static final int ENTRIES_MAX = 2_000;

    @Test
    void anExternalEntityIsNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "the secret");

        List<Candidate> entries = read(
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'><!ENTITY % y SYSTEM '" + secret.toUri() + "'> %y;]>"
                        + "<rss><channel><item><title>A pier &x;</title><link>https://ports.example/1</link></item></channel></rss>");

        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.title().orElse(""))
                        .startsWith("A pier")
                        .doesNotContain("secret"));
    }

    @Test
    void entitiesThatMultiplyStayAsTheyAreWritten() {
        StringBuilder types = new StringBuilder("<!ENTITY e0 'pier'>");
        for (int i = 1; i < 30; i++) {
            types.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }

        List<Candidate> entries = read(
                "<?xml version='1.0'?><!DOCTYPE rss [" + types
                        + "]><rss><channel><item><title>&e29;</title><link>https://ports.example/1</link></item></channel></rss>");

        assertThat(entries)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.title().orElse("").length()).isLessThan(100));
    }

    @Test
    void anInclusionIsNotFollowed() {
        List<Candidate> entries = read(
                "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title><xi:include parse='text' href='file:///etc/hostname'/>Pier</title>"
                        + "<link>https://ports.example/1</link></item></channel></rss>");

        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).contains("Pier"));
    }

    @Test
    void aFeedWithoutEndIsReadToTheLimit() {
        String item = "<item><title>Pier</title><link>https://ports.example/%d</link></item>";
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 20_000; i++) {
            feed.append(item.formatted(i));
        }

        assertThat(read(feed.toString())).hasSize(ENTRIES_MAX);
    }

    @Test
    void elementsNestedAHundredThousandDeepDoNotEndTheReading() {
        assertThat(read("<rss><channel><item>" + "<a>".repeat(100_000) + "</item></channel></rss>"))
                .isEmpty();
    }

    private static List<Candidate> read(String feed) {
        return Feed.read(Bytes.copyOf(feed.getBytes(UTF_8)), BASE).items();
    }
}
