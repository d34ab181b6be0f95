package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.app.letters.Letter;
import io.communique.app.letters.LetterBox;
import io.communique.contract.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code communique dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a stage could not use, and puts it back or lays it aside.",
            "",
            "A letter is named partition@offset, as the list shows it. It is open until it is retried or dropped; either is a record on"
                    + " press.dead-letters too, so everybody sees it, and a letter is retried once, whatever dies meanwhile."
        },
        footer = {
            "",
            "Example:  communique dead-letters list --reason enrichment-failed",
            "          communique dead-letters retry --all --stage enrich"
        })
public final class DeadLettersCommand {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private BrokerOptions brokers = new BrokerOptions();

    /** Which letters are meant. */
    static final class Chosen {
        @Nullable
        @Option(names = "--stage", paramLabel = "NAME", description = "Only letters of this stage.")
        private String stage;

        @Nullable
        @Option(names = "--reason", paramLabel = "WORD", description = "Only letters with this reason.")
        private String reason;

        private boolean test(Letter letter) {
            return (stage == null || stage.equals(letter.stage()))
                    && (reason == null || reason.equals(letter.reason()));
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the open letters, oldest place first.",
                "",
                "One JSON line each: {\"letter\",\"state\",\"at\",\"stage\",\"reason\",\"detail\",\"from\",\"key\",\"bytes\",\"retry\"};"
                        + " retry is null if it can be put back, or says why not."
            })
    int list(
            @Mixin Chosen chosen,
            @Option(names = "--settled", description = "Those that were retried or dropped, too.") boolean settled) {
        try (LetterBox box = new LetterBox(brokers.brokers());
                JsonLines out = new JsonLines()) {
            box.letters().stream()
                    .filter(chosen::test)
                    .filter(letter -> settled || letter.state() == Letter.State.OPEN)
                    .forEach(letter -> out.line(line(letter)));
        } catch (KafkaException e) {
            throw unanswered(e);
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Prints one letter whole.",
                "",
                "One JSON object: what the list shows, and \"headers\" and \"value\" as text. What is no text is damaged by that; --raw"
                        + " gives the bytes."
            })
    int show(
            @Parameters(paramLabel = "LETTER", description = "Its name, such as 0@17.") String name,
            @Option(names = "--raw", description = "The value's bytes alone, as received.") boolean raw) {
        Letter.Place place = place(name);
        try (LetterBox box = new LetterBox(brokers.brokers())) {
            Letter letter = known(List.of(place), all(box)).get(0);
            ConsumerRecord<byte[], byte[]> record = box.open(place).orElseThrow(() -> gone(place));
            if (raw) {
                bytes(record.value());
            } else {
                try (JsonLines out = new JsonLines()) {
                    out.pretty(whole(letter, record));
                }
            }
        } catch (KafkaException e) {
            throw unanswered(e);
        }
        return 0;
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Puts letters back where they came from, for the stage to try again.",
                "",
                "Do it once the cause is mended, or they come back. Letters that never were on a topic cannot be put back."
            })
    int retry(
            @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Their names, such as 0@17.")
                    List<String> names,
            @Option(names = "--all", description = "All open letters that --stage and --reason leave.") boolean all,
            @Mixin Chosen chosen) {
        try (LetterBox box = new LetterBox(brokers.brokers())) {
            List<Letter> letters = meant(names, all, chosen, box);
            List<Letter> possible = letters.stream()
                    .filter(letter -> LetterBox.whyNot(letter).isEmpty())
                    .toList();
            letters.forEach(letter -> LetterBox.whyNot(letter).ifPresent(why -> say(letter.place() + ": " + why)));
            int done = possible.isEmpty() ? 0 : box.retry(possible);
            say(done + " of " + letters.size() + " letters put back");
            return done == letters.size() ? 0 : 1;
        } catch (KafkaException e) {
            throw unanswered(e);
        }
    }

    @Command(
            name = "drop",
            mixinStandardHelpOptions = true,
            description =
                    "Says of letters that nothing is to be done. They stay where they are and can still be retried.")
    int drop(
            @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Their names, such as 0@17.")
                    List<String> names,
            @Option(names = "--all", description = "All open letters that --stage and --reason leave.") boolean all,
            @Option(
                            names = "--why",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Why, for whoever looks next.")
                    String why,
            @Mixin Chosen chosen) {
        try (LetterBox box = new LetterBox(brokers.brokers())) {
            List<Letter> letters = meant(names, all, chosen, box).stream()
                    .filter(letter -> letter.state() == Letter.State.OPEN)
                    .toList();
            if (!letters.isEmpty()) {
                box.drop(letters, why);
            }
            say(letters.size() + " letters dropped");
            return 0;
        } catch (KafkaException e) {
            throw unanswered(e);
        }
    }

    private List<Letter> meant(List<String> names, boolean all, Chosen chosen, LetterBox box) {
        if (all == (names != null && !names.isEmpty())) {
            throw new ParameterException(command.commandLine(), "name letters, or say --all");
        }
        Map<Letter.Place, Letter> letters = all(box);
        if (all) {
            return letters.values().stream()
                    .filter(letter -> letter.state() == Letter.State.OPEN)
                    .filter(chosen::test)
                    .toList();
        }
        return known(names.stream().map(this::place).distinct().toList(), letters);
    }

    private static Map<Letter.Place, Letter> all(LetterBox box) {
        return box.letters().stream().collect(Collectors.toMap(Letter::place, Function.identity()));
    }

    private static List<Letter> known(List<Letter.Place> places, Map<Letter.Place, Letter> letters) {
        List<Letter> known = new ArrayList<>();
        for (Letter.Place place : places) {
            known.add(Optional.ofNullable(letters.get(place)).orElseThrow(() -> gone(place)));
        }
        return known;
    }

    private Letter.Place place(String name) {
        return Settings.of(command, () -> Letter.Place.parse(name));
    }

    private static ObjectNode line(Letter letter) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("letter", letter.place().toString());
        line.set("state", Json.mapper().valueToTree(letter.state()));
        return line.put("at", letter.at().toString())
                .put("stage", letter.stage())
                .put("reason", letter.reason())
                .put("detail", letter.detail())
                .put("from", letter.from().orElse(null))
                .put("key", letter.key().orElse(null))
                .put("bytes", letter.bytes())
                .put("retry", LetterBox.whyNot(letter).orElse(null));
    }

    private static ObjectNode whole(Letter letter, ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = line(letter);
        ObjectNode headers = line.putObject("headers");
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }
        return line.put("value", record.value() == null ? null : new String(record.value(), UTF_8));
    }

    private static void bytes(byte @Nullable [] value) {
        if (value != null) {
            System.out.write(value, 0, value.length);
        }
        if (System.out.checkError()) {
            throw new CommandFailedException("nobody reads the output any more");
        }
    }

    private static void say(String line) {
        System.err.println("communique dead-letters: " + line);
    }

    private static CommandFailedException gone(Letter.Place place) {
        return new CommandFailedException("there is no letter " + place + ", or it is no longer kept");
    }

    private CommandFailedException unanswered(KafkaException e) {
        return new CommandFailedException(
                "the dead letters of " + brokers.brokers() + " cannot be read or written: " + e.getMessage(), e);
    }
}
