package io.communique.contract;

import io.communique.contract.change.Change;
import io.communique.contract.change.DateChange;
import io.communique.contract.change.EntityChange;
import io.communique.contract.change.FigureChange;
import io.communique.contract.change.TextChange;
import io.communique.contract.change.WordChange;
import io.communique.contract.frontier.Absence;
import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.frontier.Habit;
import io.communique.contract.frontier.PageSample;
import io.communique.contract.page.AttachedTo;
import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.PageSelectors;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Attachment;
import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Image;
import io.communique.contract.release.Link;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Period;
import io.communique.contract.release.Provenance;
import io.communique.contract.release.Published;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Quality;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.contract.release.Withdrawal;
import io.communique.contract.status.SourcePause;
import io.communique.contract.status.SourceStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Records for tests, made from a seed: the same seed makes the same records. */
public final class Samples {
    private static final String ALPHABET = "abc XYZ 09.,:;\"\\/<>&\n\té한日\uD83D\uDE00'";

    /** The golden files are of smaller seeds, and older than some fields. */
    private static final long SEED_WITH_LATER_FIELDS = 20;

    private final Random random;
    private final Optional<Random> later;

    public Samples(long seed) {
        later = seed < SEED_WITH_LATER_FIELDS ? Optional.empty() : Optional.of(new Random(seed));
        random = new Random(seed);
    }

    public Release release() {
        Release before = releaseWithImages();
        Release stands = maybe(this::standing)
                .map(standing -> before.standing(Optional.of(standing)))
                .orElse(before);
        return stands.withAttachments(
                        stands.attachments(), stands.provenance().asReading(random.nextInt(3)), stands.fetchedAt())
                .withSameAs(list(this::word));
    }

    /** A release without what version 1 learned after it had images. */
    public Release releaseWithImages() {
        return release(
                releaseOfTheFirstForm(),
                maybe(this::word),
                maybe(this::word),
                maybe(this::word),
                list(() -> new Image(url().toString(), maybe(this::word), maybe(this::word))));
    }

    private Standing standing() {
        return new Standing(instant(), maybe(this::withdrawal));
    }

    private Withdrawal withdrawal() {
        return new Withdrawal("status-404", instant(), instant(), 1 + random.nextInt(3));
    }

