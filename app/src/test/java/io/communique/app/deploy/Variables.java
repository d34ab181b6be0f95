package io.communique.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that our code names. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("COMMUNIQUE_[A-Z_]+");

    private Variables() {}

    /** Returns those of the commands and of what runs under them. */
    static Set<String> ofTheStages() throws IOException {
        return VARIABLE.matcher(sources(Path.of("")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Returns a module's code and resources, all in one. */
    static String sources(Path module) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(module.resolve("src").resolve("main"))) {
            List<Path> texts = files.filter(file -> file.toString().matches(".*\\.(?:java|xml|properties)"))
                    .toList();
            for (Path text : texts) {
                all.append(Files.readString(text));
            }
        }
        return all.toString();
    }
}
