package io.communique.app.chaos;

import io.communique.app.broker.EmbeddedBroker;
import java.nio.file.Path;

/** A broker in a process of its own, so that it can be killed alone. */
public final class BrokerProcess {
    private BrokerProcess() {}

    /** Runs a broker in the directory and on the port named, until the process ends. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println("broker at " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
