package jp.readiness.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.readiness.advice.Fit;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Ranked;
import jp.readiness.library.FolderAdvice;
import jp.readiness.matching.BadList;
import jp.readiness.matching.Best;
import jp.readiness.matching.PairTable;
import jp.readiness.matching.SheetFile;
import jp.readiness.matching.SheetList;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import jp.readiness.table.SameFile;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks the pairs of two lists of applicants; those that do not go together are left out unless asked for. */
@Command(name = "match")
final class MatchCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 20_000; // a side
    private static final int SHOWN = 20; // values that could not be read, a file
    private static final int MOST_PAIRS = 5_000_000;

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    @Parameters(index = "0", paramLabel = "MATCH[/EDITION]", descriptionKey = "match")
    private String match = "";

    @Parameters(index = "1", paramLabel = "LEFT.csv|xlsx", descriptionKey = "match-left")
    private Path left = Path.of("");

    @Parameters(index = "2", paramLabel = "RIGHT.csv|xlsx", descriptionKey = "match-right")
    private Path right = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv|xlsx",
            descriptionKey = "match-out",
            required = true)
    private Path out = Path.of("");

    @Option(names = "--all", descriptionKey = "match-all")
    private boolean all;

    @Option(names = "--best", paramLabel = "N", descriptionKey = "match-best")
    private int best = Integer.MAX_VALUE;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    private @Nullable Charset encoding;

    MatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day = Optional.ofNullable(asOf).orElseGet(Workplace::today);
        Format format = format();
        if (SameFile.is(out, left) || SameFile.is(out, right)) {
            throw new BadInput(
                    new Text("二つの一覧と結果には、それぞれ別のファイルを指定してください。", "The two lists and the result need a file each."));
        }
        Matcher matcher = new FolderAdvice(workplace.rulesFolder(), workplace.compiler()).matcher(match, day);
        SheetList lefts = read(left, matcher.match().left());
        SheetList rights = read(right, matcher.match().right());
        if ((long) lefts.applicants().size() * rights.applicants().size() > MOST_PAIRS) {
            throw new BadInput(new Text(
                    "組み合わせが多すぎます(%,dまで)。ファイルを分けてください。".formatted(MOST_PAIRS),
                    "There are too many pairs (at most %,d). Split the files.".formatted(MOST_PAIRS)));
        }
        Set<Fit> wanted = all ? EnumSet.allOf(Fit.class) : EnumSet.of(Fit.FITS, Fit.OPEN);
        List<Ranked> ranked = Best.ofEach(matcher.rank(lefts.answers(), rights.answers(), wanted), Ranked::left, best);
        write(format, matcher, ranked, lefts, rights);
        return report(ranked, lefts, rights);
    }

    private Format format() {
        return Format.of(out.toString())
                .orElseThrow(() -> new BadInput(new Text(
                        "出力先「%s」の名前の終わりを .csv か .xlsx にしてください。".formatted(out),
                        "The name of the output %s must end in .csv or .xlsx.".formatted(out))));
    }

    private SheetList read(Path file, Side side) {
        try {
            SheetList list = SheetFile.read(file, side, Optional.ofNullable(encoding), MOST_ROWS);
            list.notes().stream().map(note -> inFile(file, note)).forEach(console::complain);
            list.rejected().stream()
                    .limit(SHOWN)
                    .map(problem -> inFile(file, problem))
                    .forEach(console::complain);
            int more = list.rejected().size() - SHOWN;
            if (more > 0) {
                console.complain(inFile(file, new Text("ほかに%,dか所あります。".formatted(more), "%,d more.".formatted(more))));
            }
            return list;
        } catch (BadList e) {
            throw new BadInput(
                    e.texts().stream().map(text -> inFile(file, text)).toList());
        }
    }

    private static Text inFile(Path file, Text text) {
        return new Text(file + ": " + text.ja(), file + ": " + text.en());
    }

    /** Into a file beside the output first, so that nothing half done stands in its place. */
    private void write(Format format, Matcher matcher, List<Ranked> ranked, SheetList lefts, SheetList rights)
            throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            try (TableWriter table = TableWriter.open(part, format)) {
                new PairTable(matcher, console.locale()).write(table, ranked, lefts, rights);
            }
            Files.move(part, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (TableProblem e) {
            throw new BadInput(e.text());
        } catch (IOException e) {
            throw BadInput.unwritable(out);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int report(List<Ranked> ranked, SheetList lefts, SheetList rights) {
        int rejected = lefts.rejected().size() + rights.rejected().size();
        console.say(new Text(
                        "%,d × %,d のうち、%,d組を「%s」に書き出しました。"
                                .formatted(
                                        lefts.applicants().size(),
                                        rights.applicants().size(),
                                        ranked.size(),
                                        out),
                        "Of %,d × %,d pairs, %,d were written to %s."
                                .formatted(
                                        lefts.applicants().size(),
                                        rights.applicants().size(),
                                        ranked.size(),
                                        out))
                .in(console.locale()));
        if (rejected > 0) {
            console.complain(new Text(
                    "読めない値が%,dか所あり、その行は組み合わせに入っていません。直して、もう一度行ってください。".formatted(rejected),
                    "%,d values could not be read; their rows take no part. Correct them and try again."
                            .formatted(rejected)));
        }
        return rejected > 0 ? CommandLineInterface.BAD_INPUT : 0;
    }
}
