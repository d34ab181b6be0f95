package io.communique.enrich.stream;

import io.communique.enrich.stream.TwinProcessor.Sketches;
import io.communique.enrich.twin.Sketch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Sketches as bytes: a version, then each with its numbers as four bytes, big-endian. Four bands of each release are written, so it counts. */
final class SketchSerdes {
    private static final byte VERSION = 1;
    private static final long NO_DAY = Long.MIN_VALUE;
    /** More is no sketch of ours. */
    private static final int NUMBERS_MAX = 1_024;

    private SketchSerdes() {}

    static Serde<Sketch> one() {
        return Serdes.serdeFrom((topic, sketch) -> writeOne(sketch), (topic, bytes) -> readOne(bytes));
    }

    static Serde<Sketches> many() {
        return Serdes.serdeFrom((topic, sketches) -> writeMany(sketches), (topic, bytes) -> readMany(bytes));
    }

    @SuppressWarnings("NullAway") // Kafka's interfaces carry no nullness; a tombstone's value is null on both sides.
    private static byte[] writeOne(@Nullable Sketch sketch) {
        return sketch == null ? null : write(List.of(sketch));
    }

    @SuppressWarnings("NullAway")
    private static Sketch readOne(byte @Nullable [] bytes) {
        return bytes == null ? null : read(bytes).get(0);
    }

    @SuppressWarnings("NullAway")
    private static byte[] writeMany(@Nullable Sketches sketches) {
        return sketches == null ? null : write(sketches.all());
    }

    @SuppressWarnings("NullAway")
    private static Sketches readMany(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sketches(read(bytes));
    }

    private static byte[] write(List<Sketch> sketches) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeShort(sketches.size());
            for (Sketch sketch : sketches) {
                out.writeUTF(sketch.release());
                out.writeUTF(sketch.url().toString());
                out.writeLong(sketch.day().map(LocalDate::toEpochDay).orElse(NO_DAY));
                write(sketch.minima(), out);
                write(sketch.numbers(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(List<Integer> numbers, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.size());
        numbers.forEach(bytes::putInt);
        out.writeShort(numbers.size());
        out.write(bytes.array());
    }

    private static List<Sketch> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new SerializationException("no sketches, or those of a later version");
            }
            int count = in.readUnsignedShort();
            List<Sketch> sketches = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String release = in.readUTF();
                URI url = URI.create(in.readUTF());
                long day = in.readLong();
                sketches.add(new Sketch(
                        release,
                        url,
                        day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day)),
                        numbers(in),
                        numbers(in)));
            }
            return sketches;
        } catch (IOException e) {
            throw new SerializationException("sketches end too early", e);
        }
    }

    private static List<Integer> numbers(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (count > NUMBERS_MAX) {
            throw new SerializationException("no sketch has " + count + " numbers");
        }
        IntBuffer read = ByteBuffer.wrap(in.readNBytes(Integer.BYTES * count)).asIntBuffer();
        if (read.remaining() < count) {
            throw new EOFException();
        }
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(read.get());
        }
        return numbers;
    }
}
