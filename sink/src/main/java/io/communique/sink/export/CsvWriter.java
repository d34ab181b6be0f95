package io.communique.sink.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.release.Release;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8, the first line naming the columns; what is absent is empty. */
public final class CsvWriter implements ReleaseWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Table table;
    private final CSVPrinter out;
    private final boolean forSpreadsheets;

    /**
     * Writes to a stream, which is closed in the end.
     *
     * @param forSpreadsheets whether texts that a spreadsheet would take for a formula get an apostrophe in front: a page could otherwise
     *     have one run something
     */
    public CsvWriter(OutputStream out, Table table, boolean forSpreadsheets) throws IOException {
        this.table = table;
        this.forSpreadsheets = forSpreadsheets;
        this.out = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, UTF_8)),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(table.columns().stream().map(Column::name).toArray(String[]::new))
                        .get());
    }

    @Override
    public void write(Release release) throws IOException {
        for (@Nullable Object[] row : table.rows(release)) {
            for (@Nullable Object value : row) {
                out.print(cell(value));
            }
            out.println();
        }
    }

    private @Nullable Object cell(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        boolean formula =
                value instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && forSpreadsheets ? "'" + value : value;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
