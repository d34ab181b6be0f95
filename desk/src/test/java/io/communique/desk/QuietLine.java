package io.communique.desk;

import io.communique.contract.status.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line that answers what a test has it answer, and remembers what it was told. */
public final class QuietLine implements Operations {
    /** What it was told to do, in order. */
    public final List<String> told = new ArrayList<>();

    @Override
    public List<SourceStatus> sources() {
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        return List.of(
                new SourceStatus(
                        SourceStatus.SCHEMA,
                        "ports",
                        SourceStatus.State.STALE,
                        Optional.of("nothing came when something was due " + Hostile.MARKUP),
                        now,
                        Optional.of(now),
                        Optional.of(now.minus(Duration.ofDays(9))),
                        Optional.of(Duration.ofDays(2)),
                        Optional.of(now.minus(Duration.ofDays(7))),
                        Map.of(),
                        List.of("https://ports.example/ answered 503"),
                        List.of()),
                new SourceStatus(
                        SourceStatus.SCHEMA,
                        "roads",
                        SourceStatus.State.PAUSED,
                        Optional.of("works"),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    @Override
    public void pause(String source, String reason) {
        told.add("pause " + source + ": " + reason);
    }

    @Override
    public void resume(String source) {
        told.add("resume " + source);
    }

    @Override
    public List<Stage> stages() {
        return List.of(
                new Stage("ingest", 1, Optional.empty(), Optional.empty(), 0),
                new Stage("enrich", 0, Optional.of(1_234L), Optional.of(Instant.now()), 0.5),
                new Stage("sink", 1, Optional.of(0L), Optional.empty(), 3));
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return List.of(
                new DeadLetter(
                        "0@17", "enrich", "unreadable: " + Hostile.MARKUP, Optional.of("key"), Instant.now(), true),
                new DeadLetter("1@3", "ingest", "too-large", Optional.empty(), Instant.now(), false));
    }

    @Override
    public Optional<String> retry(String place) {
        told.add("retry " + place);
        return place.equals("0@17") ? Optional.empty() : Optional.of("there is no such letter any more");
    }
}
