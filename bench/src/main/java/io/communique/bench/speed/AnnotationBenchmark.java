package io.communique.bench.speed;

import io.communique.bench.extraction.Ours;
import io.communique.enrich.page.PageReader;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.Annotator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Annotates the English texts of a directory's pages in two threads; an operation is one round over all of them in each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Threads(2)
@Fork(1)
public class AnnotationBenchmark {
    /** Directory of the pages. */
    @Param("")
    public String directory = "";

    private final Annotator rules = Annotator.byRules();
    private final Annotator model = Annotator.withModel();
    private List<AnnotationInput> texts = List.of();

    /** Reads the pages. */
    @Setup
    public void load() throws IOException {
        texts = texts(Path.of(directory));
    }

    /** Returns the English texts of the pages. */
    static List<AnnotationInput> texts(Path directory) throws IOException {
        PageReader reader = new PageReader();
        List<AnnotationInput> texts = new ArrayList<>();
        PageFiles.of(directory)
                .forEach(page -> reader.read(Ours.rawPage(page))
                        .fold(
                                article ->
                                        article.language().filter("en"::equals).isPresent()
                                                && texts.add(new AnnotationInput(
                                                        article.body(),
                                                        article.blocks(),
                                                        article.language(),
                                                        Optional.empty(),
                                                        Optional.empty())),
                                rejected -> false));
        return texts;
    }

    /** Figures, dates and names by rules. */
    @Benchmark
    public void rules(Blackhole out) {
        texts.forEach(text -> out.consume(rules.annotate(text)));
    }

    /** The same with the trained name model. */
    @Benchmark
    public void model(Blackhole out) {
        texts.forEach(text -> out.consume(model.annotate(text)));
    }
}
