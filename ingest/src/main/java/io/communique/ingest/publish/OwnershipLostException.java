package io.communique.ingest.publish;

/** Another process has taken the partition over; nothing was published, and nothing may be any more. */
public final class OwnershipLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnershipLostException(Throwable cause) {
        super("another process has taken this partition of the frontier", cause);
    }
}
