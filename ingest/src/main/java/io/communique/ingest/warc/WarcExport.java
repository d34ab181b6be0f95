package io.communique.ingest.warc;

import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes pages as an archive: a {@code response} record each, with the body as it was after content decoding and with the headers that were
 * kept. What was not kept (the request, other headers) is not invented.
 */
public final class WarcExport implements AutoCloseable {
    static final String SOURCE = "Communique-Source";
    static final String TITLE = "Communique-Listing-Title";
    static final String DATE = "Communique-Listing-Date";

    private final WarcWriter writer;

    /**
     * Begins an archive.
     *
     * @param compressed whether each record is a gzip member of its own, as {@code .warc.gz} files have it
     */
    public WarcExport(OutputStream out, boolean compressed) throws IOException {
        writer = new WarcWriter(Channels.newChannel(out), compressed ? WarcCompression.GZIP : WarcCompression.NONE);
        writer.write(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .fields(Map.of("software", List.of("Communique"), "format", List.of("WARC File Format 1.1")))
                .build());
    }

    /** Writes a page. */
    public void write(RawPage page) throws IOException {
        PageFacts facts = page.facts();
        HttpResponse.Builder http = new HttpResponse.Builder(facts.status(), "OK").version(MessageVersion.HTTP_1_1);
        facts.etag().ifPresent(etag -> http.addHeader("ETag", oneLine(etag)));
        facts.lastModified().ifPresent(modified -> http.addHeader("Last-Modified", oneLine(modified)));
        facts.contentType().ifPresent(type -> http.addHeader("Content-Type", oneLine(type)));
        http.addHeader("Content-Length", Integer.toString(page.body().size()));
        try (InputStream body = page.body().openStream()) {
            http.body(null, Channels.newChannel(body), page.body().size());
            WarcResponse.Builder response = new WarcResponse.Builder(facts.requestedUrl())
                    .version(MessageVersion.WARC_1_1)
                    .date(facts.fetchedAt())
                    .payloadDigest("sha256", facts.sha256())
                    .body(MediaType.HTTP_RESPONSE, http.build());
            response.addHeader(SOURCE, facts.source());
            facts.hint().title().ifPresent(title -> response.addHeader(TITLE, oneLine(title)));
            facts.hint().date().ifPresent(date -> response.addHeader(DATE, oneLine(date)));
            writer.write(response.build());
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A header ends with its line. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
