package io.communique.contract.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes with value equality; what a server sent, in whatever encoding, never re-encoded. */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies {@code content}, so that later writes to the array do not show here. */
    public static Bytes copyOf(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** Returns no bytes at all. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns whether there is no byte. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns a stream over the bytes, without a copy. */
    public InputStream openStream() {
        return new ByteArrayInputStream(content);
    }

    /** Returns the SHA-256 of the bytes, in 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
