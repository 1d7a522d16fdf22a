package jp.readiness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.readiness.batch.BatchProblem;
import jp.readiness.batch.SyntheticCohort;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes up applicants who do not exist. */
@Command(name = "generate")
final class Generate implements Callable<Integer> {

    @Mixin
    private final EditionChoice choice = new EditionChoice();

    private final Console console;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "rows", required = true)
    private long rows;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv|xlsx",
            descriptionKey = "generate-out",
            required = true)
    private Path out = Path.of("");

    Generate(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Edition edition = choice.adviser().edition();
        if (rows < 1) {
            throw new BadInput(new Text("--rows には1以上の数を指定してください。", "--rows takes a number from 1 on."));
        }
        try {
            new SyntheticCohort(edition, seed).write(rows, out);
        } catch (BatchProblem e) {
            throw new BadInput(e.texts());
        } catch (IOException e) {
            throw BadInput.unwritable(out);
        }
        console.say(new Text("架空の%,d行を書き出しました: %s".formatted(rows, out), "%,d made-up rows: %s".formatted(rows, out))
                .in(console.locale()));
        return 0;
    }
}
