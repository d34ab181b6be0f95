package io.communique.sink.store;

/**
 * Keeps every edition of every release, each once, and how far the topic has been read: both in the same transaction, so that whatever
 * dies when, a restart goes on exactly behind what is stored.
 *
 * <p>Several processes may write to one store. Implementations are safe to share between threads. Every method throws
 * {@link StoreUnavailableException} if the store did not answer; the same call may succeed later.
 */
public interface ReleaseStore extends EditionWriter, ReleaseQueries, AutoCloseable {
    @Override
    void close();
}
