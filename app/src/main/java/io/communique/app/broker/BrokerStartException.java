package io.communique.app.broker;

import java.io.IOException;

/** The embedded broker did not start; the message says why, and what to do. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns whether the message says all that there is to say; otherwise the cause helps. */
    public boolean isSaidInFull() {
        return getCause() == null || getCause() instanceof IOException;
    }
}
