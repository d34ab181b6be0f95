package io.communique.bench.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Partitions;
import io.communique.contract.topic.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Pages of made-up ministries, the same for the same number, with the menus and scripts of a real site around them. */
final class MadeUpPages {
    private static final int HOSTS = 60;
    private static final List<String> GERMAN = List.of(
            "Hafen", "Brücke", "Schiene", "Straße", "Schule", "Klinik", "Wald", "Fluss", "Acker", "Museum", "Deich",
            "Werft");
    private static final List<String> ENGLISH = List.of(
            "harbour",
            "bridge",
            "railway",
            "road",
            "school",
            "clinic",
            "forest",
            "river",
            "field",
            "museum",
            "dyke",
            "shipyard");

    private final boolean english;
    private final int partitions;
    private final String furniture;

    /**
     * Makes pages for topics with that many partitions.
     *
     * @param english read by rules and model; German is read by rules alone
     * @param furniture bytes of menus and scripts on each page
     */
    MadeUpPages(boolean english, int partitions, int furniture) {
        this.english = english;
        this.partitions = partitions;
        this.furniture = "<li><a href='/menu'>Menu</a></li>\n".repeat(furniture / 34);
    }

    /** Returns a page as a site has it. */
    ProducerRecord<byte[], byte[]> page(int number) {
        return record(number, html(number).getBytes(UTF_8));
    }

    /** Returns a page that is all text, of words that no other page has in this order. */
    ProducerRecord<byte[], byte[]> text(int number, int bytes) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder(bytes + 16);
        while (text.length() < bytes) {
            int word = (int) Math.pow(20_000, random.nextDouble());
            text.append('w').append(Integer.toString(word * 7_919, 36)).append(random.nextInt(12) == 0 ? ".\n\n" : " ");
        }
        return record(number, text.toString().strip().getBytes(UTF_8));
    }

    private ProducerRecord<byte[], byte[]> record(int number, byte[] body) {
        String host = "ministry" + number % HOSTS + ".example";
        URI url = URI.create("https://" + host + "/news/" + number);
        PageFacts facts = new PageFacts(
                "m" + number % HOSTS,
                Optional.empty(),
                Optional.of(Integer.toString(number)),
                url,
                url,
                200,
                Optional.of("text/html; charset=utf-8"),
                Instant.parse("2026-03-02T08:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Bytes.copyOf(body).sha256(),
                Origin.LIVE,
                ListingHint.none(),
                Optional.empty(),
                PageSelectors.none(),
                Optional.empty());
        return new ProducerRecord<>(
                Topics.PAGES.name(),
                Partitions.of(url, partitions),
                null,
                url.toString().getBytes(UTF_8),
                body,
                PageHeaders.write(facts));
    }

    private String html(int number) {
        Random random = new Random(number);
        List<String> words = english ? ENGLISH : GERMAN;
        StringBuilder html = new StringBuilder("<html lang='" + (english ? "en" : "de") + "'><head><title>"
                + (english ? "News no. " : "Meldung ") + number + "</title></head><body><nav><ul>" + furniture
                + "</ul></nav><main><h1>" + (english ? "News no. " : "Meldung ") + number + "</h1>");
        for (int paragraph = 0; paragraph < 6; paragraph++) {
            String form = english
                    ? "<p>The ministry will spend %d euros on the %s and the %s of district %d, the minister said on Monday, so that %s and %s"
                            + " stay open to all; work on the %s begins in %d.</p>"
                    : "<p>Das Ministerium fördert mit %d Euro %s und %s im Kreis %d, teilte es am Montag mit, damit %s und %s für alle offen"
                            + " bleiben; die Arbeiten am Projekt %s beginnen im Jahr %d.</p>";
            html.append(form.formatted(
                    1_000 + random.nextInt(900_000),
                    words.get(random.nextInt(12)),
                    words.get(random.nextInt(12)),
                    number,
                    words.get(random.nextInt(12)),
                    words.get(random.nextInt(12)),
                    words.get(random.nextInt(12)),
                    2_026 + random.nextInt(9)));
        }
        return html.append("</main></body></html>").toString();
    }
}
