package io.communique.ingest.probe;

import io.communique.contract.page.Bytes;
import io.communique.ingest.fetch.FetchOutcome;
import io.communique.ingest.source.ListRequest;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers from a directory: its {@code urls.tsv} names in each line a file and, behind a tab, the address that it was saved from. Whatever is not
 * there is a 404. Nothing is known of robots.txt.
 */
public final class SavedAnswers implements Answers {
    /** Names the files' addresses. */
    public static final String INDEX = "urls.tsv";

    private static final long FILE_BYTES_MAX = 64L << 20;

    private final Map<URI, Path> files = new HashMap<>();

    private SavedAnswers() {}

    /**
     * Opens a directory.
     *
     * @throws IllegalArgumentException if its index is missing or wrong; the message says where
     */
    public static SavedAnswers in(Path directory) {
        SavedAnswers answers = new SavedAnswers();
        Path index = directory.resolve(INDEX);
        List<String> lines;
        try {
            lines = Files.readAllLines(index);
        } catch (IOException e) {
            throw new IllegalArgumentException(index + " cannot be read: " + e, e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t", -1);
            if (lines.get(i).isBlank()) {
                continue;
            }
            Optional<URI> url = parts.length == 2
                    ? CanonicalUrl.resolve(URI.create("https://unknown.invalid/"), parts[1])
                    : Optional.empty();
            if (url.isEmpty()) {
                throw new IllegalArgumentException(index + " line " + (i + 1) + " is no file, tab and address");
            }
            answers.files.put(CanonicalUrl.key(url.get(), List.of()), directory.resolve(parts[0]));
        }
        return answers;
    }

    @Override
    public FetchOutcome ask(ListRequest request) {
        Path file = files.get(CanonicalUrl.key(request.url(), List.of()));
        if (file == null) {
            return new FetchOutcome.Failed("http-404", false, Duration.ZERO);
        }
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                return new FetchOutcome.TooLarge(FILE_BYTES_MAX);
            }
            Instant saved = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
            Bytes body = Bytes.copyOf(Files.readAllBytes(file));
            return new FetchOutcome.Fetched(
                    request.url(), 200, Optional.empty(), Optional.empty(), Optional.empty(), body, saved);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @Override
    public String robots(URI url) {
        return "unknown";
    }

    @Override
    public void close() {}
}
