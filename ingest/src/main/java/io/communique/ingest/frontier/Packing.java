package io.communique.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.frontier.FrontierEntry;
import io.communique.contract.json.Json;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Entries as few bytes: a process remembers a million of them. The same JSON as on the topic, so that no member can be forgotten here,
 * compressed against a dictionary of what all entries have in common (RFC 1951). Not safe to share between threads.
 */
final class Packing {
    /** What is most common stands last. */
    private static final byte[] DICTIONARY =
            ("https://www./news/press/view.do?seq=http://www.gov.releases/.html\"W/\\\"\\\"\","
                            + "\"Mon, Tue, Wed, Thu, Fri, Sat, Sun, Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 2026 00:00:00 GMT\","
                            + "\"kind\":\"file\",\"kind\":\"listing\",\"attached\":{\"page\":\"https://\",\"link\":\"https://\"}"
                            + "{\"schema\":\"frontier/1\",\"url\":\"https://\",\"requestUrl\":\"https://www.\",\"source\":\"\",\"kind\":\"page\","
                            + "\"siteId\":\"\",\"hint\":{\"title\":\"The Ministry of \",\"date\":\"2026-\"},\"etag\":null,\"lastModified\":null,\"sha256\":\"\","
                            + "\"firstSeen\":\"2026-00T00:00:00.000000Z\",\"lastVisit\":\"2026-00T00:00:00.000000Z\",\"nextVisit\":\"2026-00T00:00:00.000000Z\","
                            + "\"failures\":0,\"attached\":null,\"absence\":null,\"habit\":null,\"fillsGapOf\":null}")
                    .getBytes(UTF_8);

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final Inflater inflater = new Inflater(true);
    private byte[] buffer = new byte[8 << 10];

    byte[] pack(FrontierEntry entry) {
        deflater.reset();
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(Json.mapper().writeValueAsBytes(entry));
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(buffer, length, buffer.length - length);
            growIfFull(length);
        }
        return Arrays.copyOf(buffer, length);
    }

    FrontierEntry unpack(byte[] packed) {
        try {
            inflater.reset();
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed);
            int length = 0;
            while (!inflater.finished()) {
                length += inflater.inflate(buffer, length, buffer.length - length);
                growIfFull(length);
            }
            return Json.mapper().readValue(buffer, 0, length, FrontierEntry.class);
        } catch (DataFormatException e) {
            throw new AssertionError("what was packed here is unpacked here", e);
        }
    }

    private void growIfFull(int length) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
    }
}
