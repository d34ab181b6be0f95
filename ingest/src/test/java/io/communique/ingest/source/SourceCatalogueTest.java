package io.communique.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.communique.contract.page.PageSelectors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceCatalogueTest {
    private static final List<String> WRONG = List.of(
            "id: ports\nlists: []\n",
            "id: Ports\nlists: [{url: 'https://ports.example/'}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/'}]\nevry: 2h\n",
            "id: ports\nlists: [{url: 'https://ports.example/', onclick: 'f\\\\((\\\\d+)'}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', paging: {parameter: page, next: a.next}}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', paging: {post: 'page=1'}}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', paging: {parameter: page, pages: 51}}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', link: a.title}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', json: {items: /a}}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/', json: {url: a}}]\n",
            "id: ports\nlists: [{url: 'https://ports.example/'}]\ncanonical: /a/{1}\n",
            "id: ports\nlists: [{url: 'https://ports.example/'}]\nknown: {asOf: lately}\n");

    @TempDir
    Path directory;

    @Test
    void aFileSaysWhatToWatch() throws IOException {
        write("ports.yaml", """
                id: ports
                publisher: {name: Ministry of Ports, country: NO}
                lists:
                  - url: https://ports.example/news
                    row: .item
                every: 2h
                revisit: {at: [1d, 1h], then: PT48H}
                siteId: 'id=(\\d+)'
                """);

        Source source = SourceCatalogue.load(directory).find("ports").orElseThrow();

        assertThat(source.every()).isEqualTo(Duration.ofHours(2));
        assertThat(source.revisit().at()).containsExactly(Duration.ofHours(1), Duration.ofDays(1));
        assertThat(source.revisit().then()).contains(Duration.ofDays(2));
        assertThat(source.lists().get(0).rules().selectors()).isPresent();
        assertThat(source.covers(URI.create("https://www.ports.example/x"))).isTrue();
        assertThat(source.covers(URI.create("https://elsewhere.example/x"))).isFalse();
    }

    @Test
    void theLeastFileHasSensibleDefaults() throws IOException {
        write("ports.yaml", "id: ports\nlists: [{url: 'https://ports.example/news'}]\n");

        Source source = SourceCatalogue.load(directory).find("ports").orElseThrow();

        assertThat(source.every()).isEqualTo(Duration.ofMinutes(10));
        assertThat(source.revisit()).isEqualTo(Source.Revisits.DEFAULT);
        assertThat(source.paused()).isFalse();
    }

    @Test
    void intermediateCertificatesLieBesideTheSources() throws IOException {
        HeldCertificate root = new HeldCertificate.Builder()
                .commonName("root")
                .certificateAuthority(1)
                .build();
        HeldCertificate between = new HeldCertificate.Builder()
                .commonName("between")
                .certificateAuthority(0)
                .signedBy(root)
                .build();
        write("ports.yaml", "id: ports\nlists: [{url: 'https://ports.example/news'}]\n");
        write("ports.pem", between.certificatePem());

        assertThat(SourceCatalogue.load(directory).intermediates()).containsExactly(between.certificate());
        assertThat(SourceCatalogue.intermediatesIn(directory)).containsExactly(between.certificate());
        assertThat(SourceCatalogue.intermediatesIn(directory.resolve("nowhere")))
                .isEmpty();

        write("root.pem", root.certificatePem());
        write("none.pem", "no certificate");
        assertThatThrownBy(() -> SourceCatalogue.load(directory))
                .hasMessageContaining("root.pem")
                .hasMessageContaining("only those can be added")
                .hasMessageContaining("none.pem");
        assertThatThrownBy(() -> SourceCatalogue.intermediatesIn(directory)).hasMessageContaining("none.pem");
    }

    @Test
    void everyProblemOfEveryFileIsNamedAtOnce() throws IOException {
        write("a.yaml", "id: Ports!\nlists: []\nevery: soon\n");
        write("b.yaml", "id: ports\nlists: [{url: 'https://ports.example/'}]\nevry: 2h\n");
        write("c.yaml", "id: ports\nlists: [{url: 'ftp://ports.example/'}]\n");

        assertThatThrownBy(() -> SourceCatalogue.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.yaml")
                .hasMessageContaining("b.yaml")
                .hasMessageContaining("evry")
                .hasMessageContaining("c.yaml")
                .hasMessageContaining("http or https");
    }

    @Test
    void selectorsOfAPageAreReadAndAWrongOneIsNamed() throws IOException {
        write(
                "good.yaml",
                "id: ports\nlists: [{url: 'https://ports.example/'}]\nbody: .con\ntitle: h2.tit\ndrop: '.files, .sns'\n");

        PageSelectors selectors =
                SourceCatalogue.load(directory).find("ports").orElseThrow().selectors();

        assertThat(selectors.body()).contains(".con");
        assertThat(selectors.title()).contains("h2.tit");
        assertThat(selectors.date()).isEmpty();
        assertThat(selectors.drop()).contains(".files, .sns");

        write("wrong.yaml", "id: piers\nlists: [{url: 'https://piers.example/'}]\nbody: 'div[class'\n");
        write("blank.yaml", "id: quays\nlists: [{url: 'https://quays.example/'}]\ndate: ' '\n");
        assertThatThrownBy(() -> SourceCatalogue.load(directory))
                .hasMessageContaining("wrong.yaml: body is no CSS selector: div[class")
                .hasMessageContaining("blank.yaml: date is no CSS selector");
    }

    @Test
    void twoSourcesOfOneNameAreRefused() throws IOException {
        write("a.yaml", "id: ports\nlists: [{url: 'https://ports.example/a'}]\n");
        write("b.yaml", "id: ports\nlists: [{url: 'https://ports.example/b'}]\n");

        assertThatThrownBy(() -> SourceCatalogue.load(directory)).hasMessageContaining("two sources have the id ports");
    }

    @Test
    void anEmptyDirectoryIsAMistake() {
        assertThatThrownBy(() -> SourceCatalogue.load(directory)).hasMessageContaining("no source files");
    }

    @Test
    void theBundledSourcesAreGoodAndSayAsOfWhen() throws IOException {
        Path bundled = Path.of("..", "sources");

        assertThat(SourceCatalogue.load(bundled).all()).hasSizeGreaterThanOrEqualTo(60);
        for (Path file : SourceCatalogue.files(bundled, "ya?ml")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .startsWith("# yaml-language-server: $schema=source.schema.json")
                    .contains("\nknown:\n  asOf: ")
                    .contains("\nid: " + file.getFileName().toString().replace(".yaml", "") + "\n");
        }
    }

    @Test
    void theSchemaThatEditorsUseTakesEveryBundledSourceAndRefusesWhatWeRefuse() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "sources", "source.schema.json")), InputFormat.JSON);

        for (Path file : SourceCatalogue.files(Path.of("..", "sources"), "ya?ml")) {
            assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
                    .as(file.toString())
                    .isEmpty();
        }
        for (String wrong : WRONG) {
            assertThat(schema.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
            write("wrong.yaml", wrong);
            assertThatThrownBy(() -> SourceCatalogue.load(directory)).as(wrong).hasMessageContaining("wrong.yaml");
        }
    }

    @Test
    void aListOfAnyKindIsWrittenInAFewLines() throws IOException {
        write("ports.yaml", """
                id: ports
                lists:
                  - url: https://ports.example/list.do
                    onclick: "f_view\\\\('(\\\\d+)'\\\\)"
                    address: /view.do?seq={1}
                    paging: {parameter: page, pages: 2, deepPages: 40, deepEvery: 3d}
                  - url: https://ports.example/api
                    keep: /press/
                    json: {items: /data/list, url: /no, title: /subject}
                    address: /view/{1}
                    paging: {post: '{"page":{page}}', first: 0, step: 20}
                siteId: seq=(\\d+)
                canonical: /view.do?seq={1}
                """);

        Source source = SourceCatalogue.load(directory).find("ports").orElseThrow();

        Paging paging = source.lists().get(0).paging();
        assertThat(paging.pages()).isEqualTo(2);
        assertThat(paging.deepEvery()).isEqualTo(Duration.ofDays(3));
        assertThat(source.lists().get(1).first().body()).contains("{\"page\":0}");
        assertThat(source.lists().get(1).paging().further(source.lists().get(1).url(), 1, Optional.empty()))
                .contains(new ListRequest(source.lists().get(1).url(), Optional.of("{\"page\":20}")));
    }

    @Test
    void revisitsComeByAgeAndThenAgainAndAgain() {
        Source.Revisits revisits =
                new Source.Revisits(List.of(Duration.ofHours(1), Duration.ofDays(1)), Optional.of(Duration.ofDays(30)));

        assertThat(revisits.after(Duration.ZERO)).contains(Duration.ofHours(1));
        assertThat(revisits.after(Duration.ofHours(1))).contains(Duration.ofDays(1));
        assertThat(revisits.after(Duration.ofDays(2))).contains(Duration.ofDays(32));
        assertThat(Source.Revisits.DEFAULT.after(Duration.ofDays(31))).isEmpty();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(directory.resolve(name), yaml);
    }
}
