package io.communique.app.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page from a file, with what is known of it: little, unless the file holds the whole answer, status line and headers first.
 */
final class SavedPage {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})\\b[^\r\n]*");
    /** Headers end within this many bytes, or the file is no saved answer. */
    private static final int HEAD_BYTES_MAX = 64 << 10;

    private SavedPage() {}

    /**
     * Returns the page of a file.
     *
     * @param savedAt when the file was written: the nearest thing to a fetch time that a file has
     */
    static RawPage of(URI url, byte[] content, Instant savedAt) {
        String head = new String(content, 0, Math.min(content.length, HEAD_BYTES_MAX), ISO_8859_1);
        Matcher status = STATUS_LINE.matcher(head);
        int bodyAt = endOfHeaders(head);
        if (!status.lookingAt() || bodyAt < 0) {
            return page(url, Bytes.copyOf(content), 200, Optional.empty(), savedAt);
        }
        Bytes body = Bytes.copyOf(Arrays.copyOfRange(content, bodyAt, content.length));
        return page(url, body, Integer.parseInt(status.group(1)), contentType(head.substring(0, bodyAt)), savedAt);
    }

    /** RFC 9112 section 2.1: an empty line parts headers and body; files often have bare line feeds. */
    private static int endOfHeaders(String head) {
        int crlf = head.indexOf("\r\n\r\n");
        int lf = head.indexOf("\n\n");
        if (crlf >= 0 && (lf < 0 || crlf < lf)) {
            return crlf + 4;
        }
        return lf < 0 ? -1 : lf + 2;
    }

    private static Optional<String> contentType(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring("content-type:".length()).strip())
                .findFirst();
    }

    private static RawPage page(URI url, Bytes body, int status, Optional<String> contentType, Instant savedAt) {
        PageFacts facts = new PageFacts(
                url.getHost(),
                Optional.empty(),
                Optional.empty(),
                url,
                url,
                status,
                contentType,
                savedAt,
                Optional.empty(),
                Optional.empty(),
                body.sha256(),
                Origin.REPLAY,
                ListingHint.none());
        return new RawPage(url, body, facts);
    }
}
