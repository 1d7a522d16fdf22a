package jp.readiness.advice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleCompiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one applicant waits for advice, with what to change and what to ask next, beside the bare evaluation of the
 * rules on the same sheets: median and 99th percentile, for every shipped edition, one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AdviceBenchmark {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final Path RULES = Path.of("rules");
    private static final int SHEETS = 500;

    @Param("")
    private String edition = "";

    private final List<Answers> sheets = new ArrayList<>();
    private int next;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private RuleBook ruleBook;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private Adviser adviser;

    public static void main(String[] args) throws Exception {
        String[] editions = new RulesFolderReader()
                .read(RULES).editions().stream().map(Edition::name).toArray(String[]::new);
        print(new Runner(new OptionsBuilder()
                        .include(AdviceBenchmark.class.getSimpleName())
                        .param("edition", editions)
                        .build())
                .run());
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf("%n%-28s %-8s %12s %12s%n", "edition", "", "median µs", "p99 µs");
        for (RunResult result : results) {
            Statistics times = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-8s %,12.1f %,12.1f%n",
                    result.getParams().getParam("edition"),
                    result.getPrimaryResult().getLabel(),
                    times.getPercentile(50),
                    times.getPercentile(99));
        }
    }

    @Setup
    public void compile() throws IOException {
        Edition wanted = new RulesFolderReader()
                .read(RULES).editions().stream()
                        .filter(one -> one.name().equals(edition))
                        .findFirst()
                        .orElseThrow();
        ruleBook = new RuleCompiler(Files.createTempDirectory("bench"))
                .compile(wanted)
                .ruleBook()
                .orElseThrow();
        adviser = new Adviser(ruleBook);
        LikelySheets likely = new LikelySheets(wanted, 1);
        for (int i = 0; i < SHEETS; i++) {
            sheets.add(likely.next());
        }
    }

    @Setup(Level.Iteration)
    public void fromTheFirst() {
        next = 0;
    }

    private Answers sheet() {
        next = (next + 1) % SHEETS;
        return sheets.get(next);
    }

    @Benchmark
    public Object advice() {
        return adviser.assess(sheet(), DAY);
    }

    @Benchmark
    public Object rules() {
        return ruleBook.fired(ruleBook.facts(sheet()));
    }
}
