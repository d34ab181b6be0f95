package io.communique.desk.query;

/** An address asks for what cannot be; the message says what, for people. */
public final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadQueryException(String message) {
        super(message);
    }
}
