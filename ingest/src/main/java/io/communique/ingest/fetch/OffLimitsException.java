package io.communique.ingest.fetch;

import java.net.UnknownHostException;

/** A name or address leads into a network that is not to be reached. */
final class OffLimitsException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    OffLimitsException(String host) {
        super(host + " lies inside a network that is off limits");
    }
}
