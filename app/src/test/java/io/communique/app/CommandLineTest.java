package io.communique.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.communique.app.demo.DemoSite;
import io.communique.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The command as people and scripts call it, in a process of its own. */
final class CommandLineTest {
    private static final String RELEASE =
            "<html><head><title>%s</title></head><body><h1>%s</h1><p>The ministry opens the northern harbour this week"
                    + " and expects some 3,000 passengers by September, it said on Monday.</p></body></html>";

    @TempDir
    Path directory;

    @Test
    void aDirectoryGivesOneLineForEachFileInOrder() throws Exception {
        for (int i = 0; i < 40; i++) {
            write(
                    "%02d.html".formatted(i),
                    RELEASE.formatted("Harbour number " + i + " opens", "Harbour number " + i + " opens"));
        }
        write("40.html", "");
        write("41.json", "{}");

        Ran ran = run("extract", "--jsonl", directory.resolve("pages").toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.lines()).hasSize(42);
        for (int i = 0; i < 40; i++) {
            assertThat(ran.lines().get(i).path("input").asString()).endsWith("%02d.html".formatted(i));
            assertThat(ran.lines().get(i).path("title").asString()).isEqualTo("Harbour number " + i + " opens");
        }
        assertThat(ran.lines().get(40).path("rejected").path("reason").asString())
                .isEqualTo("empty");
        assertThat(ran.lines().get(41).path("rejected").path("reason").asString())
                .isEqualTo("not-html");
    }

