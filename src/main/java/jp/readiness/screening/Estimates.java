package jp.readiness.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.screening.FormPage.Estimate;
import jp.readiness.screening.FormPage.Estimate.Mark;
import jp.readiness.screening.FormPage.NextQuestion;
import jp.readiness.screening.FormPage.RiskSoFar;

/** Sums up an assessment for the strip beside the form. */
final class Estimates {

    private Estimates() {}

    static Estimate of(OpenSheet sheet, Assessment assessment) {
        List<Mark> marks = assessment.findings().stream()
                .filter(finding -> finding.kind() == Kind.CRITERION && finding.required())
                .map(FindingResult::state)
                .map(Estimates::mark)
                .toList();
        return new Estimate(
                assessment.verdict() == Verdict.NOT_FOR_YOU, marks, risk(assessment), next(sheet, assessment));
    }

    private static Mark mark(State state) {
        return switch (state) {
            case MET -> Mark.MET;
            case UNMET -> Mark.UNMET;
            case OPEN, FIRED, NOT_FIRED -> Mark.OPEN;
        };
    }

    private static Optional<RiskSoFar> risk(Assessment assessment) {
        Assessment.Estimate overall = assessment.risk().overall();
        Optional<Text> worst = assessment.risk().steps().stream()
                .filter(step -> step.estimate().band() != Band.LOW)
                .max(Comparator.comparingDouble(step -> step.estimate().probability()))
                .map(StepRisk::title);
        boolean estimated = !assessment.risk().steps().isEmpty() || overall.highest() > 0;
        if (estimated && isAnybodysGuess(assessment)) {
            return Optional.of(new RiskSoFar(RiskSoFar.UNKNOWN, false, Optional.empty()));
        }
        return estimated
                ? Optional.of(new RiskSoFar(overall.band().name(), overall.provisional(), worst))
                : Optional.empty();
    }

    /** Low so far, but only because nothing speaks against it yet: the open answers may still take it anywhere. */
    private static boolean isAnybodysGuess(Assessment assessment) {
        Assessment.Estimate overall = assessment.risk().overall();
        return overall.provisional()
                && overall.band() == Band.LOW
                && assessment.findings().stream()
                        .filter(finding -> finding.kind() == Kind.SIGNAL)
                        .noneMatch(finding -> finding.state() == State.NOT_FIRED || finding.state() == State.FIRED);
    }

    /** The assessment lists those first that decide a required criterion; staff's questions are not the applicant's. */
    private static Optional<NextQuestion> next(OpenSheet sheet, Assessment assessment) {
        List<Question> asked = sheet.questions();
        return assessment.open().stream()
                .flatMap(open -> asked.stream().filter(question -> question.id().equals(open.question())))
                .filter(question -> !sheet.sheet().unsure().contains(question.id()))
                .findFirst()
                .map(question -> new NextQuestion(question.id(), question.label()));
    }
}
