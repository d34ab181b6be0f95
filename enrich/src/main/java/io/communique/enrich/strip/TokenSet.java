package io.communique.enrich.strip;

import java.util.Arrays;

/** A set of tokens, open addressing: a page asks for membership many thousand times. */
final class TokenSet {
    private int[] slots = new int[64];
    private boolean holdsZero;
    private int size;

    /** Adds {@code token}; returns whether it was not there yet. */
    boolean add(int token) {
        if (token == 0) {
            boolean isNew = !holdsZero;
            holdsZero = true;
            size += isNew ? 1 : 0;
            return isNew;
        }
        int at = slot(token);
        if (slots[at] == token) {
            return false;
        }
        slots[at] = token;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(int token) {
        return token == 0 ? holdsZero : slots[slot(token)] == token;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int slot(int token) {
        int mask = slots.length - 1;
        int at = (token ^ token >>> 15) & mask;
        while (slots[at] != 0 && slots[at] != token) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        Arrays.stream(before).filter(token -> token != 0).forEach(token -> slots[slot(token)] = token);
    }
}
