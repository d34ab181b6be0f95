package io.communique.enrich.template;

import java.util.zip.CRC32C;

/**
 * A block's text in 64 bits: the upper half is of the text with every digit read as 0, so that counters and clocks stay the same; the
 * lower half of the text as it stands. Case counts in neither; white space is folded already when a block is read.
 *
 * <p>Two halves of 32 bits instead of one hash of 64: both questions are answered from one number, and a host's memory holds some ten
 * thousand blocks, so that a strange text meets one of them by chance about once in 400,000 times, and would have to meet it on three
 * pages to be taken for furniture.
 */
final class Fingerprint {
    private static final int HALF = 32;

    private Fingerprint() {}

    static long of(String text) {
        byte[] folded = new byte[2 * text.length()];
        byte[] exact = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            put(exact, i, c);
            put(folded, i, Character.isDigit(c) ? '0' : c);
        }
        return (crc(folded) << HALF) | crc(exact);
    }

    /** The half that counters do not change. */
    static int digitsFolded(long fingerprint) {
        return (int) (fingerprint >>> HALF);
    }

    /** The half that any change of a letter or digit changes. */
    static int exact(long fingerprint) {
        return (int) fingerprint;
    }

    private static void put(byte[] bytes, int at, char c) {
        bytes[2 * at] = (byte) (c >>> 8);
        bytes[2 * at + 1] = (byte) c;
    }

    private static long crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }
}
