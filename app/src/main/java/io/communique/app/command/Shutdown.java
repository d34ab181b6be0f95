package io.communique.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command that runs until stopped stop well: on a signal it is told, and the JVM waits until it has closed what it opened. */
final class Shutdown implements AutoCloseable {
    private static final long CLOSE_SECONDS_MAX = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::ask, "shutdown"));
    }

    /** Waits for a signal. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Waits for a signal for a while. */
    boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void ask() {
        asked.countDown();
        try {
            if (!closed.await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println(
                        "communique: gave up waiting for a clean stop; nothing is lost, the next start goes on from here");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
