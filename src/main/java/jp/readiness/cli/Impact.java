package jp.readiness.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.CellProblem;
import jp.readiness.batch.Columns;
import jp.readiness.batch.ReadRow;
import jp.readiness.batch.RowReader;
import jp.readiness.check.Impact.Cause;
import jp.readiness.check.Impact.Flip;
import jp.readiness.check.Impact.Judged;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;
import jp.readiness.trackrecord.Conclusion;
import jp.readiness.trackrecord.Improvement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a cohort against two versions of the rules and says who is judged otherwise, from what to what, by which rule. */
@Command(name = "impact")
final class Impact implements Callable<Integer> {

    private static final String OUTCOME = "outcome";

    @Mixin
    private final EditionChoice choice = new EditionChoice();

    private final Console console;

    @Parameters(index = "1", paramLabel = "COHORT.csv|xlsx", descriptionKey = "batch-in")
    private Path cohort = Path.of("");

    @Option(names = "--from", paramLabel = "DIR", descriptionKey = "impact-from")
    private @Nullable Path from;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "impact-to", required = true)
    private Path to = Path.of("");

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    private @Nullable Charset encoding;

    Impact(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Adviser before = from == null ? choice.adviser() : choice.adviser(existing(from));
        Adviser after = choice.adviser(existing(to));
        try (Table table = TableReader.open(cohort, Optional.ofNullable(encoding))) {
            compare(table, before, after, new jp.readiness.check.Impact(before, after, choice.day()));
            return 0;
        } catch (TableProblem e) {
            throw new BadInput(e.text());
        }
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    new Text("フォルダー「%s」がありません。".formatted(folder), "There is no folder %s.".formatted(folder)));
        }
        return folder;
    }

    private void compare(Table table, Adviser before, Adviser after, jp.readiness.check.Impact impact) {
        RowReader was = reader(table, before);
        RowReader is = reader(table, after);
        int outcomes = table.header().indexOf(OUTCOME);
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
            ReadRow old = was.read(row.get());
            ReadRow now = is.read(row.get());
            if (old.isGood() && now.isGood()) {
                impact.compare(old.answers(), now.answers(), left(row.get(), outcomes))
                        .ifPresent(flip -> say(now, flip));
            } else {
                List<CellProblem> problems = old.isGood() ? now.problems() : old.problems();
                problems.forEach(problem -> console.complain(problem.text()));
            }
        }
        say(impact);
    }

    private static RowReader reader(Table table, Adviser adviser) {
        Columns columns = Columns.of(table.header(), adviser.edition().questions(), Map.of());
        if (!columns.problems().isEmpty()) {
            throw new BadInput(columns.problems());
        }
        return new RowReader(columns, adviser.edition().questions());
    }

    /** One line: who, from what to what, and every rule that fires otherwise with the conditions that hold. */
    private void say(ReadRow row, Flip flip) {
        String who = row.applicant().orElseGet(() -> line(row.line()));
        String causes = flip.causes().stream().map(this::words).collect(Collectors.joining("; "));
        console.say(who + ": " + words(flip.before()) + " -> " + words(flip.after())
                + (causes.isEmpty() ? "" : ": " + causes));
    }

    private String line(long line) {
        return new Text("%d行目".formatted(line), "line %d".formatted(line)).in(console.locale());
    }

    private static String words(Judged judged) {
        return judged.verdict() + " " + judged.risk();
    }

    private String words(Cause cause) {
        String conditions = cause.conditions().stream().map(Impact::words).collect(Collectors.joining(", "));
        Text sign = cause.fires() ? new Text("成立", "fires") : new Text("不成立", "fires no more");
        return cause.rule() + " " + sign.in(console.locale()) + " (" + conditions + ")";
    }

    /** {@code participants 2 < 3}: the answer beside the threshold. */
    private static String words(Comparison comparison) {
        return comparison.expression()
                + comparison.answer().map(answer -> " " + answer).orElse("") + " " + comparison.operator()
                + comparison.threshold().map(threshold -> " " + threshold).orElse("");
    }

    private void say(jp.readiness.check.Impact impact) {
        console.say(new Text(
                        "%,d社のうち%,d社の判定が変わります。".formatted(impact.applicants(), impact.flipped()),
                        "%,d of %,d applicants are judged otherwise.".formatted(impact.flipped(), impact.applicants()))
                .in(console.locale()));
        console.say(impact.verdicts(false) + " -> " + impact.verdicts(true));
        console.say(impact.bands(false) + " -> " + impact.bands(true));
        if (impact.improvement().outcomes() > 0) {
            say(impact.improvement());
        }
    }

    /** Against what is known of those in the table that have a column {@code outcome}, as demonstration cohorts do. */
    private static Optional<Boolean> left(Row row, int column) {
        String outcome = column < 0 ? "" : row.cell(column).strip();
        return switch (outcome) {
            case "LEFT" -> Optional.of(true);
            case "FINISHED" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private void say(Improvement improvement) {
        console.say(new Text(
                        "結果の分かる%,d社(途中でやめた%,d社)と比べると:".formatted(improvement.outcomes(), improvement.left()),
                        "Against %,d known outcomes (%,d dropped out):"
                                .formatted(improvement.outcomes(), improvement.left()))
                .in(console.locale()));
        say(new Text("参加の可否", "admission"), improvement.admission());
        say(new Text("見込み", "likelihood"), improvement.warning());
    }

    private void say(Text what, Improvement.Swing swing) {
        String counts = "%s: %d -> %d (+%d -%d): "
                .formatted(what.in(console.locale()), swing.before(), swing.after(), swing.gained(), swing.lost());
        console.say(counts + words(swing.conclusion()).in(console.locale()));
    }

    private static Text words(Conclusion<Improvement.Tendency> conclusion) {
        if (conclusion instanceof Conclusion.TooFew<Improvement.Tendency> few) {
            return new Text(
                    "少なすぎて何も言えません(%d件。%d件から)".formatted(few.have(), few.needed()),
                    "too few to conclude anything (%d; from %d on)".formatted(few.have(), few.needed()));
        }
        return switch (conclusion.known().orElseThrow()) {
            case RIGHTER -> new Text("変えた後のほうが当たっていました", "the later rules would have been righter");
            case WRONGER -> new Text("変える前のほうが当たっていました", "the earlier rules were righter");
            case UNDECIDED -> new Text("偶然の範囲です", "it may be chance");
        };
    }
}
