package io.communique.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.json.Json;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Data on standard output, in UTF-8 whatever the terminal's locale, one JSON object a line. */
final class JsonLines implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final PrintStream out = new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES), false, UTF_8);

    void line(JsonNode value) {
        byte[] json = Json.mapper().writeValueAsBytes(value);
        out.write(json, 0, json.length);
        out.write('\n');
        requireTaken();
    }

    /** The object over several lines, for people. */
    void pretty(JsonNode value) {
        out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
        requireTaken();
    }

    /** A reader that went away (a closed pipe) ends the work; there is nobody left to work for. */
    private void requireTaken() {
        if (out.checkError()) {
            throw new CommandFailedException("nobody reads the output any more");
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
