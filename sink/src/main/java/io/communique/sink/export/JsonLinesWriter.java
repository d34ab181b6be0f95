package io.communique.sink.export;

import io.communique.contract.json.Json;
import io.communique.contract.release.Release;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One record a line, as on {@code press.releases}. */
public final class JsonLinesWriter implements ReleaseWriter {
    private final OutputStream out;
    private final List<String> members;

    /**
     * Writes to a stream, which is closed in the end.
     *
     * @param members of the record to keep, such as {@code title}; none for all
     */
    public JsonLinesWriter(OutputStream out, List<String> members) {
        this.out = out;
        this.members = List.copyOf(members);
    }

    @Override
    public void write(Release release) throws IOException {
        ObjectNode record = Json.mapper().valueToTree(release);
        if (!members.isEmpty()) {
            record.retain(members);
        }
        out.write(Json.mapper().writeValueAsBytes(record));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
