package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The streams of a Compound File Binary ([MS-CFB]), by their own names: the directory is read as a list, not as a tree, and no chain is
 * followed for longer than there are sectors, so that no circle can hold a reader.
 */
final class CompoundFile {
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int NAME_BYTES_MAX = 64;
    private static final int STREAM = 2;
    private static final int ROOT = 5;
    private static final int MINI_SECTOR_SHIFT = 6;
    private static final int HEADER_FAT_ENTRIES = 109;

    private final ByteBuffer bytes;
    private final int sectorShift;
    private final int miniCutoff;
    private final int[] fat;
    private final int[] miniFat;
    private final byte[] miniStream;
    private final Map<String, Entry> streams = new HashMap<>();

    private record Entry(int start, long size) {}

    /**
     * Opens a file.
     *
     * @throws UnreadableFileException if it is broken
     */
    CompoundFile(byte[] content) throws UnreadableFileException {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER) {
            throw new UnreadableFileException("broken");
        }
        sectorShift = bytes.getShort(30);
        if (sectorShift != 9 && sectorShift != 12) {
            throw new UnreadableFileException("broken");
        }
        miniCutoff = bytes.getInt(56);
        fat = fat();
        Entry root = directory(chain(bytes.getInt(48)));
        miniFat = ints(chain(bytes.getInt(60)));
        miniStream = chain(root.start());
    }

    /** Returns the content of the first stream of a name; empty if there is none. */
    Optional<byte[]> stream(String name) throws UnreadableFileException {
        Entry entry = streams.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        boolean mini = entry.size() < miniCutoff;
        byte[] content = mini ? miniChain(entry.start()) : chain(entry.start());
        int size = (int) Math.min(content.length, Math.max(0, entry.size()));
        return Optional.of(Arrays.copyOf(content, size));
    }

    private int[] fat() throws UnreadableFileException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int sectors = Math.max(0, Math.min(bytes.getInt(44), bytes.capacity() >> sectorShift));
        for (int i = 0; i < Math.min(sectors, HEADER_FAT_ENTRIES); i++) {
            all.writeBytes(sector(bytes.getInt(76 + 4 * i)));
        }
        int left = sectors - HEADER_FAT_ENTRIES;
        int next = bytes.getInt(68);
        int perSector = (1 << sectorShift) / 4 - 1;
        for (; left > 0 && next >= 0; left -= perSector) {
            int[] table = ints(sector(next));
            for (int i = 0; i < Math.min(left, perSector); i++) {
                all.writeBytes(sector(table[i]));
            }
            next = table[perSector];
        }
        return ints(all.toByteArray());
    }

    private Entry directory(byte[] content) throws UnreadableFileException {
        ByteBuffer entries = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Entry root = null;
        for (int at = 0; at + ENTRY <= content.length; at += ENTRY) {
            int nameBytes = entries.getShort(at + 64) - 2;
            int type = content[at + 66];
            Entry entry = new Entry(entries.getInt(at + 116), entries.getInt(at + 120) & 0xffffffffL);
            if (type == ROOT && root == null) {
                root = entry;
            } else if (type == STREAM && nameBytes > 0 && nameBytes <= NAME_BYTES_MAX) {
                streams.putIfAbsent(new String(content, at, nameBytes, UTF_16LE), entry);
            }
        }
        if (root == null) {
            throw new UnreadableFileException("broken");
        }
        return root;
    }

    private byte[] chain(int start) throws UnreadableFileException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int followed = 0;
        for (int at = start; at >= 0; at = at < fat.length ? fat[at] : -1) {
            if (followed++ > fat.length) {
                throw new UnreadableFileException("broken");
            }
            all.writeBytes(sector(at));
        }
        return all.toByteArray();
    }

    private byte[] miniChain(int start) throws UnreadableFileException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int followed = 0;
        for (int at = start; at >= 0; at = at < miniFat.length ? miniFat[at] : -1) {
            long from = (long) at << MINI_SECTOR_SHIFT;
            if (followed++ > miniFat.length || from >= miniStream.length) {
                throw new UnreadableFileException("broken");
            }
            all.write(miniStream, (int) from, Math.min(1 << MINI_SECTOR_SHIFT, miniStream.length - (int) from));
        }
        return all.toByteArray();
    }

    private byte[] sector(int number) throws UnreadableFileException {
        long from = ((long) number + 1) << sectorShift;
        if (number < 0 || from >= bytes.capacity()) {
            throw new UnreadableFileException("broken");
        }
        byte[] sector = new byte[1 << sectorShift];
        bytes.get((int) from, sector, 0, (int) Math.min(sector.length, bytes.capacity() - from));
        return sector;
    }

    private static int[] ints(byte[] content) {
        int[] all = new int[content.length / 4];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(all);
        return all;
    }
}
