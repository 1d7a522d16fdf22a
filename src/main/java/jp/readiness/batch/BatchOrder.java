package jp.readiness.batch;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import jp.readiness.table.SameFile;

/**
 * What a run is to do.
 *
 * @param encoding of the input; recognised if it is not said
 * @param byHand header → id of the question it is for, {@code applicant} or {@code ignore}
 * @param out where the results go, CSV or XLSX by its ending
 * @param rejects where rejected rows go with the reasons; CSV or XLSX by its ending
 * @param details whether words, changes and open questions are wanted beside verdict, bands and ids
 * @param locale of words and reasons
 */
public record BatchOrder(
        Path in,
        Optional<Charset> encoding,
        Map<String, String> byHand,
        Path out,
        Optional<Path> rejects,
        boolean details,
        LocalDate asOf,
        Locale locale) {

    public BatchOrder {
        byHand = Collections.unmodifiableMap(new LinkedHashMap<>(byHand));
        format(out);
        rejects.ifPresent(BatchOrder::format);
        if (SameFile.is(out, in)
                || rejects.filter(file -> SameFile.is(file, out) || SameFile.is(file, in))
                        .isPresent()) {
            throw new BatchProblem(List.of(new Text(
                    "入力、結果、取り込めない行には、それぞれ別のファイルを指定してください。", "Input, results and rejected rows need a file each.")));
        }
    }

    /** @throws BatchProblem if the name ends like neither */
    static Format format(Path file) {
        return Format.of(String.valueOf(file.getFileName()))
                .orElseThrow(() -> new BatchProblem(List.of(new Text(
                        "「%s」には書き出せません。ファイル名の終わりを .csv か .xlsx にしてください。".formatted(file),
                        "%s cannot be written: its name must end in .csv or .xlsx.".formatted(file)))));
    }
}
