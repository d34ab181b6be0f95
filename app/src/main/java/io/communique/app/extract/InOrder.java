package io.communique.app.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on all cores and hands the results over in the order of the inputs, holding only a few at a time. */
public final class InOrder {
    /** Inputs under way or waiting for their turn, per core: enough that one slow input does not idle the others. */
    private static final int AHEAD_PER_CORE = 8;

    private InOrder() {}

    /**
     * Applies {@code work} to each input and gives the results to {@code out}, in order, on the calling thread.
     *
     * @param work must be safe to call from several threads at once
     * @throws IllegalStateException if {@code work} threw; the cause is what it threw
     */
    public static <I, O> void map(Iterator<I> inputs, Function<I, O> work, Consumer<O> out)
            throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        try {
            Deque<Future<O>> ahead = new ArrayDeque<>();
            while (inputs.hasNext() || !ahead.isEmpty()) {
                while (inputs.hasNext() && ahead.size() < cores * AHEAD_PER_CORE) {
                    I input = inputs.next();
                    ahead.addLast(workers.submit(() -> work.apply(input)));
                }
                out.accept(result(ahead.removeFirst()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <O> O result(Future<O> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
