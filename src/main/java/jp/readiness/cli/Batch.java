package jp.readiness.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.BatchOrder;
import jp.readiness.batch.BatchProblem;
import jp.readiness.batch.BatchResult;
import jp.readiness.batch.BatchRun;
import jp.readiness.batch.CellProblem;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges every row of a CSV or XLSX file; goes on where it stopped if it was killed and is started again. */
@Command(name = "batch")
final class Batch implements Callable<Integer> {

    /** Exit code where some rows were rejected and the others judged. */
    private static final int SOME_REJECTED = 3;

    @Mixin
    private final EditionChoice choice = new EditionChoice();

    private final Console console;

    @Parameters(index = "1", paramLabel = "IN.csv|xlsx", descriptionKey = "batch-in")
    private Path in = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv|xlsx",
            descriptionKey = "batch-out",
            required = true)
    private Path out = Path.of("");

    @Option(names = "--rejects", paramLabel = "FILE.csv|xlsx", descriptionKey = "rejects")
    private @Nullable Path rejects;

    @Option(names = "--details", descriptionKey = "details")
    private boolean details;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    private @Nullable Charset encoding;

    @Option(names = "--map", paramLabel = "HEADER=QUESTION", descriptionKey = "map")
    private Map<String, String> map = new LinkedHashMap<>();

    Batch(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Adviser adviser = choice.adviser();
        try (Progress progress = new Progress(console)) {
            BatchOrder order = new BatchOrder(
                    in,
                    Optional.ofNullable(encoding),
                    map,
                    out,
                    Optional.ofNullable(rejects),
                    details,
                    choice.day(),
                    console.locale());
            BatchResult result = new BatchRun(adviser, order).run(progress);
            progress.close();
            report(result);
            return result.rejected() > 0 ? SOME_REJECTED : 0;
        } catch (BatchProblem e) {
            throw new BadInput(e.texts());
        }
    }

    private void report(BatchResult result) {
        long good = result.rows() - result.rejected();
        console.say(new Text(
                        "%,d行を判定し、%,d行は取り込めませんでした。".formatted(good, result.rejected()),
                        "%,d rows judged, %,d rejected.".formatted(good, result.rejected()))
                .in(console.locale()));
        if (result.rejected() == 0) {
            return;
        }
        if (rejects != null) {
            console.complain(new Text(
                    "取り込めなかった行と理由は「%s」にあります。直して、もう一度取り込めます。".formatted(rejects),
                    "The rejected rows and the reasons are in %s, which can be corrected and judged again."
                            .formatted(rejects)));
            return;
        }
        result.firstProblems().stream().map(CellProblem::text).forEach(console::complain);
        console.complain(new Text(
                "取り込めなかった行をすべて書き出すには --rejects を付けてください。", "With --rejects all rejected rows are written to a file."));
    }
}
