package io.communique.sink.export;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.io.FileSystemOutputFile;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import io.communique.contract.release.Release;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/** Apache Parquet, compressed with Snappy; every column may be null, numbers are doubles. */
public final class ParquetWriter implements ReleaseWriter {
    /** What is held in memory until it is written; readers like groups of some size, too. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Table table;
    private final CarpetWriter<Object[]> out;

    /** Writes a file, which must not be there yet. */
    public ParquetWriter(Path file, Table table) throws IOException {
        this.table = table;
        WriteRecordModelType<Object[]> model = FieldTypes.writeRecordModel(Object[].class);
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            Column column = table.columns().get(i);
            model.withField(column.name(), type(column), row -> row[place]);
        }
        this.out = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), Object[].class)
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withWriteRecordModel(model)
                .build();
    }

    private static FieldType type(Column column) {
        return switch (column.kind()) {
            case TEXT -> FieldTypes.STRING;
            case WHOLE -> FieldTypes.LONG;
            case NUMBER -> FieldTypes.DOUBLE;
            case TRUTH -> FieldTypes.BOOLEAN;
        };
    }

    @Override
    @SuppressWarnings("NullAway") // A row's values may be null, which the library takes for absent.
    public void write(Release release) throws IOException {
        for (@Nullable Object[] row : table.rows(release)) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof BigDecimal number) {
                    row[i] = number.doubleValue();
                }
            }
            out.write(row);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
