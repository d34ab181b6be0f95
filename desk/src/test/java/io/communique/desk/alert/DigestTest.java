package io.communique.desk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.communique.contract.release.Release;
import io.communique.desk.Hostile;
import io.communique.desk.OpenDesk;
import io.communique.desk.query.Asked;
import io.communique.sink.store.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final MailRules RULES =
            new MailRules(LocalTime.of(7, 0), OSLO, Optional.of(URI.create("https://desk.example/press/")));
    private static final Instant SAVED = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final MovedClock clock = new MovedClock(SAVED);

    @TempDir
    private Path directory;

    private OpenDesk desk;

    @BeforeEach
    void open() {
        desk = new OpenDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void take(Mail mail) throws IOException {
        if (refusals.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            throw new IOException("451 try again later");
        }
        taken.add(mail);
    }

    private Alert save(String search, Every every) {
        return desk.alerts.add("Ministers", Asked.parse(search), "reader@example.org", every, 0, SAVED);
    }

    private AlertTeller mailing() {
        return desk.mailing(this::take, RULES, clock);
    }

    private Progress progress() {
        return desk.alerts.all().get(0).progress();
    }

    @Test
    void oneMailADaySaysAllThatCameSinceTheLast() {
        Alert alert = save("q=minister", Every.DAY);
        desk.store(Releases.release("1", 1), Releases.release("2", 2));
        try (AlertTeller teller = mailing()) {
            clock.move("2026-03-03T05:59:00Z");
            await().during(Duration.ofSeconds(2)).until(taken::isEmpty);
            clock.move("2026-03-03T06:00:00Z");
            await().atMost(PATIENCE).until(() -> taken.size() == 1);
            await().atMost(PATIENCE).until(() -> progress().looked().isPresent());
            desk.store(Releases.release("3", 1));
            clock.move("2026-03-04T06:30:00Z");
            await().atMost(PATIENCE).until(() -> taken.size() == 2);
            assertThat(teller).isNotNull();
        }

        Mail first = taken.get(0);
        assertThat(first.to()).isEqualTo("reader@example.org");
        assertThat(first.id()).isEqualTo(alert.id() + ".1-2");
        assertThat(first.subject()).isEqualTo("Ministers: 2 releases");
        assertThat(first.text())
                .contains("since 2 March 2026, 13:00")
                .contains("Not complete now: ports is stale")
                .contains("Minister Ada Holm spent 3 million euros")
                .contains("https://ports.example/1\nEdition 1 of ports:1, page SHA-256 ab")
                .contains("edition 2", "Edition 2 of ports:2")
                .contains("All: https://desk.example/press/search?q=minister");
        assertThat(first.html())
                .contains(
                        "<strong>3 million euros</strong>", "href=\"https://desk.example/press/release?id=ports%3A1\"");
        assertThat(taken.get(1).subject()).isEqualTo("Ministers: 1 release");
        assertThat(taken.get(1).text()).contains("ports:3").doesNotContain("ports:1,");
    }

    @Test
    void nothingNewIsNoMailAndARefusedOneIsSentAgain() {
        save("q=minister", Every.HOUR);
        try (AlertTeller teller = mailing()) {
            clock.move("2026-03-02T13:00:10Z");
            await().atMost(PATIENCE).until(() -> progress().looked().isPresent());
            assertThat(taken).isEmpty();
            refusals.set(1);
            desk.store(Releases.release("1", 1));
            clock.move("2026-03-02T14:00:10Z");
            await().atMost(PATIENCE).until(() -> progress().failures() == 1);
            assertThat(progress().reason()).contains("451 try again later");
            // The wait counts from when the teller says that it failed, which may be a moment after the test sees it.
            await().atMost(PATIENCE).until(() -> {
                clock.by(Duration.ofSeconds(2));
                return taken.size() == 1;
            });
            assertThat(teller).isNotNull();
        }
    }

    @Test
    void whatDoesNotFitFollowsInTheNextMail() {
        save("", Every.DAY);
        desk.store(IntStream.range(0, 130)
                .mapToObj(i -> Releases.release("n" + i, 1))
                .toArray(Release[]::new));
        try (AlertTeller teller = mailing()) {
            clock.move("2026-03-03T08:00:00Z");
            await().atMost(PATIENCE).until(() -> progress().looked().isPresent());
            assertThat(teller).isNotNull();
        }
        assertThat(taken)
                .extracting(Mail::subject)
                .containsExactly("Ministers: 100 releases", "Ministers: 30 releases");
    }

    @Test
    void whatAPageSaysIsNeverHtml() {
        save("", Every.HOUR);
        desk.store(Hostile.release("h"));
        try (AlertTeller teller = mailing()) {
            clock.move("2026-03-02T13:00:00Z");
            await().atMost(PATIENCE).until(() -> taken.size() == 1);
            assertThat(teller).isNotNull();
        }
        assertThat(taken.get(0).html()).doesNotContain("<script", "<img").contains("&lt;");
    }

    @Test
    void aDayHasItsTimeWhateverTheClocksOfTheZoneDo() {
        LocalTime half = LocalTime.of(2, 30);

        assertThat(Every.DAY.last(Instant.parse("2026-03-29T00:59:00Z"), half, OSLO))
                .isEqualTo("2026-03-28T01:30:00Z");
        assertThat(Every.DAY.last(Instant.parse("2026-03-29T03:00:00Z"), half, OSLO))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Every.HOUR.last(Instant.parse("2026-03-29T03:59:59Z"), half, OSLO))
                .isEqualTo("2026-03-29T03:00:00Z");
    }

    @Test
    void oneDeskAtATimeHasTheAlertsAndAFileThatIsNoneIsNamed() throws Exception {
        Path alerts = directory.resolve("alerts");
        assertThatThrownBy(() -> AlertBook.open(alerts, true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("another desk that is running has them");

        desk.alerts.close();
        Path broken = Files.writeString(alerts.resolve("broken.json"), "{\"alert\": 1}");
        assertThatThrownBy(() -> AlertBook.open(alerts, true)).hasMessageContaining("broken.json is no alert");
        Files.delete(broken);
        AlertBook.open(alerts, true).close();
    }

    @Test
    void oneFileOfTheTimeBeforeMailIsReadAsItIs() throws Exception {
        Path old = Files.createDirectories(directory.resolve("old"));
        Files.writeString(
                old.resolve("0123456789abcdef.json"),
                "{\"alert\":{\"schema\":\"alert/1\",\"id\":\"0123456789abcdef\",\"name\":\"Ports\",\"search\":\"\","
                        + "\"webhook\":\"https://hooks.example/1\",\"secret\":\"s\",\"created\":\"2026-03-02T12:00:00Z\"},"
                        + "\"progress\":{\"sequence\":7,\"told\":3,\"recent\":[],\"failures\":0}}");
        try (AlertBook book = AlertBook.open(old, false)) {
            assertThat(book.all()).hasSize(1);
            assertThat(book.all().get(0).alert().to()).isEqualTo(URI.create("https://hooks.example/1"));
            assertThat(book.all().get(0).progress().sequence()).isEqualTo(7);
            assertThatThrownBy(() -> book.add("x", Asked.parse(""), "a@example.org", Every.DAY, 0, SAVED))
                    .hasMessageContaining("--smtp");
        }
    }

    @Test
    void anAddressThatCouldEndAHeaderIsRefused() {
        for (String wrong : List.of("a@b\r\nBcc: c@d", "a b@example.org", "a@", "@b", "a@b,c@d", "<a@b>")) {
            assertThatThrownBy(() -> desk.alerts.add("x", Asked.parse(""), wrong, Every.DAY, 0, SAVED))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static final class MovedClock extends Clock {
        /** Only the test moves it. */
        private volatile Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void move(String to) {
            now = Instant.parse(to);
        }

        void by(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return OSLO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
