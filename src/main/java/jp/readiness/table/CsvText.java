package jp.readiness.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Some rows as the bytes of a CSV file; for those who put a file together from parts made by several threads. */
public final class CsvText {

    /** What stands at the start of a file so that Excel takes it for UTF-8. */
    public static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);
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
        text.getBuffer().setLength(0);
        return bytes;
    }
}
