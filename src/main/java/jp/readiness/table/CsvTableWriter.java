package jp.readiness.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV. */
final class CsvTableWriter implements TableWriter {

    private static final int ROWS_AT_ONCE = 200;

    private final OutputStream out;
    private @Nullable CsvText text;
    private int rows;

    CsvTableWriter(Path file) throws IOException {
        this.out = Files.newOutputStream(file);
        out.write(CsvText.MARK);
    }

    @Override
    public void write(List<String> row) throws IOException {
        if (text == null) {
            text = new CsvText(row.size());
        }
        text.write(row);
        if (++rows % ROWS_AT_ONCE == 0) {
            out.write(text.take());
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (text != null) {
                out.write(text.take());
            }
        }
    }
}
