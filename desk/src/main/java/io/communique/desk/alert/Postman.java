package io.communique.desk.alert;

import java.io.IOException;

/** Hands mail to a server. */
public interface Postman {
    /**
     * Sends a message.
     *
     * @throws IOException if no server took it; the message says why
     */
    void send(Mail mail) throws IOException;
}
