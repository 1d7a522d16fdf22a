package jp.readiness.rulebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long starts take: the command line and the server, with and without compiled rules, beside {@code java -version} and
 * an empty main class; on a Java that has it, also with an AOT cache. Needs {@code target/readiness-advisor.jar}.
 *
 * <p>Whole processes take turns for several rounds. The time on the clock is what a person waits; the processor time says
 * the same on a busy machine.
 */
public final class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final Path JAR = Path.of("target", "readiness-advisor.jar").toAbsolutePath();
    private static final String JAVA = System.getProperty("with", System.getProperty("java.home")) + "/bin/java";

    private record Start(double wall, double processor) {}

    private StartBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        Map<String, List<String>> commands = commands(folder);
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int round = -1; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                if (command.getKey().contains("nothing compiled")) {
                    delete(folder.resolve("cold"));
                }
                Start start = run(command.getValue());
                if (round >= 0) {
                    starts.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add(start);
                }
            }
        }
        print(starts);
        delete(folder);
    }

    private static Map<String, List<String>> commands(Path folder) throws Exception {
        Path empty = Files.writeString(
                folder.resolve("Empty.java"), "public class Empty { public static void main(String[] a) {} }");
        run(List.of(JAVA + "c", "-d", folder.toString(), empty.toString()));
        Path answers = Files.writeString(
                folder.resolve("answers.json"), "{\"answers\": {\"participants\": 1, \"dxStage\": \"PLANNED\"}}");
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("empty main class", List.of(JAVA, "-cp", folder.toString(), "Empty"));
        commands.put("java -version", List.of(JAVA, "-version"));
        List<String> assess =
                List.of("assess", "bootcamp/2022", answers.toString(), "--as-of", "2022-06-01", "--cache");
        commands.put(
                "assess, rules unchanged",
                jar(List.of(), assess, folder.resolve("warm").toString()));
        commands.put(
                "assess, nothing compiled",
                jar(List.of(), assess, folder.resolve("cold").toString()));
        List<String> serve = List.of(
                "serve",
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:bench",
                "--spring.main.banner-mode=off");
        List<String> once = List.of("-Dspring.context.exit=onRefresh");
        String warm = "--readiness.cache-dir=" + folder.resolve("warm");
        commands.put("server, rules unchanged", jar(once, serve, warm));
        commands.put("server, nothing compiled", jar(once, serve, "--readiness.cache-dir=" + folder.resolve("cold")));
        if (Runtime.Version.parse(version()).feature() >= 25) {
            aot(folder, commands, assess, serve, warm);
        }
        return commands;
    }

    /** An AOT cache holds the classes of a start for practice; it wants the jar taken apart. */
    private static void aot(
            Path folder, Map<String, List<String>> commands, List<String> assess, List<String> serve, String warm)
            throws Exception {
        Path apart = folder.resolve("apart");
        run(List.of(JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", apart.toString()));
        String jar = apart.resolve(JAR.getFileName()).toString();
        List<String> once = List.of("-Dspring.context.exit=onRefresh");
        Path server = folder.resolve("server.aot");
        Path command = folder.resolve("command.aot");
        run(practised(jar, server, once, serve, warm));
        run(practised(jar, command, List.of(), assess, folder.resolve("warm").toString()));
        commands.put("server, jar taken apart", with(jar, once, serve, warm));
        commands.put("server, AOT cache", with(jar, plus(once, "-XX:AOTCache=" + server), serve, warm));
        commands.put(
                "assess, jar taken apart",
                with(jar, List.of(), assess, folder.resolve("warm").toString()));
        commands.put(
                "assess, AOT cache",
                with(
                        jar,
                        List.of("-XX:AOTCache=" + command),
                        assess,
                        folder.resolve("warm").toString()));
    }

    private static List<String> practised(
            String jar, Path cache, List<String> options, List<String> args, String last) {
        return with(jar, plus(options, "-XX:AOTCacheOutput=" + cache), args, last);
    }

    private static List<String> jar(List<String> options, List<String> args, String last) {
        return with(JAR.toString(), options, args, last);
    }

    private static List<String> with(String jar, List<String> options, List<String> args, String last) {
        return Stream.of(List.of(JAVA), options, List.of("-jar", jar), args, List.of(last))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> plus(List<String> options, String option) {
        return Stream.concat(options.stream(), Stream.of(option)).toList();
    }

    private static String version() throws Exception {
        Process process = new ProcessBuilder(JAVA, "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.contains("java.version ="))
                    .map(line -> line.substring(line.indexOf('=') + 1).trim())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The shell's {@code times} says what its children took of the processors. */
    private static Start run(List<String> command) throws IOException, InterruptedException {
        StringBuilder quoted = new StringBuilder();
        command.forEach(word -> quoted.append('\'').append(word).append("' "));
        long start = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", quoted + "> /dev/null 2>&1 || exit 1; times")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + command);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        String[] children =
                said.strip().lines().skip(1).findFirst().orElseThrow().split(" ");
        return new Start(wall, seconds(children[0]) + seconds(children[1]));
    }

    /** As in {@code 0m1.250s}. */
    private static double seconds(String time) {
        String[] parts = time.replace("s", "").split("m");
        return Integer.parseInt(parts[0]) * 60 + Double.parseDouble(parts[1]);
    }

    private static void print(Map<String, List<Start>> starts) throws Exception {
        System.out.printf("%nJava %s%n%n", version());
        System.out.println("| | seconds | of an empty main class | processor seconds | of an empty main class |");
        System.out.println("|---|---:|---:|---:|---:|");
        List<Start> empty = starts.values().iterator().next();
        starts.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %s | %.2f | %s |%n",
                name,
                Spread.median(wall(each)),
                Spread.ofRatios(wall(each), wall(empty)),
                Spread.median(processor(each)),
                Spread.ofRatios(processor(each), processor(empty))));
    }

    private static double[] wall(List<Start> starts) {
        return starts.stream().mapToDouble(Start::wall).toArray();
    }

    private static double[] processor(List<Start> starts) {
        return starts.stream().mapToDouble(Start::processor).toArray();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