    /** A release without what version 1 learned later. */
    public Release releaseOfTheFirstForm() {
        String body = text(20, 200);
        return new Release(
                Release.SCHEMA,
                "src:" + word(),
                1 + random.nextInt(5),
                pick(Release.State.values()),
                "src",
                maybe(this::publisher),
                url(),
                maybe(() -> "en"),
                maybe(this::word),
                maybe(this::word),
                published(),
                instant(),
                instant(),
                body,
                List.of(new Block(
                        pick(Block.Kind.values()), maybe(() -> "1."), 1 + random.nextInt(3), 0, body.length())),
                list(() -> entity(body)),
                list(() -> date(body)),
                list(() -> figure(body)),
                list(this::attachment),
                list(() -> new Link(url().toString(), word())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Provenance(word(), "1", maybe(() -> "UTF-8"), new Quality(random.nextDouble(), list(this::word))));
    }

    private static Release release(
            Release first,
            Optional<String> department,
            Optional<String> contact,
            Optional<String> licence,
            List<Image> images) {
        return new Release(
                first.schema(),
                first.id(),
                first.edition(),
                first.state(),
                first.source(),
                first.publisher(),
                first.url(),
                first.language(),
                first.title(),
                first.subtitle(),
                first.published(),
                first.fetchedAt(),
                first.firstSeenAt(),
                first.body(),
                first.blocks(),
                first.entities(),
                first.dates(),
                first.figures(),
                first.attachments(),
                first.links(),
                department,
                contact,
                licence,
                images,
                Optional.empty(),
                first.provenance());
    }

    public Change change() {
        Change first = changeOfTheFirstForm();
        return new Change(
                first.schema(),
                first.release(),
                first.edition(),
                first.kind(),
                first.significance(),
                first.at(),
                first.source(),
                first.url(),
                first.title(),
                first.text().stream()
                        .map(text -> new TextChange(text.before(), text.after(), list(this::wordChange)))
                        .toList(),
                first.figures(),
                list(() -> new EntityChange(
                        pick(Entity.Type.values()),
                        word(),
                        Optional.of(new EntityChange.Named(maybe(this::word))),
                        maybe(() -> new EntityChange.Named(maybe(this::word))))),
                maybe(() -> new DateChange(maybe(this::word), maybe(this::word))),
                first.kind() == Change.Kind.WITHDRAWN ? Optional.of(withdrawal()) : Optional.empty());
    }

    private WordChange wordChange() {
        return new WordChange(random.nextInt(9), 10 + random.nextInt(9), random.nextInt(9), 9 + random.nextInt(9));
    }

    /** A change without what version 1 learned later. */
    public Change changeOfTheFirstForm() {
        Change.Kind kind = pick(Change.Kind.values());
        String body = text(20, 50);
        return new Change(
                Change.SCHEMA,
                "src:" + word(),
                1 + random.nextInt(5),
                kind,
                kind == Change.Kind.REVISED ? Optional.of(pick(Change.Significance.values())) : Optional.empty(),
                instant(),
                "src",
                url(),
                maybe(this::word),
                list(() -> new TextChange(Optional.of(word()), maybe(this::word), List.of())),
                list(() -> new FigureChange(Optional.of(figure(body)), maybe(() -> figure(body)))),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public SourceStatus status() {
        SourceStatus.State state = pick(SourceStatus.State.values());
        return new SourceStatus(
                SourceStatus.SCHEMA,
                word(),
                state,
                state == SourceStatus.State.COMPLETE ? Optional.empty() : Optional.of(word()),
                instant(),
                maybe(this::instant),
                maybe(this::instant),
                maybe(() -> Duration.ofSeconds(random.nextInt(1_000_000))),
                maybe(this::instant),
                Map.of("pages-known", random.nextLong(1_000_000), "a", 0L),
                later.map(more -> List.of("seen " + more.nextInt(9))).orElse(List.of()),
                later.map(more -> List.of("warned " + more.nextInt(9))).orElse(List.of()));
    }

    public SourcePause pause() {
        return new SourcePause(SourcePause.SCHEMA, word(), word(), instant());
    }

    public FrontierEntry frontierEntry() {
        FrontierEntry entry = new FrontierEntry(
                FrontierEntry.SCHEMA,
                url(),
                url(),
                word(),
                pick(FrontierEntry.Kind.LISTING, FrontierEntry.Kind.PAGE),
                maybe(this::word),
                new ListingHint(maybe(this::word), maybe(this::word)),
                maybe(this::word),
                maybe(this::word),
                maybe(this::word),
                instant(),
                maybe(this::instant),
                maybe(this::instant),
                random.nextInt(10),
                Optional.empty());
        FrontierEntry kind = random.nextInt(4) == 0 ? file(entry) : entry;
        return later.map(more -> watched(kind, more)).orElse(kind);
    }

    private static FrontierEntry watched(FrontierEntry entry, Random more) {
        Instant day = Instant.ofEpochSecond(1_700_000_000L + more.nextInt(1_000_000), more.nextInt(1_000_000_000));
        Optional<Integer> lag = more.nextBoolean() ? Optional.of(more.nextInt(900)) : Optional.empty();
        PageSample page = new PageSample(day, more.nextInt(90), more.nextInt(9_000), lag, 1, 2, more.nextInt());
        Habit habit = Habit.none().arrived(List.of(day)).sampled(page);
        return entry.absent(absence(more))
                .habitual(more.nextBoolean() ? habit.read(day).gap(Optional.of(day)) : habit)
                .filling(day);
    }

    private static Optional<Absence> absence(Random more) {
        Instant day = Instant.ofEpochSecond(1_700_000_000L + more.nextInt(1_000_000));
        List<Absence.Kind> kinds = List.of(Absence.Kind.values());
        Absence.Kind kind = kinds.get(more.nextInt(kinds.size()));
        return more.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Absence(kind, day, day.plusSeconds(9), 1 + more.nextInt(5), true));
    }

    private FrontierEntry file(FrontierEntry entry) {
        return new FrontierEntry(
                entry.schema(),
                entry.url(),
                entry.requestUrl(),
                entry.source(),
                FrontierEntry.Kind.FILE,
                entry.siteId(),
                entry.hint(),
                entry.etag(),
                entry.lastModified(),
                entry.sha256(),
                entry.firstSeen(),
                entry.lastVisit(),
                entry.nextVisit(),
                entry.failures(),
                Optional.of(new AttachedTo(url(), word())));
    }

    public RawPage page() {
        byte[] bytes = new byte[random.nextInt(500)];
        random.nextBytes(bytes);
        Bytes body = Bytes.copyOf(bytes);
        return new RawPage(
                url(),
                body,
                new PageFacts(
                        word(),
                        maybe(this::publisher),
                        maybe(this::word),
                        url(),
                        url(),
                        100 + random.nextInt(500),
                        maybe(this::word),
                        instant(),
                        maybe(this::word),
                        maybe(this::word),
                        body.sha256(),
                        pick(Origin.values()),
                        new ListingHint(maybe(this::word), maybe(this::word)),
                        maybe(() -> new AttachedTo(url(), word())),
                        new PageSelectors(maybe(this::word), maybe(this::word), maybe(this::word), maybe(this::word)),
                        later.flatMap(Samples::absence)));
    }

    private Published published() {
        return random.nextBoolean()
                ? Published.unknown()
                : new Published(
                        Optional.of("2026-03-0" + (1 + random.nextInt(9))),
                        Optional.of(Published.Precision.DAY),
                        pick(Published.From.PAGE, Published.From.FEED, Published.From.JSON_LD));
    }

    private Publisher publisher() {
        return new Publisher(word(), maybe(() -> "KR"));
    }

    private Entity entity(String body) {
        return new Entity(
                word(),
                pick(Entity.Type.values()),
                word(),
                maybe(this::word),
                maybe(() -> "RU"),
                List.of(new Mention(0, 5, body.substring(0, 5), maybe(this::word))));
    }

    private DateMention date(String body) {
        LocalDate from = LocalDate.ofEpochDay(random.nextInt(30_000));
        return new DateMention(body.substring(2, 6), from, from.plusDays(random.nextInt(400)), 2, 6, maybe(this::word));
    }

    private Figure figure(String body) {
        boolean range = random.nextBoolean();
        BigDecimal number = new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(4));
        return new Figure(
                body.substring(1, 4),
                pick(Figure.Kind.values()),
                range ? Optional.empty() : Optional.of(number),
                maybe(this::word),
                range ? Optional.of(number) : Optional.empty(),
                range ? Optional.of(number.add(BigDecimal.TEN)) : Optional.empty(),
                random.nextBoolean(),
                maybe(() -> pick(Figure.Comparator.values())),
                maybe(() -> pick(Figure.Direction.values())),
                maybe(this::word),
                maybe(this::period),
                maybe(this::period),
                1,
                4,
                maybe(this::word),
                later.filter(Random::nextBoolean).map(dice -> new BigDecimal(dice.nextInt(1000)).movePointLeft(1)),
                later.filter(Random::nextBoolean)
                        .map(dice -> new Figure.Measure(
                                "km2", Optional.of(new BigDecimal(dice.nextInt(1000))), Optional.of("m2"))),
                later.filter(Random::nextBoolean)
                        .map(dice -> new Figure.Cell(
                                Optional.of("r" + dice.nextInt(9)),
                                dice.nextBoolean() ? Optional.of("c") : Optional.empty())));
    }

    private Period period() {
        LocalDate from = LocalDate.ofEpochDay(random.nextInt(30_000));
        return new Period(from, from.plusDays(random.nextInt(400)));
    }

    private Attachment attachment() {
        Attachment.Extraction extraction = pick(Attachment.Extraction.values());
        boolean read = extraction == Attachment.Extraction.OK || extraction == Attachment.Extraction.PARTIAL;
        return new Attachment(
                maybe(() -> url().toString()),
                word(),
                maybe(this::word),
                extraction,
                read ? maybe(this::word) : Optional.empty());
    }

    private URI url() {
        return URI.create("https://h" + random.nextInt(50) + ".example/p?id=" + random.nextInt(1_000));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
    }

    private String word() {
        return "w" + text(1, 12);
    }

    private String text(int min, int max) {
        StringBuilder text = new StringBuilder();
        int length = min + random.nextInt(max - min);
        while (text.length() < length) {
            int[] letters = ALPHABET.codePoints().toArray();
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        // Offsets of the samples fall between characters: what could be cut in half stands behind them.
        return "Text.." + new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
