package io.communique.enrich.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Hangul 5 documents (HWP 5.0 format description, revision 1.3), read record by record.
 *
 * <p>hwplib was tried first: on damaged files it does not come to an end.
 */
final class HwpText {
    /** Properties of a document, at this place of the stream FileHeader (table 3). */
    private static final int PROPERTIES_AT = 36;

    private static final int PACKED = 0x01;
    private static final int ENCRYPTED = 0x02;
    private static final int FOR_DISTRIBUTION = 0x04;
    private static final int CHUNK = 1 << 14;

    private static final int BULLET = 0x18;
    private static final int PARAGRAPH_SHAPE = 0x19;
    /** Head type within a paragraph shape's first attribute (table 44); 3 is a bullet. */
    private static final int HEAD_SHIFT = 23;

    private final CompoundFile file;
    private final FileLimits limits;
    private final Paragraphs out;
    private long room;
    private boolean packed;

    private HwpText(CompoundFile file, FileLimits limits, Paragraphs out) {
        this.file = file;
        this.limits = limits;
        this.out = out;
        this.room = limits.inflatedBytesMax();
    }

    static void read(byte[] bytes, FileLimits limits, Paragraphs out) throws IOException, UnreadableFileException {
        new HwpText(new CompoundFile(bytes), limits, out).read();
    }

    private void read() throws IOException, UnreadableFileException {
        byte[] header = file.stream("FileHeader").orElseThrow(() -> new UnreadableFileException("broken"));
        int properties = header.length > PROPERTIES_AT ? header[PROPERTIES_AT] : 0;
        if ((properties & ENCRYPTED) != 0) {
            throw new UnreadableFileException("encrypted");
        }
        if ((properties & FOR_DISTRIBUTION) != 0) {
            throw new UnreadableFileException("protected against copying");
        }
        packed = (properties & PACKED) != 0;
        Map<Integer, String> bullets = bullets();
        int number = 0;
        Optional<byte[]> section = file.stream("Section0");
        for (; section.isPresent() && !out.isFull(); section = file.stream("Section" + ++number)) {
            if (number >= limits.pagesMax()) {
                out.cut("too many pages");
                return;
            }
            HwpRecords records = new HwpRecords(unpacked(section.get()));
            new HwpSection(bullets, out).read(records);
            if (!records.isWhole()) {
                out.cut("ends early");
            }
        }
    }

    /** Returns the bullet of each paragraph shape that has one. */
    private Map<Integer, String> bullets() throws IOException, UnreadableFileException {
        List<String> bullets = new ArrayList<>();
        Map<Integer, Integer> bulletOfShape = new HashMap<>();
        HwpRecords records = new HwpRecords(unpacked(file.stream("DocInfo").orElse(new byte[0])));
        int shapes = 0;
        while (records.next()) {
            if (records.tag() == BULLET) {
                bullets.add(CleanText.of(String.valueOf((char) records.uint16(12))));
            } else if (records.tag() == PARAGRAPH_SHAPE) {
                if ((records.int32(0) >> HEAD_SHIFT & 3) == 3) {
                    bulletOfShape.put(shapes, records.uint16(30));
                }
                shapes++;
            }
        }
        Map<Integer, String> drawn = new HashMap<>();
        bulletOfShape.forEach((shape, bullet) -> {
            if (bullet >= 1 && bullet <= bullets.size()) {
                drawn.put(shape, bullets.get(bullet - 1));
            }
        });
        return drawn;
    }

    private byte[] unpacked(byte[] stream) throws IOException, UnreadableFileException {
        if (!packed) {
            return stream;
        }
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stream), inflater)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                room -= read;
                if (room < 0) {
                    throw new UnreadableFileException("unpacks to too much");
                }
                unpacked.write(chunk, 0, read);
            }
        } catch (ZipException | EOFException e) {
            out.cut("ends early");
        } finally {
            inflater.end();
        }
        return unpacked.toByteArray();
    }
}
