package io.communique.app.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page to read.
 *
 * @param name as the user would call it: the path as given or found
 * @param file empty for standard input
 */
public record PageInput(String name, Optional<Path> file) {
    private static final String STANDARD_INPUT = "-";

    /**
     * Returns the files that the arguments name: a file itself, a directory's files with those of its subdirectories in the order of
     * their names, {@code -} standard input.
     *
     * @throws IOException if an argument names nothing that is there
     */
    public static List<PageInput> of(List<String> arguments) throws IOException {
        List<PageInput> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                inputs.add(new PageInput(STANDARD_INPUT, Optional.empty()));
            } else {
                addFiles(Path.of(argument), inputs);
            }
        }
        return inputs;
    }

    String fileName() {
        return file.map(path -> path.getFileName().toString()).orElse("stdin");
    }

    private static void addFiles(Path path, List<PageInput> inputs) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "no such file or directory");
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> inputs.add(new PageInput(file.toString(), Optional.of(file))));
        }
    }
}
