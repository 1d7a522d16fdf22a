package jp.readiness.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Text;

/** An open table: its header, then its rows one by one. Not for many threads. */
public interface Table extends AutoCloseable {

    Format format();

    /** How the text was encoded; empty for a workbook. */
    Optional<Charset> encoding();

    /** The cells of the first row that is not blank, without the blank ones at its end. */
    List<String> header();

    /** What a reader should know although the table could be read, such as which sheet of several was taken. */
    List<Text> notes();

    /**
     * The next row that is not blank; empty at the end.
     *
     * @throws TableProblem if the file is damaged from here on
     */
    Optional<Row> next();

    /** How much of the file has been read, 0 to 1; grows in steps. */
    double progress();

    @Override
    void close();
}
