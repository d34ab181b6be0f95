package io.communique.enrich.strip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A lexicon as a table, open addressing: a token and its odds in steps of a sixteenth. */
public final class LexiconTable implements Lexicon {
    /** Odds are kept in steps of this. */
    public static final float STEP = 1f / 16;

    private static final int ENTRIES_MAX = 1 << 20;

    private final int[] tokens;
    private final byte[] steps;
    private final int mask;

    /**
     * Makes a table.
     *
     * @param odds of each token; rounded to {@link #STEP}, at most 7 either way
     */
    public LexiconTable(Map<Integer, Float> odds) {
        int capacity = Integer.highestOneBit(Math.max(8, odds.size() * 2)) * 2;
        tokens = new int[capacity];
        steps = new byte[capacity];
        mask = capacity - 1;
        odds.forEach((token, value) -> put(token, (byte) Math.round(Math.max(-7, Math.min(7, value)) / STEP)));
    }

    private void put(int token, byte step) {
        int at = slot(token);
        tokens[at] = token;
        steps[at] = step;
    }

    /** A slot whose step is 0 is free: tokens that say nothing are not kept. */
    private int slot(int token) {
        int at = (token ^ token >>> 15) & mask;
        while (steps[at] != 0 && tokens[at] != token) {
            at = at + 1 & mask;
        }
        return at;
    }

    @Override
    public float odds(int token) {
        return steps[slot(token)] * STEP;
    }

    /** Writes the table, in the order of its tokens; {@link #read} reads it. */
    public void write(DataOutput out) throws IOException {
        Map<Integer, Byte> entries = new TreeMap<>();
        for (int at = 0; at < tokens.length; at++) {
            if (steps[at] != 0) {
                entries.put(tokens[at], steps[at]);
            }
        }
        out.writeInt(entries.size());
        for (Map.Entry<Integer, Byte> entry : entries.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeByte(entry.getValue());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static LexiconTable read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > ENTRIES_MAX) {
            throw new IOException("no lexicon: a size of " + size);
        }
        Map<Integer, Float> odds = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            odds.put(in.readInt(), in.readByte() * STEP);
        }
        return new LexiconTable(odds);
    }
}
