package jp.readiness.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.readiness.advice.Adviser;
import jp.readiness.library.FolderAdvice;
import jp.readiness.rulebook.RuleCompiler;

/**
 * How long a batch takes beside a program that only reads a table and writes the same columns again with FastCSV (the
 * floor). Each is a process of its own with 512 MB, as somebody would start it; they take turns, so that what else the
 * machine does hits both alike.
 *
 * <p>Arguments: programme, rows, rounds. The batch is run on twice the rows as well.
 */
public final class BatchBenchmark {

    private static final String MEMORY = "-Xmx512m";

    private BatchBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("floor")) {
            Floor.main(Path.of(args[1]), Path.of(args[2]));
            return;
        }
        if (args.length > 0 && args[0].equals("batch")) {
            batch(args[1], Path.of(args[2]), Path.of(args[3]));
            return;
        }
        String programme = args.length > 0 && !args[0].isBlank() ? args[0] : "bootcamp/2022";
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 3_360_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        compare(programme, rows, rounds);
    }

    private static void compare(String programme, long rows, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("batch-benchmark");
        Path in = folder.resolve("in.csv");
        Path twice = folder.resolve("twice.csv");
        long before = System.nanoTime();
        new SyntheticCohort(adviser(programme).edition(), 1).write(rows, in);
        System.out.printf(
                Locale.ROOT, "%,d rows, %,d MB, made in %.1f s%n", rows, Files.size(in) >> 20, seconds(before));
        new SyntheticCohort(adviser(programme).edition(), 1).write(2 * rows, twice);
        Path out = folder.resolve("out.csv");
        System.out.printf(
                "%10s %10s %10s %8s   %s%n",
                "floor s", "batch s", "twice s", "ratio", "(each: processor seconds, MB kept)");
        for (int round = 0; round < rounds; round++) {
            Ended floor = process("floor", in.toString(), out.toString());
            Ended batch = process("batch", programme, in.toString(), out.toString());
            Ended doubled = process("batch", programme, twice.toString(), out.toString());
            System.out.printf(
                    Locale.ROOT,
                    "%10.1f %10.1f %10.1f %8.2f   (%s) (%s) (%s)%n",
                    floor.seconds(),
                    batch.seconds(),
                    doubled.seconds(),
                    batch.seconds() / floor.seconds(),
                    floor.says(),
                    batch.says(),
                    doubled.says());
        }
        for (Path file : List.of(in, twice, out, folder)) {
            Files.deleteIfExists(file);
        }
    }

    private record Ended(double seconds, String says) {}

    private static Ended process(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                BatchBenchmark.class.getName()));
        command.addAll(List.of(args));
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String says = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", args) + " failed: " + says);
        }
        return new Ended(seconds(before), says.lines().reduce("", (first, last) -> last));
    }

    private static double seconds(long since) {
        return (double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) / 1000;
    }

    /** Of this process, on all cores: says more than the time where other programs run too. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private static Adviser adviser(String programme) {
        return new FolderAdvice(Path.of("rules"), new RuleCompiler(Path.of("target/test-cache")))
                .adviser(programme, LocalDate.of(2022, 6, 1));
    }

    private static void batch(String programme, Path in, Path out) {
        Peak peak = new Peak();
        BatchOrder order = new BatchOrder(
                in,
                Optional.empty(),
                Map.of(),
                out,
                Optional.empty(),
                false,
                LocalDate.of(2022, 6, 1),
                Locale.JAPANESE);
        BatchResult result = new BatchRun(adviser(programme), order).run(peak);
        if (result.rejected() > 0) {
            throw new IllegalStateException(result.toString());
        }
        peak.look();
        System.out.printf(Locale.ROOT, "%.1f, %d%n", processorSeconds(), peak.megabytes());
    }

    /** The most memory in use after a collection, as far as anybody looked. */
    private static final class Peak implements BatchWatcher {

        private long most;

        @Override
        public void progressed(long rows, long rejected, double fraction) {
            if (rows % 100_000 == 0) {
                look();
            }
        }

        void look() {
            long used = java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                    .map(java.lang.management.MemoryPoolMXBean::getCollectionUsage)
                    .filter(java.util.Objects::nonNull)
                    .mapToLong(java.lang.management.MemoryUsage::getUsed)
                    .sum();
            most = Math.max(most, used);
        }

        long megabytes() {
            return most >> 20;
        }
    }

    /** Reads and writes again, and nothing else. */
    private static final class Floor {

        static void main(Path in, Path out) throws IOException {
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in);
                    CsvWriter writer = CsvWriter.builder().build(out)) {
                for (CsvRecord row : reader) {
                    writer.writeRecord(row.getFields());
                }
            }
            System.out.printf(Locale.ROOT, "%.1f%n", processorSeconds());
        }
    }
}
