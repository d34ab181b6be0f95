package io.communique.app.command;

import io.communique.app.replay.Replay;
import io.communique.app.replay.ReplayCounts;
import io.communique.app.replay.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code communique replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Has enrich read pages of before once more, by its present rules; no ministry is asked for anything.",
            "",
            "A release that now reads differently comes out again in the same edition, marked by the header origin: replay; where nothing"
                    + " differs, nothing is said. Enrich must be running. Stop it as you like: the same command goes on where it stopped."
        },
        footer = {
            "",
            "Example:  communique replay                     after an upgrade of enrich",
            "          communique replay --source kr-mofa-en --from 2026-03-01"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration SAY_EVERY = Duration.ofSeconds(2);
    private static final Duration SAY_STUCK = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private StageOptions stage = new StageOptions();

    @Nullable
    @Option(names = "--source", paramLabel = "ID", description = "Only this source's pages.")
    private String source;

    @Nullable
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only pages fetched then or later: a day, or a time like 2026-03-01T08:00:00Z.")
    private String from;

    @Nullable
    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only pages fetched before that time, or on that day or before.")
    private String to;

    @Option(
            names = "--ahead",
            paramLabel = "N",
            defaultValue = "32",
            description =
                    "Pages that may wait for enrich at any time, so how many a live page waits for at most. Default: ${DEFAULT-VALUE}.")
    private int ahead;

    @Option(names = "--afresh", description = "Begin again, even if the same replay was stopped half-way.")
    private boolean afresh;

    private Instant said = Instant.EPOCH;
    private Instant moved = Instant.now();
    private long done;

    @Override
    public Integer call() throws InterruptedException {
        Selection selection = Settings.of(
                command,
                () -> new Selection(
                        Optional.ofNullable(source),
                        Optional.ofNullable(from).map(text -> time(text, "--from", 0)),
                        Optional.ofNullable(to).map(text -> time(text, "--to", 1))));
        stage.createTopics();
        try (Shutdown shutdown = new Shutdown();
                Replay replay = Settings.of(command, () -> new Replay(stage.brokers(), selection, ahead))) {
            if (replay.prepare(afresh)) {
                say("goes on with the replay that was stopped; --afresh begins again");
            }
            boolean complete = replay.run(shutdown::isAsked, this::report);
            if (!complete) {
                say("stopped; the same command goes on from here");
            }
            return 0;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new CommandFailedException("another replay was started and goes on in place of this one", e);
        } catch (KafkaException e) {
            throw unanswered(e);
        } catch (ExecutionException e) {
            throw unanswered(e.getCause() == null ? e : e.getCause());
        }
    }

    private CommandFailedException unanswered(Throwable e) {
        return new CommandFailedException(
                "the brokers at " + stage.brokers() + " did not answer: " + e.getMessage()
                        + "; the same command goes on from here",
                e);
    }

    private void report(ReplayCounts counts) {
        Instant now = Instant.now();
        long before = done;
        done = counts.replayed() - counts.waiting();
        boolean atEnd = counts.left() == 0 && counts.waiting() == 0;
        if (done != before || counts.waiting() == 0) {
            moved = now;
        }
        if (!atEnd && Duration.between(said, now).compareTo(SAY_EVERY) < 0) {
            return;
        }
        said = now;
        String stuck = Duration.between(moved, now).compareTo(SAY_STUCK) > 0
                ? "; enrich has read none for " + Duration.between(moved, now).toSeconds() + " s, is it running?"
                : "";
        say(String.format(
                Locale.ROOT,
                "%,d pages read again, %d on their way, %,d not chosen, %d no pages, %,d records left%s",
                done,
                counts.waiting(),
                counts.notChosen(),
                counts.unusable(),
                counts.left(),
                stuck));
    }

    private static void say(String line) {
        System.err.println("communique replay: " + line);
    }

    private Instant time(String text, String option, int daysBehind) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysBehind)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " must be a day like 2026-03-01 or a time like 2026-03-01T08:00:00Z: " + text,
                    e);
        }
    }
}
