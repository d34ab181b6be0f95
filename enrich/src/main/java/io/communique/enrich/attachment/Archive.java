package io.communique.enrich.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a ZIP file, unpacked within limits.
 *
 * <p>Read once, entry by entry, as the bytes stand: what the directory at the end claims plays no part, so that nothing can hide behind a
 * second opinion of the same bytes.
 */
final class Archive {
    private static final int CHUNK = 1 << 14;

    private final Map<String, byte[]> parts;

    private Archive(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Unpacks the parts that are {@code wanted}; the others are passed over, but count against the limits.
     *
     * @throws UnreadableFileException if there are too many entries, or they unpack to too much
     * @throws IOException if the bytes are broken or encrypted
     */
    static Archive open(byte[] bytes, FileLimits limits, Predicate<String> wanted)
            throws IOException, UnreadableFileException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] chunk = new byte[CHUNK];
        long room = limits.inflatedBytesMax();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.entriesMax()) {
                    throw new UnreadableFileException("too many entries");
                }
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                boolean kept = wanted.test(entry.getName());
                for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                    room -= read;
                    if (room < 0) {
                        throw new UnreadableFileException("unpacks to too much");
                    }
                    if (kept) {
                        part.write(chunk, 0, read);
                    }
                }
                if (kept) {
                    parts.putIfAbsent(entry.getName(), part.toByteArray());
                }
            }
        }
        return new Archive(parts);
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** Returns the parts, in the order of the file. */
    Map<String, byte[]> parts() {
        return parts;
    }
}
