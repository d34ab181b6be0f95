package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Looks at a PDF's packed streams before anything takes them at their word: PDFBox unpacks whole streams into memory.
 *
 * <p>Every stream is unpacked into nothing, and again where what comes out may be packed itself. Pictures are left alone: they are never
 * unpacked for their text.
 */
final class PdfStreams {
    private static final Pattern STREAM = Pattern.compile("\\bstream\\r?\\n");
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s{0,9}/Image\\b");
    private static final Pattern OTHER_PACKING = Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final int DICTIONARY_MAX = 2_000;
    private static final int PACKED_TIMES_MAX = 4;
    private static final int CHUNK = 1 << 14;
    /** LZW and run lengths are hardly met any more, and unpack to up to this many times their size. */
    private static final long OTHER_PACKING_FACTOR = 3_000;

    private final byte[] bytes;
    private final String text;
    private long room;

    private PdfStreams(byte[] bytes, long room) {
        this.bytes = bytes;
        this.text = new String(bytes, ISO_8859_1);
        this.room = room;
    }

    /**
     * Makes sure that the file can be opened safely.
     *
     * @throws UnreadableFileException if it is encrypted, or unpacks to more than is taken
     */
    static void requireHarmless(byte[] bytes, FileLimits limits) throws UnreadableFileException {
        new PdfStreams(bytes, limits.inflatedBytesMax()).check();
    }

    private void check() throws UnreadableFileException {
        if (text.contains("/Encrypt ")
                || text.contains("/Encrypt\n")
                || text.contains("/Encrypt\r")
                || text.contains("/Encrypt<")) {
            throw new UnreadableFileException("encrypted");
        }
        Matcher streams = STREAM.matcher(text);
        while (streams.find()) {
            String dictionary = dictionary(streams.start());
            if (!IMAGE.matcher(dictionary).find()) {
                check(dictionary, streams.end());
            }
        }
    }

    private String dictionary(int end) {
        int start = Math.max(0, end - DICTIONARY_MAX);
        String before = text.substring(start, end);
        int object = before.lastIndexOf(" obj");
        return object < 0 ? before : before.substring(object);
    }

    private void check(String dictionary, int start) throws UnreadableFileException {
        int end = text.indexOf("endstream", start);
        int length = (end < 0 ? bytes.length : end) - start;
        if (OTHER_PACKING.matcher(dictionary).find()) {
            take(length * OTHER_PACKING_FACTOR);
            return;
        }
        boolean again = true;
        for (int times = 1; again; times++) {
            if (times > PACKED_TIMES_MAX) {
                throw new UnreadableFileException("packed too often");
            }
            again = inflate(start, length, times);
        }
    }

    /** Returns whether what comes out may be packed once more. */
    private boolean inflate(int start, int length, int times) throws UnreadableFileException {
        InputStream in = new ByteArrayInputStream(bytes, start, length);
        for (int i = 0; i < times; i++) {
            in = new InflaterInputStream(in);
        }
        Head head = new Head();
        try (InputStream unpacked = in) {
            byte[] chunk = new byte[CHUNK];
            for (int read = unpacked.read(chunk); read >= 0; read = unpacked.read(chunk)) {
                head.keep(chunk, read);
                take(read);
            }
        } catch (IOException e) {
            // Not packed, or broken further on: what comes out up to there was counted.
        }
        return head.looksPacked();
    }

    private void take(long unpacked) throws UnreadableFileException {
        room -= unpacked;
        if (room < 0) {
            throw new UnreadableFileException("unpacks to too much");
        }
    }

    /** The first two bytes of what was unpacked. */
    private static final class Head {
        private final byte[] first = new byte[2];
        private int kept;

        void keep(byte[] chunk, int read) {
            for (int i = 0; i < read && kept < first.length; i++) {
                first[kept++] = chunk[i];
            }
        }

        /** RFC 1950 section 2.2: method 8, and a checksum over both bytes. */
        boolean looksPacked() {
            int header = (first[0] & 0xff) << 8 | (first[1] & 0xff);
            return kept == 2 && (first[0] & 0x0f) == 8 && (first[0] & 0xf0) <= 0x70 && header % 31 == 0;
        }
    }
}
