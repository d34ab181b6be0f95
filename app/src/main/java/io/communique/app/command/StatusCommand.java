package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.letters.Letter;
import io.communique.app.letters.LetterBox;
import io.communique.app.status.StageProgress;
import io.communique.app.status.StageStatus;
import io.communique.contract.json.Json;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code communique status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says how the line stands: what waits for each stage and since when, dead letters, and sources that are not complete.",
            "",
            "Asks the brokers alone, so it works whatever has died. With --json one object:"
                    + " {\"asOf\",\"stages\",\"deadLetters\",\"sources\"}."
        })
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions brokers = new BrokerOptions();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Option(
            names = "--watch-seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How long to watch for the rates. Default: ${DEFAULT-VALUE}.")
    private int watchSeconds;

    @Override
    public Integer call() throws InterruptedException {
        List<StageStatus> stages = stages();
        Instant now = Instant.now();
        SortedMap<String, Long> letters = openLetters();
        Collection<SourceStatus> sources =
                CompactedTopic.read(brokers.brokers(), Topics.SOURCE_STATUS).values();
        if (json) {
            try (JsonLines out = new JsonLines()) {
                out.pretty(object(now, stages, letters, sources));
            }
        } else {
            show(now, stages, letters, sources, new PrintStream(System.out, true, UTF_8));
        }
        return 0;
    }

    private List<StageStatus> stages() throws InterruptedException {
        try {
            return StageProgress.look(brokers.brokers(), Duration.ofSeconds(Math.max(1, watchSeconds)));
        } catch (KafkaException e) {
            throw unanswered(e);
        }
    }

    private SortedMap<String, Long> openLetters() {
        SortedMap<String, Long> open = new TreeMap<>();
        try (LetterBox box = new LetterBox(brokers.brokers())) {
            for (Letter letter : box.letters()) {
                if (letter.state() == Letter.State.OPEN) {
                    open.merge(letter.stage() + " " + letter.reason(), 1L, Long::sum);
                }
            }
            return open;
        } catch (KafkaException e) {
            throw unanswered(e);
        }
    }

    private CommandFailedException unanswered(Throwable e) {
        return new CommandFailedException(
                "no answer from the brokers at " + brokers.brokers() + ": " + e.getMessage(), e);
    }

    private static ObjectNode object(
            Instant now, List<StageStatus> stages, SortedMap<String, Long> letters, Collection<SourceStatus> sources) {
        ObjectNode all = Json.mapper().createObjectNode().put("asOf", now.toString());
        ArrayNode lines = all.putArray("stages");
        for (StageStatus stage : stages) {
            ObjectNode line = lines.addObject().put("stage", stage.stage()).put("members", stage.members());
            stage.backlog()
                    .ifPresent(backlog -> line.put("waiting", backlog.waiting())
                            .put("inPerSecond", backlog.inPerSecond())
                            .put("outPerSecond", backlog.outPerSecond())
                            .put("oldest", text(backlog.oldest())));
        }
        ArrayNode open = all.putArray("deadLetters");
        letters.forEach((kind, count) -> open.addObject()
                .put("stage", kind.substring(0, kind.indexOf(' ')))
                .put("reason", kind.substring(kind.indexOf(' ') + 1))
                .put("open", count));
        all.set("sources", Json.mapper().valueToTree(sources));
        return all;
    }

    @Nullable
    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static void show(
            Instant now,
            List<StageStatus> stages,
            SortedMap<String, Long> letters,
            Collection<SourceStatus> sources,
            PrintStream out) {
        out.printf(
                Locale.ROOT, "%-8s %8s %10s %9s %9s  %s%n", "stage", "running", "waiting", "in/s", "out/s", "oldest");
        for (StageStatus stage : stages) {
            out.println(line(now, stage));
        }
        out.println();
        out.println(letters.isEmpty() ? "no dead letters" : "dead letters (communique dead-letters list):");
        letters.forEach((kind, count) -> out.printf(Locale.ROOT, "%8d  %s%n", count, kind));
        out.println();
        Map<String, Long> states = new TreeMap<>();
        sources.forEach(source -> states.merge(word(source.state()), 1L, Long::sum));
        out.println(sources.isEmpty() ? "no source was visited yet" : "sources: " + counted(states));
        sources.stream()
                .filter(source -> source.state() != SourceStatus.State.COMPLETE)
                .forEach(source -> out.println(line(now, source)));
    }

    private static String line(Instant now, StageStatus stage) {
        String running = stage.members() == 0 ? "none" : Integer.toString(stage.members());
        return stage.backlog()
                .map(backlog -> String.format(
                        Locale.ROOT,
                        "%-8s %8s %,10d %9.1f %9.1f  %s",
                        stage.stage(),
                        running,
                        backlog.waiting(),
                        backlog.inPerSecond(),
                        backlog.outPerSecond(),
                        backlog.oldest().map(at -> ago(at, now)).orElse("-")))
                .orElseGet(() -> String.format(Locale.ROOT, "%-8s %8s", stage.stage(), running));
    }

    private static String line(Instant now, SourceStatus source) {
        return String.format(
                Locale.ROOT,
                "  %-8s  %-24s  %s; last new release %s",
                word(source.state()),
                source.source(),
                source.reason().orElse("").replaceAll("\\p{Cntrl}", " "),
                source.lastNewRelease().map(at -> ago(at, now)).orElse("never"));
    }

    private static String counted(Map<String, Long> states) {
        return states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String word(SourceStatus.State state) {
        return Json.mapper().valueToTree(state).asString();
    }

    /** In the largest unit that leaves a figure of at least two. */
    private static String ago(Instant at, Instant now) {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min ago";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h ago" : seconds / 86_400 + " days ago";
    }
}
