package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.readiness.programme.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that authors make, and every word that we say about each: {@code check/drl/<case>.drl} beside {@code
 * <case>.expected}. With {@code -Dgolden.write=true} the expected files are written anew; read the difference.
 */
class GoldenProblemsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "check", "drl");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_where_what_and_how_else(Path drl) throws IOException {
        Compiled compiled = Rules.compile(Files.readString(drl));
        List<String> said = new ArrayList<>();
        for (Problem problem : compiled.problems()) {
            said.add(problem.line(Locale.ENGLISH));
            said.add(problem.line(Locale.JAPANESE));
        }
        Path expected = Path.of(drl.toString().replace(".drl", ".expected"));
        if (Boolean.getBoolean("golden.write")) {
            Files.write(expected, said);
        }

        assertThat(said).isEqualTo(Files.readAllLines(expected));
        assertThat(compiled.ruleBook().isEmpty())
                .isEqualTo(compiled.problems().stream().anyMatch(Problem::isError));
    }

    @Test
    void every_case_but_the_sound_ones_has_a_problem() throws IOException {
        List<String> silent = cases().map(drl -> Path.of(drl.toString().replace(".drl", ".expected")))
                .filter(expected -> expected.toFile().length() == 0)
                .map(expected -> expected.getFileName().toString())
                .toList();

        assertThat(silent).containsExactly("empty-file.expected", "sound.expected");
    }
}
