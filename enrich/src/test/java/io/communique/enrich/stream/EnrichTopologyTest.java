package io.communique.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.contract.change.Change;
import io.communique.contract.change.TextChange;
import io.communique.contract.change.WordChange;
import io.communique.contract.frontier.Absence;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import io.communique.contract.topic.DeadLetters;
import io.communique.contract.topic.PageHeaders;
import io.communique.contract.topic.Topic;
import io.communique.contract.topic.Topics;
import io.communique.enrich.EnrichCounters;
import io.communique.enrich.Enricher;
import io.communique.enrich.template.HostTemplate;
import io.communique.enrich.template.HostTemplate.KnownPage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At-least-once, because the test driver of Kafka 4.3.1 loses dead letters under exactly-once; real brokers are tested elsewhere. */
final class EnrichTopologyTest {
    private static final String RELEASE = "<html><head><title>Ferry to the outer isles sails again</title></head><body>"
            + "<nav><a href='/'>Home</a> <a href='/press'>Press</a></nav><main><h1>Ferry to the outer isles sails again</h1>"
            + "<p class='date'>2 March 2026</p><p>The ferry to the outer isles sails again from Monday, the ministry said after a winter"
            + " of repairs. %s passengers used the line last year.</p><p>Tickets bought for cancelled sailings stay valid until the end"
            + " of the summer, and freight is carried at the old price.</p></main></body></html>";

    private final Tally tally = new Tally();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> pages;
    private final TestInputTopic<byte[], byte[]> replays;
    private final TestOutputTopic<String, Release> releases;
    private final TestOutputTopic<String, Change> changes;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    EnrichTopologyTest(@TempDir Path state) {
        driver = new TopologyTestDriver(new EnrichTopology(new Enricher(), tally).get(), settings(state));
        pages = driver.createInputTopic(Topics.PAGES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        replays = driver.createInputTopic(Topics.REPLAYS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        releases = output(Topics.RELEASES);
        changes = output(Topics.CHANGES);
        deadLetters = output(Topics.DEAD_LETTERS);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aReleaseComesOutWithItsChange() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        Release release = releases.readValue();
        assertThat(release.id()).isEqualTo("ferries:1");
        assertThat(release.title()).contains("Ferry to the outer isles sails again");
        assertThat(release.publisher()).contains(new Publisher("Ministry of Ferries", Optional.empty()));
        assertThat(changes.readValue().kind()).isEqualTo(Change.Kind.PUBLISHED);
        assertAccounted();
    }

    @Test
    void theHeadersOfThePageStayBehind() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        assertThat(releases.readRecord().headers()).isEmpty();
    }

    @Test
    void anEditedPageIsASecondEditionAndAnUnchangedOneIsNone() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        publish("1", RELEASE.formatted("41,000").replace("Home", "Start"), "2026-03-02T10:00:00Z");
        publish("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");

        assertThat(releases.readValuesToList()).extracting(Release::edition).containsExactly(1, 2);
        assertThat(changes.readValuesToList())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.PUBLISHED, Change.Kind.REVISED);
        assertThat(tally.counters().unchanged()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void whatIsNoPageIsSetAsideAndTheReleaseBehindItPasses() {
        byte[] key = "https://ferries.example/2".getBytes(UTF_8);
        byte[] value = "a record without headers".getBytes(UTF_8);
        pages.pipeInput(new TestRecord<>(key, value, new RecordHeaders()));
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.key()).isEqualTo(key);
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("not-a-page");
        assertThat(header(letter, DeadLetters.FROM)).isEqualTo("press.pages-0@0");
        assertThat(releases.readValuesToList()).hasSize(1);
        assertAccounted();
    }

    @Test
    void aRecordWithoutKeyOrValueIsSetAside() {
        pages.pipeInput(new TestRecord<>(null, new byte[] {1}, new RecordHeaders()));
        pages.pipeInput(new TestRecord<>("https://ferries.example/2".getBytes(UTF_8), null, new RecordHeaders()));

        assertThat(deadLetters.readRecordsToList()).hasSize(2);
        assertAccounted();
    }

