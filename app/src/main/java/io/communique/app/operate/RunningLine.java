package io.communique.app.operate;

import io.communique.app.letters.Letter;
import io.communique.app.letters.LetterBox;
import io.communique.app.status.StageProgress;
import io.communique.app.status.StageStatus;
import io.communique.app.topic.TopicReader;
import io.communique.contract.status.SourceStatus;
import io.communique.contract.topic.Brokers;
import io.communique.contract.topic.Topics;
import io.communique.desk.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The line as its brokers show it. What many look at is asked for once in a few seconds. */
public final class RunningLine implements Operations {
    private static final Duration WATCHED = Duration.ofMillis(500);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Brokers brokers;
    private final Recent<List<SourceStatus>> sources = new Recent<>(FRESH, this::readSources);
    private final Recent<List<Stage>> stages = new Recent<>(FRESH, this::readStages);
    private final Recent<List<Letter>> letters = new Recent<>(FRESH, this::readLetters);

    /** Asks the brokers. */
    public RunningLine(Brokers brokers) {
        this.brokers = brokers;
    }

    @Override
    public List<SourceStatus> sources() {
        return sources.get();
    }

    private List<SourceStatus> readSources() {
        return asked(() -> {
            try (TopicReader reader = new TopicReader(brokers)) {
                return List.copyOf(reader.latest(Topics.SOURCE_STATUS).values());
            }
        });
    }

    @Override
    public void pause(String source, String reason) {
        asked(() -> {
            new SourcePauses(brokers).pause(source, reason, Instant.now());
            return source;
        });
        sources.forget();
    }

    @Override
    public void resume(String source) {
        asked(() -> {
            new SourcePauses(brokers).resume(source);
            return source;
        });
        sources.forget();
    }

    @Override
    public List<Stage> stages() {
        return stages.get();
    }

    private List<Stage> readStages() {
        return asked(() -> {
            try {
                return StageProgress.look(brokers, WATCHED).stream()
                        .map(RunningLine::stage)
                        .toList();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
    }

    private static Stage stage(StageStatus status) {
        return new Stage(
                status.stage(),
                status.members(),
                status.backlog().map(StageStatus.Backlog::waiting),
                status.backlog().flatMap(StageStatus.Backlog::oldest),
                status.backlog().map(StageStatus.Backlog::outPerSecond).orElse(0.0));
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return letters.get().stream()
                .filter(letter -> letter.state() == Letter.State.OPEN)
                .sorted(Comparator.comparing(Letter::at).reversed())
                .limit(limit)
                .map(RunningLine::deadLetter)
                .toList();
    }

    private List<Letter> readLetters() {
        return asked(() -> {
            try (LetterBox box = new LetterBox(brokers)) {
                return List.copyOf(box.letters());
            }
        });
    }

    private static DeadLetter deadLetter(Letter letter) {
        return new DeadLetter(
                letter.place().toString(),
                letter.stage(),
                letter.detail().isEmpty() ? letter.reason() : letter.reason() + ": " + letter.detail(),
                letter.key(),
                letter.at(),
                LetterBox.whyNot(letter).isEmpty());
    }

    @Override
    public Optional<String> retry(String place) {
        return asked(() -> {
            try (LetterBox box = new LetterBox(brokers)) {
                Optional<Letter> letter = box.letters().stream()
                        .filter(one -> one.place().toString().equals(place))
                        .findFirst();
                if (letter.isEmpty()) {
                    return Optional.of("there is no such letter any more");
                }
                Optional<String> whyNot = LetterBox.whyNot(letter.get());
                if (whyNot.isEmpty()) {
                    box.retry(List.of(letter.get()));
                    letters.forget();
                }
                return whyNot;
            }
        });
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new UnavailableException("the brokers at " + brokers + " do not answer", e);
        }
    }
}
