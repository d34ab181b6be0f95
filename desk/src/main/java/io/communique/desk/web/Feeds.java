package io.communique.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import io.communique.desk.query.Asked;
import io.communique.desk.view.Card;
import io.communique.desk.view.Piece;
import io.communique.sink.store.NumberedRelease;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A search as a feed: Atom (RFC 4287) and JSON Feed 1.1. An entry's id is the release and its edition, so that a reader is told of each
 * edition once.
 */
final class Feeds {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private Feeds() {}

    /** Returns a feed's name for people. */
    static String title(Asked asked) {
        return asked.isAll()
                ? "Communiqué"
                : "Communiqué: "
                        + asked.values().values().stream().flatMap(List::stream).collect(Collectors.joining(", "));
    }

    /** Returns the feed's bytes. */
    static byte[] atom(String title, String self, String home, List<NumberedRelease> releases) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", self);
            text(xml, "title", title);
            text(xml, "updated", updated(releases).toString());
            link(xml, "self", self);
            link(xml, "alternate", home);
            for (NumberedRelease release : releases) {
                entry(xml, home, release);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, String home, NumberedRelease numbered) throws XMLStreamException {
        Release release = numbered.release();
        Card card = Card.of(numbered.number(), release);
        xml.writeStartElement("entry");
        text(xml, "id", id(release));
        text(xml, "title", card.title());
        text(xml, "updated", release.fetchedAt().toString());
        xml.writeStartElement("author");
        text(xml, "name", card.publisher());
        xml.writeEndElement();
        link(xml, "alternate", release.url().toString());
        link(xml, "related", home + card.address());
        text(xml, "summary", summary(card));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(xmlCharacters(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", xmlCharacters(address));
    }

    /** XML 1.0 has no place for most control characters, nor for halves of a pair. */
    private static String xmlCharacters(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c <= 0xd7ff)
                                || (c >= 0xe000 && c <= 0xfffd)
                                || c >= 0x1_0000
                        ? c
                        : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the feed as JSON. */
    static String json(String title, String self, String home, List<NumberedRelease> releases) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (NumberedRelease numbered : releases) {
            Release release = numbered.release();
            Card card = Card.of(numbered.number(), release);
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", id(release));
            item.put("url", home + card.address());
            item.put("external_url", release.url().toString());
            item.put("title", card.title());
            item.put("content_text", release.body());
            item.put("summary", summary(card));
            item.put("date_published", release.firstSeenAt().toString());
            item.put("date_modified", release.fetchedAt().toString());
            item.put("authors", List.of(Map.of("name", card.publisher())));
            release.language().ifPresent(language -> item.put("language", language));
            items.add(item);
        }
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", home + "/");
        feed.put("feed_url", self);
        feed.put("items", items);
        return Json.mapper().writeValueAsString(feed);
    }

    private static String id(Release release) {
        return "urn:communique:" + URLEncoder.encode(release.id(), UTF_8) + ":" + release.edition();
    }

    private static Instant updated(List<NumberedRelease> releases) {
        return releases.stream()
                .map(one -> one.release().fetchedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String summary(Card card) {
        return card.sentence().stream().map(Piece::text).collect(Collectors.joining());
    }
}
