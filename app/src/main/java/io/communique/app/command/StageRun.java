package io.communique.app.command;

import java.util.Optional;
import java.util.function.Supplier;

/** Runs one stage until it is told to stop or gives up. */
final class StageRun {
    private static final long CHECK_MILLIS = 500;

    private StageRun() {}

    /**
     * Waits.
     *
     * @param failure of the stage; empty while it is well
     * @param monitor closed with the stage
     * @return the exit code
     */
    static int untilStopped(
            String stage, AutoCloseable running, Supplier<Optional<Throwable>> failure, AutoCloseable monitor)
            throws Exception {
        try (Shutdown shutdown = new Shutdown();
                monitor) {
            System.err.println("communique " + stage + ": running, stop with Ctrl-C");
            while (!shutdown.await(CHECK_MILLIS)) {
                if (failure.get().isPresent()) {
                    throw new CommandFailedException(
                            stage + " gave up: " + failure.get().get(),
                            failure.get().get());
                }
            }
            running.close();
            return 0;
        }
    }
}
