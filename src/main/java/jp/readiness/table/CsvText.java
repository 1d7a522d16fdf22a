package jp.readiness.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Some rows as the bytes of a CSV file; for those who put a file together from parts made by several threads. */
public final class CsvText {

    /** What stands at the start of a file so that Excel takes it for UTF-8. */
    public static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final StringBuilder text = new StringBuilder();
    private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(new Appender(text));
    private final String[] guarded;

    /** @param columns how many cells a row has */
    public CsvText(int columns) {
        this.guarded = new String[columns];
    }

    public void write(List<String> row) {
        for (int column = 0; column < guarded.length; column++) {
            guarded[column] = Formulas.guarded(row.get(column));
        }
        writer.writeRecord(guarded);
    }

    /** The rows written so far, which are then gone from here. */
    public byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    /** Java's own writer to a string takes a lock for every piece. */
    private static final class Appender extends Writer {

        private final StringBuilder text;

        Appender(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void write(int character) {
            text.append((char) character);
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
        }

        @Override
        public void write(String string, int offset, int length) {
            text.append(string, offset, offset + length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