    @Test
    void randomBytesAndAnEmptyPageAreRejectedAndTheReleaseBehindThemPasses() {
        byte[] noise = new byte[40_000];
        new Random(7).nextBytes(noise);
        publish("2", noise, "2026-03-02T09:00:00Z");
        publish("3", new byte[0], "2026-03-02T09:00:01Z");
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:02Z");

        assertThat(releases.readValuesToList()).extracting(Release::id).containsExactly("ferries:1");
        assertThat(tally.counters().rejected()).isEqualTo(2);
        assertAccounted();
    }

    /** A placeholder before, and one that comes back after: neither is an error, and neither takes the place of the text. */
    @Test
    void aTextThatFollowsItsPlaceholderIsTheFirstEdition() {
        String placeholder = "<h1>Ferry to the outer isles sails again</h1><p>The text will be available shortly.</p>";
        publish("1", placeholder, "2026-03-02T09:00:00Z");
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T10:00:00Z");
        publish("1", placeholder, "2026-03-02T11:00:00Z");
        publish("1", RELEASE.formatted("42,000"), "2026-03-02T12:00:00Z");

        assertThat(releases.readValuesToList()).extracting(Release::edition).containsExactly(1, 2);
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(tally.counters().rejectedBy()).containsExactly(Map.entry("placeholder", 2L));
        assertAccounted();
    }

