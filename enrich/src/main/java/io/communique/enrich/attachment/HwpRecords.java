package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Goes through the records of a stream of an HWP 5 document (its format description, revision 1.3, section 4.1). */
final class HwpRecords {
    private static final int LONG = 0xfff;

    private final ByteBuffer bytes;
    private int next;
    private int tag;
    private int level;
    private int start;
    private int size;

    HwpRecords(byte[] stream) {
        bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Steps to the next record; returns false at the end, or where the rest is broken. */
    boolean next() {
        if (next + 4 > bytes.capacity()) {
            return false;
        }
        int header = bytes.getInt(next);
        tag = header & 0x3ff;
        level = header >> 10 & 0x3ff;
        size = header >>> 20;
        start = next + 4;
        if (size == LONG) {
            size = start + 4 <= bytes.capacity() ? bytes.getInt(start) : -1;
            start += 4;
        }
        if (size < 0 || size > bytes.capacity() - start) {
            next = bytes.capacity();
            return false;
        }
        next = start + size;
        return true;
    }

    /** Returns whether the stream ended where a record ends. */
    boolean isWhole() {
        return start + size == bytes.capacity();
    }

    int tag() {
        return tag;
    }

    int level() {
        return level;
    }

    /** Returns a number within the record; 0 if the record is shorter. */
    int int32(int at) {
        return at + 4 <= size ? bytes.getInt(start + at) : 0;
    }

    /** Returns a number within the record, unsigned; 0 if the record is shorter. */
    int uint16(int at) {
        return at + 2 <= size ? bytes.getShort(start + at) & 0xffff : 0;
    }

    /** Returns the record as characters. */
    String characters() {
        return new String(bytes.array(), start, size & ~1, UTF_16LE);
    }
}
