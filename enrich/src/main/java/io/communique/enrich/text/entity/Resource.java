package io.communique.enrich.text.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the files of facts that the rules rest on. */
final class Resource {
    private Resource() {}

    /** Returns the lines that are neither blank nor a comment. */
    static List<String> lines(String name) {
        try (InputStream in = Resource.class.getResourceAsStream("/io/communique/enrich/text/entity/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