    @Test
    void theFirstTextOfAFileCompletesItsEditionAndIsNoRevision() {
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");
        file("1", "{\\rtf1 The ferry sails again.\\par All winter it was repaired.}", "2026-03-02T09:00:05Z");

        List<Release> told = releases.readValuesToList();
        assertThat(told).extracting(Release::edition).containsExactly(1, 1);
        assertThat(told.get(0).attachments())
                .extracting(Attachment::extraction)
                .containsExactly(Attachment.Extraction.NOT_FETCHED);
        assertThat(told.get(1).attachments())
                .extracting(Attachment::text)
                .containsExactly(Optional.of("The ferry sails again.\n\nAll winter it was repaired."));
        assertThat(changes.readValuesToList()).extracting(Change::kind).containsExactly(Change.Kind.PUBLISHED);
        assertThat(tally.counters().completed()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void otherBytesOfAFileAreARevisionIfTheySaySomethingElse() {
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");
        file("1", "{\\rtf1 The ferry sails on Monday.}", "2026-03-02T09:00:05Z");
        file("1", "{\\rtf1  The ferry sails on Monday.}", "2026-03-03T09:00:00Z");
        file("1", "{\\rtf1 The ferry sails on Tuesday.}", "2026-03-04T09:00:00Z");
        file("1", "{\\rtf1 The ferry sails on Sunday.}", "2026-03-02T08:00:00Z");

        assertThat(releases.readValuesToList()).extracting(Release::edition).containsExactly(1, 1, 2);
        List<Change> told = changes.readValuesToList();
        assertThat(told).extracting(Change::kind).containsExactly(Change.Kind.PUBLISHED, Change.Kind.REVISED);
        assertThat(told.get(1).text())
                .containsExactly(new TextChange(
                        Optional.of("The ferry sails on Monday."),
                        Optional.of("The ferry sails on Tuesday."),
                        List.of(new WordChange(19, 25, 19, 26))));
        assertThat(tally.counters().unchanged()).isEqualTo(1);
        assertThat(tally.counters().outdated()).isEqualTo(1);
        assertAccounted();
    }

    /** Running text without a link, in a box whose name says nothing: no single page can tell it from the article. */
    @Test
    void whatIsGoneIsWithdrawnOnceAndRestoredWhenItIsThereAgain() {
        String apology =
                "<html><title>Error</title><body><h1>Error</h1><p>The page that you asked for was not found.</p></body></html>";
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        absent("1", Absence.Kind.SOFT_404, apology, "2026-03-04T09:00:00Z");
        absent("1", Absence.Kind.STATUS_404, "", "2026-03-11T09:00:00Z");
        absent("2", Absence.Kind.STATUS_404, "", "2026-03-11T09:00:00Z");
        publish("1", RELEASE.formatted("41,000"), "2026-03-03T09:00:00Z");
        publish("1", RELEASE.formatted("42,000"), "2026-03-12T09:00:00Z");

        List<Release> told = releases.readValuesToList();
        assertThat(told).extracting(Release::edition).containsExactly(1, 1, 2);
        assertThat(told)
                .extracting(Release::state)
                .containsExactly(Release.State.PUBLISHED, Release.State.WITHDRAWN, Release.State.PUBLISHED);
        assertThat(told.get(1).body()).isEqualTo(told.get(0).body());
        assertThat(changes.readValuesToList())
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.PUBLISHED, Change.Kind.WITHDRAWN, Change.Kind.RESTORED, Change.Kind.REVISED);
        assertThat(tally.counters().withdrawn()).isEqualTo(1);
        assertThat(tally.counters().restored()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void aPageThatItsListHasDroppedIsReadAsLongAsItAnswers() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        absent("1", Absence.Kind.UNLISTED, RELEASE.formatted("43,000"), "2026-03-04T09:00:00Z");

        assertThat(releases.readValuesToList())
                .extracting(Release::state)
                .containsExactly(Release.State.PUBLISHED, Release.State.PUBLISHED);
        assertAccounted();
    }

    @Test
    void whatTheHostsPagesHaveInCommonIsLeftOutOnceItIsKnown() {
        for (int i = 1; i <= 5; i++) {
            publish(Integer.toString(i), campaign(i), "2026-03-02T09:0" + i + ":00Z");
        }

        assertThat(releases.readValuesToList())
                .extracting(release -> release.provenance().templatePages())
                .containsExactly(0, 0, 0, 3, 4);
        assertThat(driver.<String, KnownPage>getKeyValueStore(EnrichTopology.TEMPLATES)
                        .approximateNumEntries())
                .isEqualTo(5);
    }

    @Test
    void aPageReadAgainWithMoreKnownOfItsHostIsNoEdition() {
        for (int i = 1; i <= 5; i++) {
            publish(Integer.toString(i), campaign(i), "2026-03-02T09:0" + i + ":00Z");
        }
        publish("1", campaign(1).replace("Home", "Start"), "2026-03-02T10:00:00Z");

        List<Release> all = releases.readValuesToList();
        assertThat(all).hasSize(5);
        assertThat(all.get(0).body()).contains("week of the sea");
        assertThat(all.get(4).body()).doesNotContain("week of the sea").contains("sails again from day 5");
        assertThat(tally.counters().unchanged()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void aFileThatComesBeforeItsPageWaitsAndComesWithIt() {
        file("1", "{\\rtf1 The ferry sails again.}", "2026-03-02T08:59:00Z");
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");

        assertThat(releases.readValuesToList())
                .singleElement()
                .satisfies(release -> assertThat(release.attachments())
                        .extracting(Attachment::text)
                        .containsExactly(Optional.of("The ferry sails again.")));
        assertThat(tally.counters().kept()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void anEditOfThePageKeepsTheTextOfItsFiles() {
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");
        file("1", "{\\rtf1 The ferry sails again.}", "2026-03-02T09:00:05Z");
        publish("1", pageWithFile("See attachment, corrected."), "2026-03-02T10:00:00Z");

        assertThat(releases.readValuesToList())
                .last()
                .satisfies(release -> assertThat(release.attachments())
                        .extracting(Attachment::text)
                        .containsExactly(Optional.of("The ferry sails again.")))
                .satisfies(release -> assertThat(release.edition()).isEqualTo(2));
        assertAccounted();
    }

    @Test
    void aPageThatOnlyPointsToItsFileSaysSoAndKeepsItsWords() {
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");
        file(
                "1",
                "{\\rtf1 " + "The ferry to the outer isles sails again from Monday. ".repeat(5) + "}",
                "2026-03-02T09:00:05Z");

        List<Release> told = releases.readValuesToList();
        assertThat(told.get(0).provenance().quality().warnings()).contains("text may be in an attachment");
        assertThat(told.get(1).provenance().quality().warnings())
                .contains("text is in an attachment")
                .doesNotContain("text may be in an attachment");
        assertThat(told.get(1).body()).isEqualTo(told.get(0).body());
    }

    @Test
    void aHostileFileIsAnsweredAndWhatIsBehindItPasses() {
        publish("1", pageWithFile("See attachment."), "2026-03-02T09:00:00Z");
        file("1", "%PDF-1.7 and then nothing", "2026-03-02T09:00:05Z");
        publish("2", RELEASE.formatted("41,000"), "2026-03-02T09:00:06Z");

        assertThat(releases.readValuesToList())
                .extracting(Release::id)
                .containsExactly("ferries:1", "ferries:1", "ferries:2");
        assertAccounted();
    }

    private static String pageWithFile(String text) {
        return "<html><head><title>Ferry to the outer isles sails again</title></head><body><main><h1>Ferry to the outer isles sails"
                + " again</h1><p>" + text
                + "</p><ul class='files'><li><a href='/files/release 1.rtf'>release 1.rtf</a></li></ul></main>"
                + "</body></html>";
    }

    private void file(String siteId, String content, String fetchedAt) {
        URI url = URI.create("https://ferries.example/files/release%201.rtf");
        byte[] body = content.getBytes(UTF_8);
        PageFacts facts = new PageFacts(
                "ferries",
                Optional.empty(),
                Optional.of(siteId),
                url,
                url,
                200,
                Optional.of("application/octet-stream"),
                Instant.parse(fetchedAt),
                Optional.empty(),
                Optional.empty(),
                Bytes.copyOf(body).sha256(),
                Origin.LIVE,
                ListingHint.none(),
                Optional.of(new AttachedTo(
                        URI.create("https://ferries.example/" + siteId),
                        "https://ferries.example/files/release 1.rtf")),
                PageSelectors.none());
        pages.pipeInput(new TestRecord<>(url.toString().getBytes(UTF_8), body, PageHeaders.write(facts)));
    }

    @Test
    void theMemoryOfAHostStaysSmallHoweverManyPagesItHas() {
        for (int i = 0; i < 90; i++) {
            publish(Integer.toString(i), campaign(i), "2026-03-02T09:00:00Z");
        }

        assertThat(count(driver.getKeyValueStore(EnrichTopology.TEMPLATES))).isEqualTo(HostTemplate.PAGES_MAX);
    }

    private static int count(KeyValueStore<String, KnownPage> store) {
        int count = 0;
        try (KeyValueIterator<String, KnownPage> all = store.all()) {
            while (all.hasNext()) {
                KnownPage page = all.next().value;
                assertThat(page.blocks().fingerprints()).isNotEmpty();
                count++;
            }
        }
        return count;
    }

    private static String campaign(int day) {
        return RELEASE.formatted("41,000")
                .replace("from Monday", "from day " + day)
                .replace("outer isles", "isles of the " + day + "th district")
                .replace(
                        "</main>",
                        "</main><section class=box><b>The week of the sea begins on the quay, come and meet us there.</b></section>");
    }

    private void assertAccounted() {
        EnrichCounters all = tally.counters();
        assertThat(all.read()).isPositive();
        assertThat(all.published()
                        + all.revised()
                        + all.completed()
                        + all.reread()
                        + all.withdrawn()
                        + all.restored()
                        + all.kept()
                        + all.unchanged()
                        + all.outdated()
                        + all.rejected()
                        + all.deadLettered())
                .isEqualTo(all.read());
    }

    @Test
    void aReplayWithTheSameRulesSaysNothing() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        publish("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");
        drain();

        replay("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        replay("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");

        assertThat(releases.isEmpty()).isTrue();
        assertThat(changes.isEmpty()).isTrue();
        assertThat(tally.counters().outdated()).isEqualTo(1);
        assertThat(tally.counters().unchanged()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void whatLaterRulesReadDifferentlyIsTheSameEditionAgainAndNoChange() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        publish("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");
        drain();
        Release right = editions().get("ferries:1");
        editions().put("ferries:1", asReadBefore(right, "Tickets only."));

        replay("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        replay("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");

        TestRecord<String, Release> again = releases.readRecord();
        assertThat(again.value())
                .isEqualTo(right.withAttachments(
                        right.attachments(), right.provenance().asReading(1), right.fetchedAt()));
        assertThat(new String(again.headers().lastHeader(PageHeaders.ORIGIN).value(), UTF_8))
                .isEqualTo("replay");
        assertThat(releases.isEmpty()).isTrue();
        assertThat(changes.isEmpty()).isTrue();
        assertThat(tally.counters().reread()).isEqualTo(1);
        assertAccounted();
    }

    @Test
    void rulesThatReadTheSameAreNotedAndSayNothing() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        drain();
        Release right = editions().get("ferries:1");
        editions().put("ferries:1", asReadBefore(right, right.body()));

        replay("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        assertThat(releases.isEmpty()).isTrue();
        assertThat(editions().get("ferries:1")).isEqualTo(right);
        assertAccounted();
    }

    /** The bytes of the edition itself are no longer kept: the later ones alone cannot tell an edit from a change of rules. */
    @Test
    void aReplayInventsNoEditWhereTheRulesMayBeTheReason() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        drain();
        editions().put("ferries:1", asReadBefore(editions().get("ferries:1"), "Tickets only."));

        replay("1", RELEASE.formatted("41,000").replace("Home", "Start"), "2026-03-02T10:00:00Z");

        assertThat(releases.isEmpty()).isTrue();
        assertThat(changes.isEmpty()).isTrue();
        assertAccounted();
    }

    @Test
    void aPageThatOlderRulesTurnedDownIsPublishedByItsReplay() {
        replay("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        assertThat(releases.readValue().edition()).isEqualTo(1);
        assertThat(changes.readValue().kind()).isEqualTo(Change.Kind.PUBLISHED);
        assertAccounted();
    }

    @Test
    void aWithdrawnReleaseIsReadAgainAndStaysWithdrawn() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        absent("1", Absence.Kind.STATUS_410, "gone", "2026-03-04T09:00:00Z");
        drain();
        editions().put("ferries:1", asReadBefore(editions().get("ferries:1"), "Tickets only."));

        replay("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");

        Release again = releases.readValue();
        assertThat(again.state()).isEqualTo(Release.State.WITHDRAWN);
        assertThat(again.body()).contains("41,000 passengers");
        assertThat(changes.isEmpty()).isTrue();
        assertAccounted();
    }

    @Test
    void inWhateverOrderItsPagesComeAReleaseEndsWithItsLatestText() {
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
            Collections.shuffle(order, new Random(seed));
            for (int number : order) {
                publish("s" + seed, RELEASE.formatted(number + "1,000"), "2026-03-02T0%d:00:00Z".formatted(number));
            }

            assertThat(editions().get("ferries:s" + seed).body())
                    .as("order %s", order)
                    .contains("61,000 passengers");
        }
        assertAccounted();
    }

    @Test
    void theSameTextOnAnotherHostIsLinkedBothWaysAndIsNoChange() {
        publish("1", RELEASE.formatted("41,000"), "2026-03-02T09:00:00Z");
        publishElsewhere("77", RELEASE.formatted("41,000").replace("Home", "All news"), "2026-03-02T10:00:00Z");

        List<Release> said = releases.readValuesToList();
        assertThat(said).hasSize(4);
        assertThat(said.subList(2, 4))
                .extracting(release -> release.id() + " " + release.edition() + " " + release.sameAs())
                .containsExactlyInAnyOrder("ferries:1 1 [portal:77]", "portal:77 1 [ferries:1]");
        assertThat(changes.readValuesToList()).hasSize(2);
        assertThat(tally.counters().linked()).isEqualTo(2);

        publish("1", RELEASE.formatted("42,000"), "2026-03-02T11:00:00Z");
        Release corrected = releases.readValue();
        assertThat(corrected.edition()).isEqualTo(2);
        assertThat(corrected.sameAs()).containsExactly("portal:77");
        assertThat(releases.isEmpty()).isTrue();
        assertAccounted();
    }

    private KeyValueStore<String, Release> editions() {
        return driver.getKeyValueStore(EnrichTopology.EDITIONS);
    }

    /** What rules of before made of the same bytes. */
    private static Release asReadBefore(Release now, String body) {
        Release other = new Release(
                now.schema(),
                now.id(),
                now.edition(),
                now.state(),
                now.source(),
                now.publisher(),
                now.url(),
                now.language(),
                now.title(),
                now.subtitle(),
                now.published(),
                now.fetchedAt(),
                now.firstSeenAt(),
                body,
                body.equals(now.body()) ? now.blocks() : List.of(),
                body.equals(now.body()) ? now.entities() : List.of(),
                body.equals(now.body()) ? now.dates() : List.of(),
                body.equals(now.body()) ? now.figures() : List.of(),
                now.attachments(),
                now.links(),
                now.department(),
                now.contact(),
                now.licence(),
                now.images(),
                now.standing(),
                new Provenance(
                        now.provenance().pageSha256(),
                        "0.0.1",
                        now.provenance().charset(),
                        now.provenance().quality(),
                        now.provenance().templatePages(),
                        0));
        assertThat(other.edition()).isEqualTo(now.edition());
        return other;
    }

    private void drain() {
        releases.readValuesToList();
        changes.readValuesToList();
    }

    private void replay(String siteId, String html, String fetchedAt) {
        pipe(replays, siteId, html.getBytes(UTF_8), fetchedAt, Origin.REPLAY, Optional.empty());
    }

    private void publish(String siteId, String html, String fetchedAt) {
        publish(siteId, html.getBytes(UTF_8), fetchedAt);
    }

    private void absent(String siteId, Absence.Kind kind, String body, String last) {
        Instant at = Instant.parse(last);
        publish(
                siteId,
                body.getBytes(UTF_8),
                last,
                Optional.of(new Absence(kind, at.minus(Duration.ofDays(1)), at, 3, true)));
    }

    private void publish(String siteId, byte[] body, String fetchedAt) {
        publish(siteId, body, fetchedAt, Optional.empty());
    }

    private void publish(String siteId, byte[] body, String fetchedAt, Optional<Absence> absence) {
        pipe(pages, siteId, body, fetchedAt, Origin.LIVE, absence);
    }

    private void publishElsewhere(String siteId, String html, String fetchedAt) {
        pipe("portal", pages, siteId, html.getBytes(UTF_8), fetchedAt, Origin.LIVE, Optional.empty());
    }

    private static void pipe(
            TestInputTopic<byte[], byte[]> topic,
            String siteId,
            byte[] body,
            String fetchedAt,
            Origin origin,
            Optional<Absence> absence) {
        pipe("ferries", topic, siteId, body, fetchedAt, origin, absence);
    }

    private static void pipe(
            String source,
            TestInputTopic<byte[], byte[]> topic,
            String siteId,
            byte[] body,
            String fetchedAt,
            Origin origin,
            Optional<Absence> absence) {
        URI url = URI.create("https://" + source + ".example/" + siteId);
        PageFacts facts = new PageFacts(
                source,
                Optional.of(new Publisher("Ministry of Ferries", Optional.empty())),
                Optional.of(siteId),
                url,
                url,
                200,
                Optional.of("text/html; charset=utf-8"),
                Instant.parse(fetchedAt),
                Optional.empty(),
                Optional.empty(),
                Bytes.copyOf(body).sha256(),
                origin,
                ListingHint.none(),
                Optional.empty(),
                PageSelectors.none(),
                absence);
        topic.pipeInput(new TestRecord<>(url.toString().getBytes(UTF_8), body, PageHeaders.write(facts)));
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    private Properties settings(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        // The default directory is one for all builds of the machine.
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterHandler.TALLY, tally);
        return settings;
    }
}
