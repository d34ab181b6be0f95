package io.communique.ingest.warc;

import io.communique.contract.page.Bytes;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads the answers that a WARC file holds, compressed or not, one at a time. */
final class WarcFile {
    private static final URI NOWHERE = URI.create("https://unknown.invalid/");

    private WarcFile() {}

    /**
     * Hands every answer of status 2xx with a body to {@code taker}, in the order of the file.
     *
     * @param bodyBytesMax larger bodies, after decoding, are passed over
     * @return what was passed over
     * @throws IOException if the file cannot be read, or is no WARC file; what was handed over until then counts
     */
    static Passed read(Path file, long bodyBytesMax, Consumer<Archived> taker) throws IOException {
        int others = 0;
        int unreadable = 0;
        int tooLarge = 0;
        try (WarcReader reader = new WarcReader(file)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                if (!(record.get() instanceof WarcResponse response)) {
                    others++;
                    continue;
                }
                try {
                    Optional<Archived> answer = answer(response, bodyBytesMax);
                    answer.ifPresent(taker);
                    others += answer.isPresent() ? 0 : 1;
                } catch (TooLargeException e) {
                    tooLarge++;
                } catch (IOException | RuntimeException e) {
                    // One broken answer must not cost the others; jwarc throws either for one.
                    unreadable++;
                }
            }
        }
        return new Passed(others, unreadable, tooLarge);
    }

    private static Optional<Archived> answer(WarcResponse response, long bodyBytesMax) throws IOException {
        boolean isHttp = response.contentType().base().toString().equals("application/http");
        Optional<URI> url = CanonicalUrl.resolve(NOWHERE, response.target());
        if (!isHttp || url.isEmpty() || response.http().status() / 100 != 2) {
            return Optional.empty();
        }
        HttpResponse http = response.http();
        byte[] body = http.bodyDecoded().stream().readNBytes((int) bodyBytesMax + 1);
        if (body.length > bodyBytesMax) {
            throw new TooLargeException();
        }
        return body.length == 0
                ? Optional.empty()
                : Optional.of(new Archived(
                        url.get(),
                        response.date().truncatedTo(ChronoUnit.MILLIS),
                        http.status(),
                        http.headers().first("Content-Type"),
                        http.headers().first("ETag"),
                        http.headers().first("Last-Modified"),
                        response.headers().first(WarcExport.TITLE),
                        response.headers().first(WarcExport.DATE),
                        Bytes.copyOf(body)));
    }

    /**
     * An archived answer.
     *
     * @param url that was asked for
     * @param at when it was
     * @param title that a list gave it, if the archive is one of ours
     * @param date that a list gave it, if the archive is one of ours
     * @param body after content decoding
     */
    record Archived(
            URI url,
            Instant at,
            int status,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<String> title,
            Optional<String> date,
            Bytes body) {
        Archived {
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(etag, "etag");
            Objects.requireNonNull(lastModified, "lastModified");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(date, "date");
        }
    }

    /**
     * What was not handed over.
     *
     * @param others requests, metadata, answers that are no pages
     * @param unreadable answers that are broken
     * @param tooLarge answers with a larger body than is taken
     */
    record Passed(int others, int unreadable, int tooLarge) {}

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
