package jp.readiness.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Edition;

/**
 * How long changed rules take until applicants can be judged by them, in a program that has compiled before, beside the
 * same rules unchanged: read, printed, compiled, checked, loaded, and the first sheet judged.
 */
public final class PublishBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int QUESTIONS = 20;

    private PublishBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path cache = Files.createTempDirectory("bench");
        System.out.println("\n| rules | changed, seconds | unchanged, seconds |\n|---:|---:|---:|");
        for (int rules : List.of(40, 400)) {
            double[] changed = new double[ROUNDS];
            double[] unchanged = new double[ROUNDS];
            for (int round = -3; round < ROUNDS; round++) {
                Edition edition = Workload.edition(rules, QUESTIONS, 1_000L * rules + round);
                double first = seconds(cache, edition);
                double again = seconds(cache, edition);
                if (round >= 0) {
                    changed[round] = first;
                    unchanged[round] = again;
                }
            }
            System.out.printf(Locale.ROOT, "| %d | %s | %s |%n", rules, Spread.of(changed), Spread.of(unchanged));
        }
    }

    private static double seconds(Path cache, Edition edition) {
        long start = System.nanoTime();
        RuleBook ruleBook = new RuleCompiler(cache).compile(edition).ruleBook().orElseThrow();
        new Adviser(ruleBook);
        ruleBook.fired(ruleBook.facts(new RandomSheets(1, edition).next(0)));
        return (System.nanoTime() - start) / 1e9;
    }
}