    @Test
    void filesOfOneHostTeachEachOtherUnlessEachIsReadAlone() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(
                    "%d.html".formatted(i),
                    ("<link rel=canonical href='https://ports.example/" + i + "'>" + RELEASE)
                            .formatted("Harbour number " + i + " opens", "Harbour number " + i + " opens"));
        }
        write("5.html", RELEASE.formatted("A pier without an address", "A pier without an address"));
        String pages = directory.resolve("pages").toString();

        assertThat(run("extract", pages).lines())
                .extracting(
                        line -> line.path("provenance").path("templatePages").asInt())
                .containsExactly(4, 4, 4, 4, 4, 0);
        assertThat(run("extract", "--url", "https://ports.example/", pages).lines())
                .extracting(
                        line -> line.path("provenance").path("templatePages").asInt())
                .containsOnly(5);
        assertThat(run("extract", "--each-alone", pages).lines())
                .extracting(
                        line -> line.path("provenance").path("templatePages").asInt())
                .containsOnly(0);
    }

    @Test
    void theSameBytesGiveTheSameLine() throws Exception {
        write("a.html", RELEASE.formatted("A harbour opens", "A harbour opens"));
        String[] command = {
            "extract",
            "--jsonl",
            "--url",
            "https://ports.example/a",
            directory.resolve("pages").toString()
        };

        assertThat(run(command).out()).isEqualTo(run(command).out());
    }

    @Test
    void annotateAnswersLineByLineAndABadOneDoesNotStopTheRest() throws Exception {
        write(
                "in.jsonl",
                "{\"id\":\"a\",\"text\":\"Exports rose 4% to $3 bln in 2025.\",\"language\":\"en\"}\nno json\n{\"id\":\"c\",\"text\":\"Two boats.\"}\n");

        Ran ran = run("annotate", directory.resolve("pages/in.jsonl").toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(3);
        assertThat(ran.lines().get(0).path("figures").size()).isEqualTo(2);
        assertThat(ran.lines().get(1).has("error")).isTrue();
        assertThat(ran.lines().get(2).path("id").asString()).isEqualTo("c");
    }

    @Test
    void candidatesHaveAbsoluteAddressesAndIsoDates() throws Exception {
        write(
                "list.html",
                "<ul><li><a href=v?id=1>A harbour opens in the north</a> 2 March 2026</li><li><a href=v?id=2>A pier for the island</a> 1 March 2026</li></ul>");

        Ran ran = run(
                "candidates", directory.resolve("pages/list.html").toString(), "--url", "https://ports.example/news/");

        assertThat(ran.code()).isZero();
        assertThat(ran.lines())
                .extracting(line -> line.path("url").asString())
                .containsExactly("https://ports.example/news/v?id=1", "https://ports.example/news/v?id=2");
        assertThat(ran.lines())
                .extracting(line -> line.path("date").asString())
                .containsExactly("2026-03-02", "2026-03-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zzz",
                "extract",
                "extract --yaml page.html",
                "extract page.html --url news/1",
                "extract page.html --url mailto:press@ports.example",
                "candidates list.html",
                "candidates list.html --url https://",
                "run --broker-port ninety",
                "run --broker-port 90000",
                "run --host-delay -5",
                "ingest --partitions 0",
                "enrich --threads 0",
                "sink --replication 0",
                "demo --twice"
            })
    void wrongUseIsSaidInOneLineThatNamesTheHelp(String line) {
        StringWriter err = new StringWriter();

        int code = Communique.commandLine().setErr(new PrintWriter(err)).execute(line.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("communique")
                .endsWith("--help)")
                .doesNotContain("Exception");
    }

    @Test
    void probeProposesASourceFileThatCheckThenTakes() throws Exception {
        try (DemoSite site = DemoSite.start(0)) {
            Ran probed = run(
                    "probe", site.baseUrl() + "/en/news", "--allow-private-hosts", "127.0.0.1", "--host-delay", "0");

            assertThat(probed.code()).as(probed.err()).isZero();
            assertThat(probed.out())
                    .contains("# robots.txt: allowed", "# character set: UTF-8", "items", "id: 127-0-0-1")
                    .contains("- url: " + site.baseUrl() + "/en/news", "siteId: '[?&]id=([\\w-]+)'");

            write("proposed.yaml", probed.out());
            Ran checked = run(
                    "check",
                    directory.resolve("pages/proposed.yaml").toString(),
                    "--pages",
                    "4",
                    "--allow-private-hosts",
                    "127.0.0.1",
                    "--host-delay",
                    "0");

            assertThat(checked.code()).as(checked.err()).isZero();
            JsonNode list = checked.lines().get(0);
            assertThat(list.path("items").asInt()).isEqualTo(4);
            assertThat(list.path("robots").asString()).isEqualTo("allowed");
            assertThat(checked.lines())
                    .hasSize(5)
                    .anySatisfy(line -> assertThat(
                                    line.path("release").path("title").asString())
                            .isEqualTo("Coastal Freight Grew Again Last Year"))
                    .anySatisfy(line -> assertThat(
                                    line.path("rejected").path("reason").asString())
                            .isEqualTo("soft-404"));
        }
    }

    @Test
    void checkTakesItsAnswersFromSavedFilesAndCountsWhatSelectorsHit() throws Exception {
        write("urls.tsv", "list.html\thttps://ports.example/news\na.html\thttps://ports.example/view?id=1&page=1\n");
        write(
                "list.html",
                "<meta charset=utf-8><div class=row><a href='/view?id=1&page=1'>A harbour opens</a></div>"
                        + "<div class=row><a href='/view?id=2'>A pier for the island</a></div>");
        write("a.html", RELEASE.formatted("A harbour opens", "A harbour opens"));
        write(
                "ports.yaml",
                "id: ports\nlists: [{url: 'https://ports.example/news', row: .row, date: .day}]\nsiteId: '[?&]id=(\\d+)'\nbody: .text\n");

        Ran ran = run(
                "check",
                directory.resolve("pages/ports.yaml").toString(),
                "--saved",
                directory.resolve("pages").toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.lines()).hasSize(3);
        JsonNode list = ran.lines().get(0);
        assertThat(list.path("selectors").path("row").asInt()).isEqualTo(2);
        assertThat(list.path("selectors").path("date").asInt()).isZero();
        assertThat(list.path("warnings").toString())
                .contains("the selector of date matches nothing", "no item has a date");
        assertThat(ran.lines().get(1).path("key").asString()).isEqualTo("https://ports.example/view?id=1");
        assertThat(ran.lines().get(1).path("selectors").path("body").asInt()).isZero();
        assertThat(ran.lines().get(1).path("release").path("id").asString()).isEqualTo("ports:1");
        assertThat(ran.lines().get(2).path("trouble").asString()).isEqualTo("http-404");
    }

    @Test
    void everyCommandExplainsItself() {
        Communique.commandLine().getSubcommands().forEach((name, command) -> {
            StringWriter out = new StringWriter();

            int code = Communique.commandLine().setOut(new PrintWriter(out)).execute(name, "--help");

            assertThat(code).as(name).isZero();
            assertThat(out.toString()).as(name).contains("Usage: communique " + name);
        });
    }

    @Test
    void aFileThatIsNotThereDoesNotKeepTheOthersBack() throws Exception {
        write(
                "list.html",
                "<ul><li><a href=v?id=1>A harbour opens in the north</a> 2 March 2026</li><li><a href=v?id=2>A pier for the island</a> 1 March 2026</li></ul>");

        Ran ran = run(
                "candidates",
                directory.resolve("nowhere.html").toString(),
                directory.resolve("pages/list.html").toString(),
                "--url",
                "https://ports.example/news/");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(2);
        assertThat(ran.err()).contains("nowhere.html").doesNotContain("\tat ");
    }

    @Test
    void workThatFailsSaysWhy() throws Exception {
        Ran missing = run("extract", directory.resolve("nowhere").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("nowhere").doesNotContain("\tat ");

        Ran noSources = run(
                "run",
                "--sources",
                directory.toString(),
                "--data",
                directory.resolve("d").toString());
        assertThat(noSources.code()).isEqualTo(1);
        assertThat(noSources.err()).contains("no source files");
    }

    @Test
    void theDemoDoesNotTouchADirectoryThatHoldsSomething() throws Exception {
        write("mine.txt", "not the demo's");

        Ran ran = run("demo", "--once", "--data", directory.resolve("pages").toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("is not empty");
        assertThat(directory.resolve("pages")).isDirectoryContaining("glob:**/mine.txt");
    }

    @Test
    void theDemoEndsWithEverythingStored() throws Exception {
        Ran ran = run("demo", "--once", "--data", directory.resolve("demo").toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).hasSize(5);
        assertThat(ran.out()).contains("ed. 2");
        assertThat(ran.err()).contains("soft-404");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(directory.resolve("pages"));
        Files.writeString(directory.resolve("pages").resolve(name), text);
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Communique.class.getName()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("%s ends by itself: %s", List.of(arguments), Files.readString(err))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Ran(int code, String out, String err) {
        List<JsonNode> lines() {
            return out.lines().map(Json.mapper()::readTree).toList();
        }
    }
}
