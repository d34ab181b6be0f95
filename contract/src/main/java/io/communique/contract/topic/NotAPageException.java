package io.communique.contract.topic;

/** A record of {@code press.pages} is no page; trying again does not help. */
public final class NotAPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAPageException(String message) {
        super(message);
    }
}
