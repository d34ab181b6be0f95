package io.communique.sink.export;

/**
 * A column of a table.
 *
 * @param name of it, in lower case with underscores
 * @param kind of its values
 */
public record Column(String name, Kind kind) {
    /** What a column holds; any value may be absent. */
    public enum Kind {
        /** A string. */
        TEXT,
        /** A {@link Long}. */
        WHOLE,
        /** A {@link java.math.BigDecimal}; in formats that have no such thing, the nearest double. */
        NUMBER,
        /** A {@link Boolean}. */
        TRUTH
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    static Column truth(String name) {
        return new Column(name, Kind.TRUTH);
    }
}
