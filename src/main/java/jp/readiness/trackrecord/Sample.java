package jp.readiness.trackrecord;

import java.util.List;

/**
 * What there is to learn from. Who was declined did not take part and has no outcome, so that all rates are about those
 * who were let in: how the others would have fared, nobody knows.
 *
 * @param declined without an outcome, and never to have one
 * @param pending without an outcome yet
 */
public record Sample(int applicants, int declined, int pending, int finished, int left) {

    static Sample of(List<Case> cases) {
        int finished = 0;
        int left = 0;
        int declined = 0;
        for (Case each : cases) {
            if (each.outcome().isPresent()) {
                boolean isLeft = each.outcome().get().isLeft();
                left += isLeft ? 1 : 0;
                finished += isLeft ? 0 : 1;
            } else if (each.decision() == Case.Decision.DECLINE) {
                declined++;
            }
        }
        return new Sample(cases.size(), declined, cases.size() - declined - finished - left, finished, left);
    }

    public int outcomes() {
        return finished + left;
    }

    /** Whether there are enough outcomes to hold predictions against: see {@link Thresholds#OUTCOMES}. */
    public boolean calibrates() {
        return outcomes() >= Thresholds.OUTCOMES;
    }
}
