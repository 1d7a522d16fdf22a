package jp.readiness.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Applicants judged a second by the rules of {@code bootcamp/2022}, one thread, three ways side by side: our rule book,
 * the same compiled rules in one Drools session an applicant, and the same rules as plain Java lambdas. Before anything
 * is timed, the three must agree on every sheet.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EvaluationBenchmark {

    private static final int SHEETS = 2_000;

    private final List<Facts> facts = new ArrayList<>();
    private final List<PlainJava.Applicant> applicants = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private RuleBook ruleBook;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private SessionRuleBook sessions;

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(EvaluationBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    @Setup
    public void compile() throws IOException {
        Edition edition = new RulesFolderReader()
                .read(Path.of("rules")).editions().stream()
                        .filter(e -> e.name().equals("bootcamp/2022"))
                        .findFirst()
                        .orElseThrow();
        ruleBook = new RuleCompiler(Files.createTempDirectory("bench"))
                .compile(edition)
                .ruleBook()
                .orElseThrow();
        sessions = new SessionRuleBook(edition);
        RandomSheets sheets = new RandomSheets(1, edition);
        for (int i = 0; i < SHEETS; i++) {
            Answers answers = sheets.next(0.15);
            facts.add(ruleBook.facts(answers));
            applicants.add(PlainJava.Applicant.of(answers));
            requireAgreement(i);
        }
    }

    private void requireAgreement(int sheet) {
        Facts sheetFacts = facts.get(sheet);
        boolean agree = ruleBook.fired(sheetFacts).equals(sessions.fired(sheetFacts))
                && ruleBook.fired(sheetFacts).equals(PlainJava.fired(applicants.get(sheet)));
        if (!agree) {
            throw new IllegalStateException("the three ways differ on sheet " + sheet);
        }
    }

    @Benchmark
    @OperationsPerInvocation(SHEETS)
    public void ruleBook(Blackhole results) {
        facts.forEach(sheet -> results.consume(ruleBook.fired(sheet)));
    }

    @Benchmark
    @OperationsPerInvocation(SHEETS)
    public void sessionPerApplicant(Blackhole results) {
        facts.forEach(sheet -> results.consume(sessions.fired(sheet)));
    }

    @Benchmark
    @OperationsPerInvocation(SHEETS)
    public void plainJava(Blackhole results) {
        applicants.forEach(applicant -> results.consume(PlainJava.fired(applicant)));
    }
}
