package io.communique.bench.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A directory of labelled sets: each a folder, or an archive {@code .tar.xz} of one, at its top or under {@code extraction/}. */
public final class Corpora {
    private static final String ARCHIVES = "extraction";

    private final Path directory;
    private final Path unpacked;

    /**
     * Opens a directory.
     *
     * @param unpacked where archives are unpacked to, by calling {@code tar}, once
     */
    public Corpora(Path directory, Path unpacked) {
        this.directory = directory;
        this.unpacked = unpacked;
    }

    /**
     * Returns the pages of a set.
     *
     * @throws NoSuchFileException if there is neither folder nor archive of that name
     * @throws IOException if it cannot be unpacked or read
     */
    public List<GoldPage> read(String set) throws IOException {
        return Gold.read(folder(set));
    }

    private Path folder(String set) throws IOException {
        Optional<Path> folder = first(Files::isDirectory, directory.resolve(set), unpacked.resolve(set));
        if (folder.isPresent()) {
            return folder.get();
        }
        String name = set + ".tar.xz";
        Path archive = first(
                        Files::isRegularFile,
                        directory.resolve(name),
                        directory.resolve(ARCHIVES).resolve(name))
                .orElseThrow(() -> new NoSuchFileException(
                        directory.resolve(name).toString(), null, "neither a folder nor an archive of that name"));
        return unpack(archive, set);
    }

    /** What a run that was cut off leaves behind must not pass for the whole set: hence the move at the end. */
    private Path unpack(Path archive, String set) throws IOException {
        Files.createDirectories(unpacked);
        Path part = Files.createTempDirectory(unpacked, set);
        Process tar = new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", part.toString())
                .inheritIO()
                .start();
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar could not unpack " + archive + "; it needs xz (on Debian: xz-utils)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + archive, e);
        }
        Path folder = Files.move(part.resolve(set), unpacked.resolve(set));
        Files.delete(part);
        return folder;
    }

    private static Optional<Path> first(Predicate<Path> is, Path... paths) {
        return Stream.of(paths).filter(is).findFirst();
    }
}
