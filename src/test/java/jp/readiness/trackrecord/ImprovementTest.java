package jp.readiness.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;

import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.trackrecord.Conclusion.Shortage;
import jp.readiness.trackrecord.Improvement.Said;
import jp.readiness.trackrecord.Improvement.Tendency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {

    private static final Said LET_IN = new Said(Verdict.READY, 0.2, Band.LOW);
    private static final Said HELD_BACK = new Said(Verdict.NOT_YET, 0.6, Band.HIGH);
    private static final Said ASKED = new Said(Verdict.NEEDS_ANSWERS, 0.3, Band.MEDIUM);

    private final Improvement improvement = new Improvement();

    private void add(int times, Said before, Said after, boolean left) {
        for (int i = 0; i < times; i++) {
            improvement.add(before, after, left);
        }
    }

    @Test
    void below_twenty_outcomes_nothing_is_concluded() {
        add(19, LET_IN, HELD_BACK, true);
        assertThat(improvement.admission().gained()).isEqualTo(19);
        assertThat(improvement.admission().conclusion())
                .isEqualTo(new Conclusion.TooFew<Tendency>(Shortage.OUTCOMES, 19, 20));
    }

    @Test
    void below_six_who_are_judged_otherwise_nothing_is_concluded() {
        add(30, LET_IN, LET_IN, false);
        add(5, LET_IN, HELD_BACK, true);
        assertThat(improvement.admission().conclusion())
                .isEqualTo(new Conclusion.TooFew<Tendency>(Shortage.CHANGED, 5, 6));
    }

    /** By the two-sided sign test at 5 %: 6 of 6 is 3.1 %, 7 of 8 is 7.0 %, 8 of 9 is 3.9 %. */
    @ParameterizedTest
    @CsvSource({"6, 0, RIGHTER", "0, 6, WRONGER", "7, 1, UNDECIDED", "8, 1, RIGHTER", "4, 4, UNDECIDED"})
    void so_many_gained_and_lost_speak_for_one_of_them_or_for_neither(int gained, int lost, Tendency tendency) {
        add(20, LET_IN, LET_IN, false);
        add(gained, LET_IN, HELD_BACK, true);
        add(lost, LET_IN, HELD_BACK, false);
        assertThat(improvement.admission().conclusion().known()).contains(tendency);
        assertThat(improvement.warning().conclusion().known()).contains(tendency);
    }

    @Test
    void to_ask_for_answers_is_right_about_nobody() {
        add(1, ASKED, LET_IN, false);
        add(1, ASKED, HELD_BACK, true);
        assertThat(improvement.admission().before()).isZero();
        assertThat(improvement.admission().gained()).isEqualTo(2);
        assertThat(improvement.offBefore()).isEqualTo((0.3 * 0.3 + 0.7 * 0.7) / 2);
    }
}
