package io.communique.bench.speed;

import io.communique.bench.extraction.Ours;
import io.communique.bench.extraction.Peers;
import io.communique.contract.page.RawPage;
import io.communique.enrich.page.PageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reads all pages of a directory, one after the other, in one thread; an operation is one round over all of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadingBenchmark {
    /** Directory of the pages. */
    @Param("")
    public String directory = "";

    private final PageReader reader = new PageReader();
    private final List<RawPage> pages = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();

    /** Loads the pages. */
    @Setup
    public void load() throws IOException {
        PageFiles.of(Path.of(directory)).forEach(page -> {
            pages.add(Ours.rawPage(page));
            characters.add(Peers.characters(page));
        });
    }

    /** Jsoup's parse of characters: the limit that reading is judged against. */
    @Benchmark
    public void parse(Blackhole out) {
        for (int i = 0; i < pages.size(); i++) {
            out.consume(Jsoup.parse(characters.get(i), pages.get(i).url().toString()));
        }
    }

    /** Bytes to article: decoding, parse, text, title, date and the other fields. */
    @Benchmark
    public void communique(Blackhole out) {
        pages.forEach(page -> out.consume(reader.read(page)));
    }

    /** Characters to text, parse included. */
    @Benchmark
    public void readability4j(Blackhole out) {
        for (int i = 0; i < pages.size(); i++) {
            out.consume(Peers.readability(pages.get(i).url().toString(), characters.get(i)));
        }
    }

    /** Characters to text, with a parser of its own. */
    @Benchmark
    public void boilerpipe(Blackhole out) {
        characters.forEach(page -> out.consume(Peers.boilerpipe(page)));
    }
}
