package jp.readiness.run;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import jp.readiness.batch.Columns;
import jp.readiness.programme.Text;

/**
 * What a look at a file shows before it is judged.
 *
 * @param encoding found or said; empty for a workbook
 * @param samples for each column what stands in its first rows
 * @param notes what the reader of the table said
 * @param earlier a run of the same file
 */
public record Inspection(
        Optional<Charset> encoding,
        Columns columns,
        List<List<String>> samples,
        List<Text> notes,
        Optional<Run> earlier) {

    public Inspection {
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
    }

    /** Whether a person has to look before it is judged. */
    public boolean asks() {
        return earlier.isPresent()
                || !columns.problems().isEmpty()
                || !columns.unknown().isEmpty();
    }
}
