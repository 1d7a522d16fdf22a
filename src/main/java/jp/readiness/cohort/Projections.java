package jp.readiness.cohort;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.cohort.Projection.StepRisk;

/** Makes projections of what the rules said. */
final class Projections {

    private Projections() {}

    /** @param revision of the sheet that was judged */
    static Projection of(Assessment assessment, long revision) {
        Assessment.Estimate overall = assessment.risk().overall();
        return new Projection(
                assessment.version(),
                revision,
                assessment.verdict(),
                overall.probability(),
                overall.band(),
                overall.provisional(),
                assessment.risk().steps().stream()
                        .map(step -> new StepRisk(
                                step.step(),
                                step.estimate().probability(),
                                step.estimate().band(),
                                step.estimate().provisional()))
                        .toList(),
                findings(assessment, State.UNMET),
                findings(assessment, State.FIRED),
                findings(assessment, State.OPEN),
                asked(assessment));
    }

    private static SortedSet<String> findings(Assessment assessment, State... states) {
        return assessment.findings().stream()
                .filter(finding -> Arrays.asList(states).contains(finding.state()))
                .map(FindingResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that decide a required criterion, or whether the programme is meant for the applicant. */
    private static SortedSet<String> asked(Assessment assessment) {
        Set<String> required = assessment.findings().stream()
                .filter(FindingResult::required)
                .map(FindingResult::id)
                .collect(Collectors.toSet());
        return assessment.open().stream()
                .filter(open ->
                        open.decides().isEmpty() || open.decides().stream().anyMatch(required::contains))
                .map(OpenQuestion::question)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
