package io.communique.enrich.text.entity;

import io.communique.enrich.text.FactFile;
import java.util.List;

/** The lists of words and names beside this class. */
final class Resource {
    private Resource() {}

    /** Returns the lines that are neither blank nor a note. */
    static List<String> lines(String name) {
        return FactFile.lines(Resource.class, name).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
