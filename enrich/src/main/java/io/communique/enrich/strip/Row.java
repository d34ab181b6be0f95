package io.communique.enrich.strip;

import java.util.Arrays;

/** Numbers of one block, in a fixed order. */
final class Row {
    private static final int ROOM = 100;

    private float[] values;
    private int size;

    Row() {
        values = new float[224];
    }

    /** A row that begins as another. */
    Row(float[] first) {
        values = Arrays.copyOf(first, first.length + ROOM);
        size = first.length;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = (float) value;
    }

    void add(boolean value) {
        add(value ? 1 : 0);
    }

    void add(double[] many) {
        for (double value : many) {
            add(value);
        }
    }

    float[] values() {
        return Arrays.copyOf(values, size);
    }
}
