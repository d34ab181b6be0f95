package io.communique.bench.speed;

import io.communique.bench.extraction.GoldPage;
import io.communique.contract.page.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages as files, without labels. */
final class PageFiles {
    private PageFiles() {}

    /**
     * Returns the files below {@code directory} whose names end in {@code .html} or {@code .htm}, in the order of their names.
     *
     * @throws IOException if there is none, or one cannot be read
     */
    static List<GoldPage> of(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(file -> file.toString().matches("(?i).*\\.html?"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("no .html or .htm file below " + directory);
        }
        List<GoldPage> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(page(directory.relativize(file).toString(), Files.readAllBytes(file)));
        }
        return pages;
    }

    private static GoldPage page(String name, byte[] html) {
        return new GoldPage(
                name,
                URI.create("https://unknown.invalid/page-" + Integer.toHexString(name.hashCode())),
                Bytes.copyOf(html),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
