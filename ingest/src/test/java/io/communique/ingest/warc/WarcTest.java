package io.communique.ingest.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.communique.contract.page.Bytes;
import io.communique.contract.page.ListingHint;
import io.communique.contract.page.Origin;
import io.communique.contract.page.PageFacts;
import io.communique.contract.page.RawPage;
import io.communique.ingest.source.Source;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceList;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WarcTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.250Z");
    private static final URI LIST = URI.create("https://ports.example/list");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsExportedIsImportedAsItWas(boolean compressed) throws IOException {
        Bytes body = Bytes.copyOf("<h1>항만 안전</h1>".getBytes(Charset.forName("EUC-KR")));
        RawPage page = page(
                "https://ports.example/view?id=7",
                body,
                Optional.of("text/html; charset=euc-kr"),
                new ListingHint(Optional.of("항만\n안전"), Optional.of("2026-03-02")));
        Path file = export(compressed, page);

        List<RawPage> read = new ArrayList<>();
        WarcImport.Counts counts = new WarcImport(catalogue(), 1_000_000).read(file, read::add);

        assertThat(counts).isEqualTo(new WarcImport.Counts(1, 0, 0, 0));
        assertThat(read).singleElement().satisfies(again -> {
            assertThat(again.url()).isEqualTo(page.url());
            assertThat(again.body()).isEqualTo(body);
            assertThat(again.facts().fetchedAt()).isEqualTo(AT);
            assertThat(again.facts().contentType()).isEqualTo(page.facts().contentType());
            assertThat(again.facts().etag()).contains("\"x\"");
            assertThat(again.facts().siteId()).contains("7");
            assertThat(again.facts().origin()).isEqualTo(Origin.BACKFILL);
            assertThat(again.facts().hint().title()).contains("항만 안전");
            assertThat(again.facts().hint().date()).contains("2026-03-02");
        });
    }

    @Test
    void aFileSaysThatItIsWarcOfTheVersionThatWeName() throws IOException {
        String text = Files.readString(export(false, page("https://ports.example/view?id=7", bytes("<h1>a</h1>"))));

        assertThat(text).startsWith("WARC/1.1\r\n").contains("WARC-Type: warcinfo", "WARC-Type: response");
        assertThat(text.split("WARC/1\\.1\r\n", -1)).hasSize(3);
    }

    @Test
    void ofSomebodyElsesCrawlOnlyReleasesAreTakenAndTheirListsAreHeard() throws IOException {
        Path file = export(
                true,
                page("https://ports.example/view?id=7&page=3", bytes("<h1>Ferry line</h1>")),
                page("https://ports.example/about", bytes("<h1>About us</h1>")),
                page("https://ports.example/special/ferry", bytes("<h1>Ferry day</h1>")),
                page("https://elsewhere.example/view?id=9", bytes("<h1>Ours not</h1>")),
                page(
                        LIST.toString(),
                        bytes(
                                "<ul><li><a href='/view?id=7'>Ferry line opens to the north</a> 2026-03-02</li>"
                                        + "<li><a href='/special/ferry'>A day of open doors on the ferry</a> 2026-03-01</li></ul>")));

        List<RawPage> read = new ArrayList<>();
        WarcImport.Counts counts = new WarcImport(catalogue(), 1_000_000).read(file, read::add);

        assertThat(read)
                .extracting(page -> page.url().toString())
                .containsExactly("https://ports.example/view?id=7", "https://ports.example/special/ferry");
        assertThat(read)
                .extracting(page -> page.facts().hint().title().orElseThrow())
                .containsExactly("Ferry line opens to the north", "A day of open doors on the ferry");
        assertThat(counts).isEqualTo(new WarcImport.Counts(2, 3, 0, 0));
    }

    @Test
    void aPageThatIsTooLargeIsCountedAndItsNeighboursPass() throws IOException {
        Path file = export(
                false,
                page("https://ports.example/view?id=7", bytes("x".repeat(5_000))),
                page("https://ports.example/view?id=8", bytes("<h1>b</h1>")));

        List<RawPage> read = new ArrayList<>();
        WarcImport.Counts counts = new WarcImport(catalogue(), 4_000).read(file, read::add);

        assertThat(counts).isEqualTo(new WarcImport.Counts(1, 0, 0, 1));
    }

    @Test
    void whatIsNoArchiveIsOneClearError() throws IOException {
        Path file = Files.writeString(directory.resolve("no.warc"), "<html>this is a page</html>");

        assertThatThrownBy(() -> new WarcImport(catalogue(), 4_000).read(file, page -> {}))
                .isInstanceOf(IOException.class);
    }

    private Path export(boolean compressed, RawPage... pages) throws IOException {
        Path file = directory.resolve(compressed ? "a.warc.gz" : "a.warc");
        try (OutputStream out = Files.newOutputStream(file);
                WarcExport export = new WarcExport(out, compressed)) {
            for (RawPage page : pages) {
                export.write(page);
            }
        }
        return file;
    }

    private static RawPage page(String url, Bytes body) {
        return page(url, body, Optional.of("text/html"), ListingHint.none());
    }

    private static RawPage page(String url, Bytes body, Optional<String> contentType, ListingHint hint) {
        PageFacts facts = new PageFacts(
                "ports",
                Optional.empty(),
                Optional.empty(),
                URI.create(url),
                URI.create(url),
                200,
                contentType,
                AT,
                Optional.of("\"x\""),
                Optional.empty(),
                body.sha256(),
                Origin.LIVE,
                hint);
        return new RawPage(URI.create(url), body, facts);
    }

    private static SourceCatalogue catalogue() {
        return SourceCatalogue.of(List.of(new Source(
                "ports",
                Optional.empty(),
                List.of(new SourceList(LIST, Optional.empty())),
                Duration.ofMinutes(10),
                Source.Revisits.DEFAULT,
                Optional.of(Pattern.compile("[?&]id=(\\d+)")),
                List.of(),
                List.of(),
                false)));
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(UTF_8));
    }
}
