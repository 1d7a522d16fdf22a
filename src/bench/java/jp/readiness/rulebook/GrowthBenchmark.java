package jp.readiness.rulebook;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Briefs;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import org.jspecify.annotations.Nullable;

/** How the time to judge grows with rules, questions, rows and threads, and what memory a whole country takes. */
public final class GrowthBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int SHEETS = 20_000;
    private static final int A_COUNTRY = 3_360_000;
    private static final long SLICE = 200_000_000;
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final String EDITION = "bootcamp/2022";

    private static volatile @Nullable Object sink;

    private GrowthBenchmark() {}

    public static void main(String[] args) throws Exception {
        perApplicant("rules, over 20 questions", List.of(40, 400, 4_000), rules -> Workload.synthetic(rules, 20));
        perApplicant("questions, with 400 rules", List.of(10, 20, 40, 80), asked -> Workload.synthetic(400, asked));
        Workload shipped = Workload.shipped(EDITION);
        Adviser adviser = new Adviser(shipped.ruleBook());
        List<@Nullable Answer[]> sheets = sheets(shipped.edition());
        rows(adviser, sheets);
        threads(adviser, sheets);
        memory(adviser, sheets);
    }

    private record Size(int size, RuleBook ruleBook, Facts[] facts, double[] nanos) {
        static Size of(int size, Workload workload) {
            Facts[] facts =
                    workload.sheets().stream().map(workload.ruleBook()::facts).toArray(Facts[]::new);
            return new Size(size, workload.ruleBook(), facts, new double[ROUNDS]);
        }
    }

    /** The rules that fire on one applicant's facts. */
    private static void perApplicant(String what, List<Integer> sizes, IntFunction<Workload> workloads) {
        List<Size> all =
                sizes.stream().map(size -> Size.of(size, workloads.apply(size))).toList();
        for (int round = -2; round < ROUNDS; round++) {
            for (Size one : all) {
                double nanos = slice(one.ruleBook, one.facts);
                if (round >= 0) {
                    one.nanos[round] = nanos;
                }
            }
        }
        System.out.printf("%n| %s | ns an applicant | of the first |%n|---:|---:|---:|%n", what);
        all.forEach(one -> System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %s |%n",
                one.size,
                Spread.of(one.nanos),
                Spread.ofRatios(one.nanos, all.get(0).nanos)));
    }

    private static double slice(RuleBook ruleBook, Facts[] facts) {
        long start = cpu();
        int judged = 0;
        do {
            for (Facts sheet : facts) {
                sink = ruleBook.fired(sheet);
            }
            judged += facts.length;
        } while (cpu() - start < SLICE);
        return (double) (cpu() - start) / judged;
    }

    private static List<@Nullable Answer[]> sheets(Edition edition) {
        RandomSheets random = new RandomSheets(3, edition);
        List<@Nullable Answer[]> sheets = new ArrayList<>();
        for (int i = 0; i < SHEETS; i++) {
            Answers answers = random.next(i % 2 == 0 ? 0 : 0.2);
            sheets.add(edition.questions().stream()
                    .map(question -> answers.get(question.id()).orElse(null))
                    .toArray(Answer[]::new));
        }
        return sheets;
    }

    private static void rows(Adviser adviser, List<@Nullable Answer[]> sheets) {
        int[] rows = {100_000, 1_000_000};
        double[][] micros = new double[rows.length][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < rows.length; i++) {
                long start = cpu();
                judge(adviser, sheets, rows[i]);
                if (round >= 0) {
                    micros[i][round] = (cpu() - start) / 1e3;
                }
            }
        }
        System.out.printf(
                "%n| rows in brief, %s, half with a fifth open | µs a row | of the first, in all |%n", EDITION);
        System.out.println("|---:|---:|---:|");
        for (int i = 0; i < rows.length; i++) {
            int many = rows[i];
            double[] each =
                    java.util.Arrays.stream(micros[i]).map(all -> all / many).toArray();
            System.out.printf(
                    Locale.ROOT, "| %,d | %s | %s |%n", many, Spread.of(each), Spread.ofRatios(micros[i], micros[0]));
        }
    }

    private static long judge(Adviser adviser, List<@Nullable Answer[]> sheets, int rows) {
        Briefs briefs = adviser.briefs(DAY);
        long unmet = 0;
        for (int row = 0; row < rows; row++) {
            unmet += briefs.of(sheets.get(row % sheets.size())).unmet().size();
        }
        return unmet;
    }

    private static void threads(Adviser adviser, List<@Nullable Answer[]> sheets) throws Exception {
        double[][] perSecond = new double[2][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                double speed = speed(adviser, sheets, threads);
                if (round >= 0) {
                    perSecond[threads - 1][round] = speed;
                }
            }
        }
        System.out.println("\n| threads | rows/s | of one |\n|---:|---:|---:|");
        for (int threads = 1; threads <= 2; threads++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,.0f | %s |%n",
                    threads,
                    Spread.median(perSecond[threads - 1]),
                    Spread.ofRatios(perSecond[threads - 1], perSecond[0]));
        }
    }

    private static double speed(Adviser adviser, List<@Nullable Answer[]> sheets, int threads)
            throws InterruptedException, ExecutionException {
        int rows = 400_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Callable<Long>> parts = new ArrayList<>();
            for (int part = 0; part < threads; part++) {
                parts.add(() -> judge(adviser, sheets, rows / threads));
            }
            for (Future<Long> part : pool.invokeAll(parts)) {
                sink = part.get();
            }
            return rows * 1e9 / (System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }

    /** Heap as it is after collections, and metaspace, before and after judging as many rows as Japan has small firms. */
    private static void memory(Adviser adviser, List<@Nullable Answer[]> sheets) {
        System.gc();
        double metaspace = mebibytes("Metaspace", false);
        double before = mebibytes("", true);
        double most = 0;
        for (int part = 0; part < 20; part++) {
            sink = judge(adviser, sheets, A_COUNTRY / 20);
            System.gc();
            most = Math.max(most, mebibytes("", true));
        }
        System.out.printf(
                Locale.ROOT,
                "%n%,d rows in brief: live heap %.0f MiB before, at most %.0f MiB; metaspace %.1f MiB before, %.1f MiB after%n",
                A_COUNTRY,
                before,
                most,
                metaspace,
                mebibytes("Metaspace", false));
    }

    private static double mebibytes(String pool, boolean heap) {
        if (heap) {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(one -> one.getName().equals(pool))
                        .mapToLong((MemoryPoolMXBean one) -> one.getUsage().getUsed())
                        .sum()
                / 1048576.0;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
