package io.communique.app.command;

import io.communique.app.operate.SourcePauses;
import io.communique.contract.json.Json;
import io.communique.contract.status.SourcePause;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Topics;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code communique sources}. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the sources with their states, and pauses and resumes one.",
            "",
            "A pause holds in every running process within seconds, without a restart, and survives one. It travels by the topic"
                    + " press.source-pauses; a source whose own file says paused stays paused whatever is said here."
        })
public final class SourcesCommand {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private BrokerOptions brokers = new BrokerOptions();

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:COMMUNIQUE_SOURCES:-sources}",
            description = "Directory of source files. Environment: COMMUNIQUE_SOURCES. Default: ${DEFAULT-VALUE}.")
    private Path sources = Path.of("sources");

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Prints every source that a file or the status topic knows.",
                "",
                "One JSON line each: {\"source\",\"watched\",\"paused\",\"pausedSince\",\"state\",\"reason\",\"asOf\",\"lastFetch\","
                        + "\"lastNewRelease\",\"expectedNext\"}; state and what follows are null before the first visit."
            })
    int list() {
        SourceCatalogue catalogue = SourceCatalogue.load(sources);
        Map<String, SourceStatus> states = CompactedTopic.read(brokers.brokers(), Topics.SOURCE_STATUS);
        Map<String, SourcePause> pauses = CompactedTopic.read(brokers.brokers(), Topics.SOURCE_PAUSES);
        TreeSet<String> ids = new TreeSet<>(states.keySet());
        catalogue.all().forEach(source -> ids.add(source.id()));
        try (JsonLines out = new JsonLines()) {
            for (String id : ids) {
                out.line(line(id, catalogue, Optional.ofNullable(pauses.get(id)), Optional.ofNullable(states.get(id))));
            }
        }
        return 0;
    }

    private static ObjectNode line(
            String id, SourceCatalogue catalogue, Optional<SourcePause> pause, Optional<SourceStatus> status) {
        return Json.mapper()
                .createObjectNode()
                .put("source", id)
                .put("watched", catalogue.find(id).isPresent())
                .put(
                        "paused",
                        pause.map(SourcePause::reason)
                                .or(() -> catalogue.pauseReason(id))
                                .orElse(null))
                .put("pausedSince", text(pause.map(SourcePause::since)))
                .put(
                        "state",
                        status.map(known ->
                                        Json.mapper().valueToTree(known.state()).asString())
                                .orElse(null))
                .put("reason", status.flatMap(SourceStatus::reason).orElse(null))
                .put("asOf", text(status.map(SourceStatus::asOf)))
                .put("lastFetch", text(status.flatMap(SourceStatus::lastFetch)))
                .put("lastNewRelease", text(status.flatMap(SourceStatus::lastNewRelease)))
                .put("expectedNext", text(status.flatMap(SourceStatus::expectedNext)));
    }

    @Nullable
    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Leaves a source alone from now on.")
    int pause(
            @Parameters(paramLabel = "SOURCE", description = "Id of the source.") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; it stands in the status and in the list of sources.")
                    String reason) {
        require(id);
        if (reason.isBlank()) {
            throw new ParameterException(command.commandLine(), "--reason must say why");
        }
        say(pauses -> pauses.pause(id, reason.strip(), Instant.now()));
        System.err.println("communique sources: " + id + " is paused");
        return 0;
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Watches a source again.")
    int resume(@Parameters(paramLabel = "SOURCE", description = "Id of the source.") String id) {
        Source source = require(id);
        if (source.paused()) {
            throw new CommandFailedException("the file of " + id + " says paused; take that out of the file");
        }
        say(pauses -> pauses.resume(id));
        System.err.println("communique sources: " + id + " is resumed");
        return 0;
    }

    private Source require(String id) {
        return SourceCatalogue.load(sources)
                .find(id)
                .orElseThrow(() ->
                        new ParameterException(command.commandLine(), "there is no source " + id + " in " + sources));
    }

    private void say(Consumer<SourcePauses> word) {
        try {
            word.accept(new SourcePauses(brokers.brokers()));
        } catch (KafkaException e) {
            throw new CommandFailedException(
                    "the brokers at " + brokers.brokers() + " did not take it: " + e.getMessage(), e);
        }
    }
}
