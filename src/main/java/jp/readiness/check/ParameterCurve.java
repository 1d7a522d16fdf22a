package jp.readiness.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Parameter;

/**
 * What comes of several values of one parameter: how many are accepted, how many of those who dropped out would have been
 * held back, and how many of those who finished. Nothing is compiled. Counts only; not for many threads.
 */
public final class ParameterCurve {

    /** @param value of the parameter */
    public record Point(
            BigDecimal value, int accepted, int asked, int heldBack, int leaversHeldBack, int finishersHeldBack) {}

    private final List<Trial> trials = new ArrayList<>();
    private final LocalDate asOf;
    private int applicants;
    private int left;
    private int finished;

    /** @param parameter a plain number */
    public ParameterCurve(Adviser adviser, Parameter parameter, List<BigDecimal> values, LocalDate asOf) {
        this.asOf = asOf;
        values.forEach(value -> trials.add(new Trial(
                value,
                new Adviser(adviser.ruleBook().withParameters(Map.of(parameter.id(), parameter.withValue(value)))))));
    }

    /** @param hasLeft whether the applicant dropped out in the end; empty while nobody knows */
    public void add(Answers answers, Optional<Boolean> hasLeft) {
        applicants++;
        left += hasLeft.filter(known -> known).isPresent() ? 1 : 0;
        finished += hasLeft.filter(known -> !known).isPresent() ? 1 : 0;
        trials.forEach(trial -> trial.add(trial.adviser.brief(answers, asOf).verdict(), hasLeft));
    }

    public int applicants() {
        return applicants;
    }

    /** How many are known to have dropped out. */
    public int left() {
        return left;
    }

    public int finished() {
        return finished;
    }

    /** One for each value, in their order. */
    public List<Point> points() {
        return trials.stream().map(Trial::point).toList();
    }

    private static final class Trial {
        private final BigDecimal value;
        private final Adviser adviser;
        private int accepted;
        private int asked;
        private int heldBack;
        private int leaversHeldBack;
        private int finishersHeldBack;

        Trial(BigDecimal value, Adviser adviser) {
            this.value = value;
            this.adviser = adviser;
        }

        void add(Verdict verdict, Optional<Boolean> hasLeft) {
            if (verdict.isReady()) {
                accepted++;
            } else if (verdict == Verdict.NEEDS_ANSWERS) {
                asked++;
            } else {
                heldBack++;
                leaversHeldBack += hasLeft.filter(known -> known).isPresent() ? 1 : 0;
                finishersHeldBack += hasLeft.filter(known -> !known).isPresent() ? 1 : 0;
            }
        }

        Point point() {
            return new Point(value, accepted, asked, heldBack, leaversHeldBack, finishersHeldBack);
        }
    }
}
