package io.communique.bench.extraction;

/** Something that takes the main text out of a page. */
public interface Peer {
    /** Returns the name shown in tables. */
    String name();

    /** Returns the main text of {@code page}, which it may read all of but the labels; empty if it finds none. */
    String extract(GoldPage page);
}
