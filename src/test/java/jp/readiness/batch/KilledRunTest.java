package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, killed without warning and started again. */
@Tag("soak")
class KilledRunTest {

    private static final int KILLS = 20;
    private static final long SEED = 17;
    private static final int ROWS = 2_000_000;

    @TempDir
    private Path temp;

    private Process start(String out, String rejects) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "jp.readiness.ReadinessAdvisor",
                "batch",
                "camp/2022",
                temp.resolve("in.csv").toString(),
                "--rules=" + SmallRules.ORIGINAL,
                "--cache=target/test-cache",
                "-o",
                temp.resolve(out).toString(),
                "--rejects",
                temp.resolve(rejects).toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temp.resolve(out + ".log").toFile()))
                .start();
    }

    @Test
    void a_run_killed_at_random_moments_ends_with_the_result_of_an_undisturbed_one() throws Exception {
        writeInput();
        long before = System.nanoTime();
        assertThat(start("calm.csv", "calm-rejects.csv").waitFor()).isEqualTo(3);
        long calm = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);

        Random random = new Random(SEED);
        int killed = 0;
        while (killed < KILLS) {
            Process process = start("killed.csv", "killed-rejects.csv");
            // from the first moment to the last, so that some runs have checkpoints to go on from and some have none
            long wait = (long) (random.nextDouble() * calm);
            if (process.waitFor(wait, TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).isEqualTo(3);
                compare();
                Files.delete(temp.resolve("killed.csv"));
            } else {
                process.destroyForcibly().waitFor();
                killed++;
                assertThat(temp.resolve("killed.csv")).doesNotExist();
            }
        }
        assertThat(start("killed.csv", "killed-rejects.csv").waitFor()).isEqualTo(3);
        compare();
        assertThat(Files.readString(temp.resolve("killed.csv.log"))).contains("判定済み");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(
                            file -> file.endsWith(".part") || file.endsWith(".checkpoint") || file.endsWith(".next"));
        }
    }

    private void compare() throws IOException {
        assertThat(Files.mismatch(temp.resolve("calm.csv"), temp.resolve("killed.csv")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(temp.resolve("calm-rejects.csv"), temp.resolve("killed-rejects.csv")))
                .isEqualTo(-1);
    }

    /** Made-up applicants, some of whom cannot be read. */
    private void writeInput() throws IOException {
        Path all = temp.resolve("all.csv");
        new SyntheticCohort(SmallCamp.adviser().edition(), SEED).write(ROWS, all);
        try (var rows = Files.newBufferedReader(all);
                var out = Files.newBufferedWriter(temp.resolve("in.csv"))) {
            int count = 0;
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                out.write(++count % 50 == 0 ? row.replace(",COMPANY,", ",COMPANIE,") : row);
                out.write("\n");
            }
        }
        Files.delete(all);
    }
}
