package io.communique.sink.store;

/** The store took nothing of a batch and never will: something in it cannot be stored. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
