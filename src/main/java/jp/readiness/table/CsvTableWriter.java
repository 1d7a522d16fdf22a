package jp.readiness.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV. */
final class CsvTableWriter implements TableWriter {

    private final OutputStream out;
    private @Nullable CsvText text;

    CsvTableWriter(Path file) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(CsvText.MARK);
    }

    @Override
    public void write(List<String> row) throws IOException {
        if (text == null) {
            text = new CsvText(row.size());
        }
        text.write(row);
        out.write(text.take());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
