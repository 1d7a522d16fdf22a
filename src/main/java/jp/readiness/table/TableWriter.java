package jp.readiness.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The front door for writing: a new CSV file (UTF-8 with a mark, so that Excel shows Japanese) or workbook. No cell can
 * become a formula.
 */
public interface TableWriter extends AutoCloseable {

    /** Writes to a file that is made anew. */
    static TableWriter open(Path file, Format format) throws IOException {
        return format == Format.CSV ? new CsvTableWriter(file) : new XlsxTableWriter(file);
    }

    /** @throws TableProblem if a sheet holds no more rows */
    void write(List<String> row) throws IOException;

    @Override
    void close() throws IOException;
}
