package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Finding;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.rulebook.TestEditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A criterion that compares two open numbers is decided by neither alone. */
class TwoQuestionsTest {

    private static final int MOST = 50;

    @TempDir
    private Path cache;

    private Adviser adviser(String condition) {
        return new Adviser(new RuleCompiler(cache)
                .compile(TestEditions.edition(
                        "pair",
                        List.of(TestEditions.whole("asked", 0, MOST), TestEditions.whole("given", 0, MOST)),
                        List.of(),
                        List.of(new Finding.Criterion(TestEditions.words("differ"), true)),
                        "rule \"same\" when Applicant( " + condition + " ) then advice.unmet( \"differ\" ); end"))
                .ruleBook()
                .orElseThrow());
    }

    private static FindingResult criterion(Adviser adviser, Object... sheet) {
        return adviser.assess(answers(sheet), DAY).finding("differ").orElseThrow();
    }

    @Test
    void one_number_alone_leaves_an_equality_open_wherever_it_lies() {
        Adviser adviser = adviser("asked == given");

        assertThat(IntStream.rangeClosed(0, MOST).boxed().toList()).allSatisfy(number -> {
            assertThat(criterion(adviser, "asked", number).state()).isEqualTo(State.OPEN);
            assertThat(criterion(adviser, "given", number).decidedBy()).containsExactly("asked");
            assertThat(criterion(adviser, "asked", number, "given", number).state())
                    .isEqualTo(State.UNMET);
        });
        assertThat(criterion(adviser, "asked", 3, "given", 4).state()).isEqualTo(State.MET);
    }

    @Test
    void what_no_second_number_can_do_is_not_left_open() {
        Adviser adviser = adviser("asked == given + 40");

        assertThat(criterion(adviser, "asked", 39).state()).isEqualTo(State.MET);
        assertThat(criterion(adviser, "asked", 40).state()).isEqualTo(State.OPEN);
        assertThat(criterion(adviser, "given", 10).state()).isEqualTo(State.OPEN);
        assertThat(criterion(adviser, "given", 11).state()).isEqualTo(State.MET);
    }
}
