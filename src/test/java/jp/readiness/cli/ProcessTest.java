package jp.readiness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.readiness.SmallRules;
import jp.readiness.advice.AssessmentJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, as a terminal starts it. */
class ProcessTest {

    @TempDir
    private Path temp;

    private record Ended(int code, String out, String err) {}

    private Ended run(List<String> javaOptions, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(javaOptions);
        command.add("jp.readiness.ReadinessAdvisor");
        command.addAll(List.of(args));
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    @Test
    void advice_is_given_without_spring_and_nothing_but_the_advice_is_printed() throws Exception {
        Path answers = Files.writeString(temp.resolve("answers.json"), "{\"answers\": {\"participants\": 1}}");
        Path loaded = temp.resolve("loaded.txt");

        Ended ended = run(
                List.of("-Xlog:class+load:file=" + loaded, "-Dfile.encoding=US-ASCII"),
                "assess",
                "camp",
                answers.toString(),
                "--rules=" + SmallRules.ORIGINAL,
                "--cache=target/test-cache");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(AssessmentJson.read(ended.out())
                        .finding("participants")
                        .orElseThrow()
                        .text()
                        .ja())
                .isEqualTo("参加者が足りません。");
        try (var classes = Files.lines(loaded)) {
            assertThat(classes.filter(line -> line.contains("org.springframework"))
                            // the log library finds this one by itself on the class path
                            .filter(line -> !line.contains("RootLogLevelConfigurator")))
                    .isEmpty();
        }
    }

    @Test
    void words_are_utf_8_and_the_exit_code_reaches_the_shell() throws Exception {
        Ended ended = run(List.of("-Dfile.encoding=US-ASCII"), "chek");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("「chek」は使えません。もしかして「check」ですか。");
    }
}
