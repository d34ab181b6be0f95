package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.page.Bytes;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceList;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A ministry with a habit: it publishes releases on its days, and later one thing or another happens to it. */
final class SimulatedMinistry {
    private static final int WINDOW = 30;

    /** How it publishes. */
    enum Habit {
        EVERY_WORKDAY(5, false),
        SEVERAL_A_WORKDAY(15, false),
        EVERY_DAY(7, true),
        MANY_EVERY_DAY(60, true),
        TWICE_A_WEEK(2, false),
        ONCE_A_WEEK(1, false),
        AS_IT_LIKES(5, true);

        private final double aWeek;
        private final boolean weekends;

        Habit(double aWeek, boolean weekends) {
            this.aWeek = aWeek;
            this.weekends = weekends;
        }

        /** Releases on a day on which it publishes, if it does so every day. */
        double aDay() {
            return aWeek / (weekends ? 7 : 5);
        }
    }

    final String id;
    final Habit habit;
    final Instant silentFrom;
    final List<Instant> log = new ArrayList<>();
    final Set<Integer> deleted = new HashSet<>();
    Instant redesignedFrom = Instant.MAX;
    Instant blockedFrom = Instant.MAX;
    Instant downFrom = Instant.MAX;
    Instant downUntil = Instant.MAX;
    boolean crawlDelay;

    private final List<Instant> releases = new ArrayList<>();
    private final boolean dayOnly;

    SimulatedMinistry(
            String id, Habit habit, Instant from, Instant to, Set<LocalDate> holidays, Instant silentFrom, long seed) {
        this.id = id;
        this.habit = habit;
        this.silentFrom = silentFrom;
        Random random = new Random(seed);
        this.dayOnly = random.nextBoolean();
        LocalDate weekday = LocalDate.EPOCH.plusDays(random.nextInt(5));
        for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
                day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(to);
                day = day.plusDays(1)) {
            boolean holiday = holidays.contains(day) && habit != Habit.MANY_EVERY_DAY;
            for (int i = holiday ? 0 : count(day, weekday, random); i > 0; i--) {
                releases.add(
                        day.atTime(8, 0).plusSeconds(random.nextInt(9 * 3_600)).toInstant(ZoneOffset.UTC));
            }
        }
        releases.sort(null);
    }

    private int count(LocalDate day, LocalDate weekday, Random random) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend && !habit.weekends) {
            return 0;
        }
        return switch (habit) {
            case EVERY_WORKDAY, EVERY_DAY -> 1;
            case SEVERAL_A_WORKDAY -> 2 + random.nextInt(3);
            case MANY_EVERY_DAY -> 6 + random.nextInt(6);
            case TWICE_A_WEEK ->
                day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY ? 1 : 0;
            case ONCE_A_WEEK -> day.getDayOfWeek().getValue() == 1 + Math.floorMod(weekday.toEpochDay(), 5) ? 1 : 0;
            case AS_IT_LIKES -> random.nextInt(7) < 5 ? random.nextInt(2) + random.nextInt(2) : 0;
        };
    }

    String host() {
        return id + ".example";
    }

    Source source() {
        return new Source(
                id,
                Optional.empty(),
                List.of(new SourceList(URI.create("https://" + host() + "/news"), Optional.empty())),
                Duration.ofMinutes(30),
                Source.Revisits.DEFAULT,
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    /** Returns how many releases it would have had between two moments, had it gone on. */
    long wouldHaveHad(Instant from, Instant to) {
        return releases.stream()
                .filter(at -> at.isAfter(from) && !at.isAfter(to))
                .count();
    }

    /** The address of its newest release at that moment. */
    int newest(Instant now) {
        return (int) releases.stream().filter(at -> isOut(at, now)).count() - 1;
    }

    private boolean isOut(Instant at, Instant now) {
        return !at.isAfter(now) && at.isBefore(silentFrom);
    }

    FetchOutcome answer(Ask ask, Instant now) {
        log.add(now);
        String path = ask.url().getPath();
        if (!now.isBefore(downFrom) && now.isBefore(downUntil)) {
            return new FetchOutcome.Failed("http-503", true, Duration.ZERO);
        }
        if (!now.isBefore(blockedFrom)) {
            return page(
                    ask,
                    "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script>",
                    now);
        }
        if (path.equals("/robots.txt")) {
            return crawlDelay
                    ? page(ask, "User-agent: *\nCrawl-delay: 10\n", now)
                    : new FetchOutcome.Failed("http-404", false, Duration.ZERO);
        }
        return path.equals("/news") ? page(ask, list(now), now) : release(ask, path, now);
    }

    private FetchOutcome release(Ask ask, String path, Instant now) {
        int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        return deleted.contains(number)
                ? new FetchOutcome.Failed("http-404", false, Duration.ZERO)
                : page(
                        ask,
                        "<title>Release %d of %s</title><h1>Release %d of %s</h1><p>%s</p>"
                                .formatted(
                                        number,
                                        id,
                                        number,
                                        id,
                                        ("The ministry says thing " + words(number) + ". ").repeat(30)),
                        now);
    }

    private static String words(int number) {
        return Integer.toString(number, 36).replaceAll("\\d", "zero")
                + Integer.toString(number)
                        .chars()
                        .mapToObj(digit -> Character.getName(digit))
                        .collect(java.util.stream.Collectors.joining(" "));
    }

    private String list(Instant now) {
        if (!now.isBefore(redesignedFrom)) {
            return "<title>News</title><div id=app></div><script src='/app.js'></script>";
        }
        StringBuilder html = new StringBuilder("<title>News</title><ul>");
        for (int i = newest(now), rows = 0; i >= 0 && rows < WINDOW; i--) {
            if (!deleted.contains(i)) {
                String date = releases.get(i).toString();
                html.append("<li><a href='/news/%d'>Release number %d of the ministry</a> <span>%s</span></li>"
                        .formatted(i, i, dayOnly ? date.substring(0, 10) : date.substring(0, 19) + "Z"));
                rows++;
            }
        }
        return html.append("</ul>").toString();
    }

    private static FetchOutcome page(Ask ask, String html, Instant now) {
        String etag = "\"" + html.hashCode() + "\"";
        return ask.validators().etag().equals(Optional.of(etag))
                ? new FetchOutcome.Unchanged()
                : new FetchOutcome.Fetched(
                        ask.url(),
                        200,
                        Optional.of("text/html; charset=utf-8"),
                        Optional.of(etag),
                        Optional.empty(),
                        Bytes.copyOf(html.getBytes(UTF_8)),
                        now);
    }
}
