package io.communique.bench.store;

import io.communique.contract.release.Attachment;
import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Releases of made-up words, the same for the same number. How often a word stands falls with its rank, as in languages (Zipf's law).
 */
public final class MadeUpReleases {
    private static final int SOURCES = 200;
    private static final int VOCABULARY = 50_000;
    private static final Instant BEGIN = Instant.parse("2016-01-01T08:00:00Z");
    private static final String SYLLABLES = "banodirumesalotikerapunigo";

    private final int words;

    /** Makes releases whose texts have this many words. */
    public MadeUpReleases(int words) {
        this.words = words;
    }

    /** Returns the word with a rank; 0 is the most frequent. */
    public static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 200; rest > 0; rest /= 13) {
            int syllable = 2 * (rest % 13);
            word.append(SYLLABLES, syllable, syllable + 2);
        }
        return word.toString();
    }

    private static int rank(Random random) {
        return (int) Math.min(VOCABULARY - 1, Math.pow(VOCABULARY, random.nextDouble()) - 1);
    }

    static String person(int number) {
        return "Person " + word(number % 5_000);
    }

    /** Returns the release of a number, the same each time. */
    public Release release(int number) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder();
        List<Entity> entities = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<DateMention> dates = new ArrayList<>();
        int every = words / 6;
        for (int i = 0; i < words; i++) {
            if (i % every == 1) {
                entities.add(entity(entities.size(), append(body, person(random.nextInt(5_000))), body.length()));
            } else if (i % every == 2) {
                long value = 1_000L + random.nextInt(1_000_000);
                figures.add(figure(append(body, value + " euros"), value, body.length()));
            } else if (i % (2 * every) == 3) {
                dates.add(date(append(body, "2 March 2026"), body.length()));
            } else {
                append(body, word(rank(random)));
            }
        }
        Instant at = BEGIN.plusSeconds(300L * number);
        String source = "source-" + random.nextInt(SOURCES);
        return new Release(
                Release.SCHEMA,
                source + ":" + number,
                1,
                Release.State.PUBLISHED,
                source,
                Optional.of(new Publisher("Ministry of " + source, Optional.of("NO"))),
                URI.create("https://" + source + ".example/" + number),
                Optional.of("en"),
                Optional.of(word(rank(random)) + ' ' + word(rank(random)) + ' ' + word(rank(random))),
                Optional.empty(),
                new Published(
                        Optional.of(at.toString().substring(0, 10)),
                        Optional.of(Published.Precision.DAY),
                        Published.From.PAGE),
                at,
                at,
                body.toString(),
                List.of(new Block(Block.Kind.PARAGRAPH, Optional.empty(), 1, 0, body.length())),
                entities,
                dates,
                figures,
                List.of(new Attachment(
                        Optional.of("https://" + source + ".example/a.pdf"),
                        "a.pdf",
                        Optional.of("application/pdf"),
                        Attachment.Extraction.NOT_FETCHED,
                        Optional.empty())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance("ab", "bench", Optional.of("UTF-8"), new Quality(1, List.of())));
    }

    private static String append(StringBuilder body, String text) {
        if (!body.isEmpty()) {
            body.append(' ');
        }
        body.append(text);
        return text;
    }

    private static Entity entity(int number, String name, int end) {
        return new Entity(
                "p" + number,
                Entity.Type.PERSON,
                name,
                Optional.of("Minister"),
                Optional.empty(),
                List.of(new Mention(end - name.length(), end, name, Optional.empty())));
    }

    private static DateMention date(String text, int end) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        return new DateMention(text, day, day, end - text.length(), end, Optional.empty());
    }

    private static Figure figure(String text, long value, int end) {
        return new Figure(
                text,
                Figure.Kind.MONEY,
                Optional.of(BigDecimal.valueOf(value)),
                Optional.of("EUR"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("budget"),
                Optional.empty(),
                Optional.empty(),
                end - text.length(),
                end,
                Optional.empty());
    }
}
