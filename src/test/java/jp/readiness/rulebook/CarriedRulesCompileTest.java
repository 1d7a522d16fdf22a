package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programmes of this repository. */
class CarriedRulesCompileTest {

    @TempDir
    Path cache;

    @Test
    void compile_without_a_problem_and_the_second_time_come_from_the_cache() {
        for (Edition edition : new RulesFolderReader().read(Path.of("rules")).editions()) {
            Compiled first = new RuleCompiler(cache).compile(edition);
            Compiled second = new RuleCompiler(cache).compile(edition);

            assertThat(first.problems().stream().map(problem -> problem.line(Locale.ENGLISH)))
                    .isEmpty();
            assertThat(first.ruleBook()).isPresent();
            assertThat(first.cached()).isFalse();
            assertThat(second.ruleBook()).isPresent();
            assertThat(second.cached()).isTrue();
        }
    }
}
