package io.communique.enrich.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A file of facts that rules rest on, beside the class that reads it: UTF-8, lines that begin with "#" are notes. */
public final class FactFile {
    private FactFile() {}

    /**
     * Returns the lines of the file {@code name} beside {@code reader}, without the notes.
     *
     * @throws IllegalStateException if there is no such file
     */
    public static List<String> lines(Class<?> reader, String name) {
        try (InputStream in = reader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name + " beside " + reader.getName());
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
