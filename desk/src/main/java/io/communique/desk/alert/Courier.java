package io.communique.desk.alert;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Brings a message to an address of the web, and nowhere inside the operator's network. */
public interface Courier {
    /**
     * Posts a message; does not follow redirects.
     *
     * @return the status of the answer
     * @throws IOException if there is no answer within seconds, or the address is off limits
     */
    int post(URI to, Map<String, String> headers, byte[] body) throws IOException;
}
