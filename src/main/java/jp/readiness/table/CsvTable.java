package jp.readiness.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Text;

/** A CSV file, open. A row whose quotation mark is never closed is damaged, and reading goes on in the line after it. */
final class CsvTable implements Table {

    /** Excel's cells hold 32,767 characters; what is much longer is a quotation mark that was never closed. */
    private static final int LONGEST_CELL = 1 << 18;

    private static final int START = 1 << 16;

    /** After each of them the file is read again from its start, so that there must be an end to it. */
    private static final int MOST_DAMAGES = 50;

    private final Path file;
    private final Encoding encoding;
    private final Separator separator;
    private final long size;
    private final boolean endsWithLine;
    private final List<String> header;

    private final CsvRecords records = new CsvRecords();
    private Counted bytes;
    private CsvReader<Row> reader;
    private Iterator<Row> rows;
    private int damages;

    private CsvTable(Path file, Encoding encoding) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.size = Files.size(file);
        this.endsWithLine = endsWithLine(file, size);
        this.separator = Separator.of(start());
        this.bytes = new Counted(Files.newInputStream(file));
        this.reader = reader();
        this.rows = rows(separator.said() ? 1 : 0);
        try {
            this.header = Headers.of(next());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static CsvTable open(Path file, Optional<Charset> wanted) throws IOException {
        return new CsvTable(file, Encoding.of(file, wanted));
    }

    private String start() throws IOException {
        try (Reader in = new InputStreamReader(encoding.text(Files.newInputStream(file)), encoding.decoder())) {
            char[] start = new char[START];
            int length = 0;
            for (int read = 0; read >= 0 && length < START; read = in.read(start, length, START - length)) {
                length += read;
            }
            return new String(start, 0, length);
        }
    }

    private static boolean endsWithLine(Path file, long size) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, size - 2));
            String end = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            return end.contains("\n") || end.contains("\r");
        }
    }

    private CsvReader<Row> reader() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator.character())
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(records, new InputStreamReader(encoding.text(bytes), encoding.decoder()));
    }

    /** @param lines that are passed over */
    private Iterator<Row> rows(long lines) throws IOException {
        int left = Math.toIntExact(lines);
        if (left > 0) {
            reader.skipLines(left);
        }
        return reader.iterator();
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public Optional<Charset> encoding() {
        return Optional.of(encoding.charset());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<Text> notes() {
        return List.of();
    }

    @Override
    public double progress() {
        return size == 0 ? 1 : Math.min(1, (double) bytes.count / size);
    }

    @Override
    public Optional<Row> next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.isBlank()) {
                    return Optional.of(isCutOff(row) ? cutOff(row) : row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            return Optional.of(damaged());
        } catch (UncheckedIOException e) {
            throw TableReader.unreadable(file);
        }
    }

    /** A last row that is shorter than the header, in a file that does not end with a line, was hardly meant so. */
    private boolean isCutOff(Row row) {
        return !endsWithLine && header != null && row.cells().size() < header.size() && !rows.hasNext();
    }

    private static Row cutOff(Row row) {
        return new Row(
                row.line(),
                row.cells(),
                Optional.of(new Text(
                        "ファイルがこの行の途中で切れているようです。残りの列を確かめてください。",
                        "The file seems to be cut off within this row. Check its other columns.")));
    }

    /** The row in which a quotation mark was opened and never closed; reading goes on in the line after it. */
    private Row damaged() {
        long line = records.line();
        try {
            if (++damages > MOST_DAMAGES) {
                throw new TableProblem(
                        "閉じていない引用符「\"」が多すぎて読めません（%d行目など）。表計算ソフトで開き、CSV で保存し直してください。".formatted(line),
                        "Too many quotation marks (\") are never closed, in line %d for one. Open the file in a spreadsheet and save it as CSV again."
                                .formatted(line));
            }
            String text = lineAt(line);
            reader.close();
            bytes = new Counted(Files.newInputStream(file));
            reader = reader();
            rows = rows(line);
            return new Row(
                    line,
                    List.of(text),
                    Optional.of(new Text(
                            "引用符「\"」が閉じていないため、この行は読めません。",
                            "A quotation mark (\") is never closed, so this row cannot be read.")));
        } catch (IOException e) {
            throw TableReader.unreadable(file);
        }
    }

    private String lineAt(long line) throws IOException {
        try (var in = new java.io.BufferedReader(
                new InputStreamReader(encoding.text(Files.newInputStream(file)), encoding.decoder()))) {
            StringBuilder text = new StringBuilder();
            long current = 1;
            int last = 0;
            for (int c = in.read(); c >= 0 && current <= line; c = in.read()) {
                boolean lineFeedOfPair = c == '\n' && last == '\r';
                if (!lineFeedOfPair && (c == '\n' || c == '\r')) {
                    current++;
                } else if (current == line && text.length() < LONGEST_CELL && c != '\n') {
                    text.append((char) c);
                }
                last = c;
            }
            return text.toString();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw TableReader.unreadable(file);
        }
    }

    /** Knows how many bytes were read. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
