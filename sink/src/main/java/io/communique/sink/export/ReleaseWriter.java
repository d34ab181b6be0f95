package io.communique.sink.export;

import io.communique.contract.release.Release;
import java.io.IOException;

/** Writes releases, one after the other, in one format. */
public interface ReleaseWriter extends AutoCloseable {
    /** Writes one release. */
    void write(Release release) throws IOException;

    /** Ends the file; without it the file may be unusable. */
    @Override
    void close() throws IOException;
}
