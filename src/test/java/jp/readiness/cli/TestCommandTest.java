package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.readiness.SmallRules;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @TempDir
    Path temp;

    @Test
    void green_scenarios_are_counted_in_the_last_line() {
        Outcome outcome = test(SmallRules.in(temp));

        assertThat(outcome.out()).isEqualTo("6 passed, 0 failed\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_red_scenario_is_named_with_its_place_and_what_came_out() {
        Outcome outcome = test(SmallRules.in(temp)
                .change("camp/2022/scenarios.yaml", "verdict: NOT_YET, unmet", "verdict: READY, unmet"));

        assertThat(outcome.out()).isEqualTo("""
                camp/2022/scenarios.yaml:4:3: 参加者が1名だけのときは、まだ準備が必要である
                  verdict should be READY and is NOT_YET.
                5 passed, 1 failed
                """);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void running_no_scenario_is_a_failure() {
        SmallRules none = SmallRules.in(temp).delete("camp/2021/scenarios.yaml").delete("camp/2022/scenarios.yaml");

        assertThat(test(none)).satisfies(outcome -> {
            assertThat(outcome.out()).isEqualTo("0 passed, 0 failed\n");
            assertThat(outcome.code()).isEqualTo(1);
        });
    }

    @Test
    void coverage_is_told_before_the_last_line_as_something_to_paste() {
        Outcome outcome = test(SmallRules.in(temp), "--coverage");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .contains("# camp/2022: 6 sides tried, 6 missing", "- name: \"skilled: tools with BI\"")
                .allMatch(line -> line.matches("(#|- |  ).*|6 passed, 0 failed"))
                .last()
                .isEqualTo("6 passed, 0 failed");
    }

    private Outcome test(SmallRules rules, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("test", "--lang", "en", "--rules", rules.folder().toString(), "--cache"));
        arguments.add(temp.resolve("cache").toString());
        arguments.addAll(List.of(more));
        return new Terminal().run(arguments.toArray(String[]::new));
    }
}
