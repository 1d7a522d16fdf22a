package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickFixTest {

    private static Problem problem(String file, int column, String hint) {
        return Problem.error(
                new Place("camp/2022/" + file, 1, column), "X", new Text("誤り", "wrong"), new Text("もしかして", hint));
    }

    /** @param column from 1, in characters */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules.drl      | Applicant( particpants < 2 )    | 12 | participants     | Applicant( participants < 2 )",
                "rules.drl      | Applicant( team == Taem.FORMED )| 20 | Team             | Applicant( team == Team.FORMED )",
                "rules.drl      | Applicant( team == Team.FORMD ) | 25 | FORMED           | Applicant( team == Team.FORMED )",
                "rules.drl      | Applicant( team == FORMED )     | 20 | Team.FORMED      | Applicant( team == Team.FORMED )",
                "rules.drl      | advice.signal( \"no-dta\" );    | 16 | no-data          | advice.signal( \"no-data\" );",
                "rules.drl      | a-b < 2                         | 1  | c                | c-b < 2",
                "rules.drl      | participants = 2                | 14 | ==               | participants == 2",
                "rules.drl      | participants ＜ 2               | 14 | <                | participants < 2",
                "rules.drl      | 𠮷野参加 < 2                   | 1  | 参加人数         | 参加人数 < 2",
                "programme.yaml | lable: { ja: 名 }               | 1  | label            | label: { ja: 名 }",
                "scenarios.yaml | expect: { unmet: [no-dta] }     | 19 | no-data          | expect: { unmet: [no-data] }"
            })
    void the_word_that_is_meant_takes_the_place_of_the_one_written(
            String file, String line, int column, String meant, String fixed) {
        QuickFix fix = QuickFix.of(problem(file, column, "Maybe you meant `" + meant + "`."), line)
                .orElseThrow();
        int from = line.offsetByCodePoints(0, fix.column() - 1);
        int to = line.offsetByCodePoints(from, fix.length());
        assertThat(line.substring(0, from) + fix.replacement() + line.substring(to))
                .isEqualTo(fixed);
    }

    @Test
    void what_is_no_single_word_is_left_to_the_author() {
        assertThat(QuickFix.of(problem("rules.drl", 1, "Maybe you meant `a == true`."), "a"))
                .isEqualTo(Optional.empty());
        assertThat(QuickFix.of(problem("rules.drl", 1, "Write it otherwise."), "a"))
                .isEmpty();
        assertThat(QuickFix.of(problem("rules.drl", 9, "Maybe you meant `b`."), "a"))
                .isEmpty();
        assertThat(QuickFix.of(problem("rules.drl", 1, "Maybe you meant `a`."), "a"))
                .isEmpty();
    }
}
