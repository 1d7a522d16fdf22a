package jp.readiness.advice;

import java.util.List;

/**
 * An assessment in brief, for lists and whole cohorts: the same values as {@link Assessment} has, without words, changes
 * and what to ask next.
 *
 * @param steps one per step of the edition, in its order
 * @param unmet ids of the criteria that are unmet, in the edition's order, recommended ones among them
 * @param fired ids of the other findings that fired
 * @param open ids of the findings that are open
 */
public record Brief(
        Verdict verdict,
        Estimate overall,
        List<Estimate> steps,
        List<String> unmet,
        List<String> fired,
        List<String> open) {

    /** As {@link Assessment.Estimate}. */
    public record Estimate(double probability, Band band, boolean provisional) {
        static Estimate of(Assessment.Estimate whole) {
            return new Estimate(whole.probability(), whole.band(), whole.provisional());
        }
    }

    public Brief {
        steps = List.copyOf(steps);
        unmet = List.copyOf(unmet);
        fired = List.copyOf(fired);
        open = List.copyOf(open);
    }

    /** What an assessment says, in brief. */
    public static Brief of(Assessment assessment) {
        return new Brief(
                assessment.verdict(),
                Estimate.of(assessment.risk().overall()),
                assessment.risk().steps().stream()
                        .map(step -> Estimate.of(step.estimate()))
                        .toList(),
                ids(assessment, Assessment.State.UNMET),
                ids(assessment, Assessment.State.FIRED),
                ids(assessment, Assessment.State.OPEN));
    }

    private static List<String> ids(Assessment assessment, Assessment.State state) {
        return assessment.findings().stream()
                .filter(finding -> finding.state() == state)
                .map(Assessment.FindingResult::id)
                .toList();
    }
}
