package io.communique.app.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Release;
import io.communique.enrich.Enricher;
import io.communique.enrich.Enrichment;
import io.communique.enrich.page.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * From page files to JSON objects, one for each: a release, a rejection with its reason, or an error. Safe to share between threads, except while
 * it learns.
 */
public final class Extraction {
    /** Largest file that is read; beyond it a person has mistaken an archive for a page. */
    private static final long FILE_BYTES_MAX = 256L << 20;

    private final Enricher enricher = new Enricher();
    private final HostMemories memories = new HostMemories();
    private final Optional<URI> url;

    /**
     * Makes an extraction.
     *
     * @param url address of the pages; empty if not known, then one under {@code unknown.invalid} (RFC 2606) stands for it
     */
    public Extraction(Optional<URI> url) {
        this.url = url.map(RawPage::requireCanonical);
    }

    /**
     * Lets files of one host teach each other what stands on all of them. The host is that of the address given for all, or the one
     * that a file gives as its own. Reads each file once and keeps only fingerprints; standard input cannot be read twice.
     */
    public void learn(List<PageInput> inputs) throws InterruptedException {
        List<PageInput> files =
                inputs.stream().filter(input -> input.file().isPresent()).toList();
        InOrder.map(
                files.iterator(),
                input -> Map.entry(input, shown(input)),
                entry -> entry.getValue()
                        .ifPresent(shown -> memories.learn(entry.getKey(), url.or(shown::statedAddress), shown)));
    }

    /** What cannot be read teaches nothing; {@link #read} will say why. */
    private Optional<Shown> shown(PageInput input) {
        try {
            return enricher.shown(page(input));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns what {@code input} holds, with the member {@code input} first; never throws for what a file holds. */
    public ObjectNode read(PageInput input) {
        ObjectNode line = Json.mapper().createObjectNode().put("input", input.name());
        try {
            return enricher.enrich(page(input), memories.of(input))
                    .fold(enriched -> release(line, enriched.release()), rejected -> rejected(line, rejected));
        } catch (IOException e) {
            return failed(line, e.toString());
        } catch (RuntimeException e) {
            // One file must not end the run of a thousand others; the line says which, and the command's exit code that
            // it happened.
            return failed(line, e.toString());
        }
    }

    private RawPage page(PageInput input) throws IOException {
        return SavedPage.of(address(input), content(input), savedAt(input));
    }

    private URI address(PageInput input) {
        return url.orElseGet(() -> URI.create("https://unknown.invalid/" + URLEncoder.encode(input.fileName(), UTF_8)));
    }

    private static byte[] content(PageInput input) throws IOException {
        if (input.file().isEmpty()) {
            return System.in.readAllBytes();
        }
        long size = Files.size(input.file().get());
        if (size > FILE_BYTES_MAX) {
            throw new IOException("the file has " + size + " bytes, more than " + FILE_BYTES_MAX);
        }
        return Files.readAllBytes(input.file().get());
    }

    private static Instant savedAt(PageInput input) throws IOException {
        if (input.file().isEmpty()) {
            return Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
        return Files.getLastModifiedTime(input.file().get()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ObjectNode release(ObjectNode line, Release release) {
        ObjectNode all = Json.mapper().valueToTree(release);
        all.properties().forEach(member -> line.set(member.getKey(), member.getValue()));
        return line;
    }

    private static ObjectNode rejected(ObjectNode line, Enrichment.Rejected rejected) {
        line.putObject("rejected").put("reason", rejected.reason()).put("detail", rejected.detail());
        return line;
    }

    private static ObjectNode failed(ObjectNode line, String error) {
        return line.put("error", error);
    }
}
