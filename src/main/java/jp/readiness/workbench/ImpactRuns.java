package jp.readiness.workbench;

import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.answers.AnswerReader;
import jp.readiness.check.Impact;
import jp.readiness.check.ParameterCurve;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.outcome.Noted;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Parameter;
import jp.readiness.workbench.ImpactResult.Flipped;
import jp.readiness.workbench.LongRuns.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds whole cohorts against drafts, behind the page. Every applicant is read once. */
@Component
class ImpactRuns {

    /** So many results are kept for who looks again. */
    private static final int KEPT = 50;

    /** Contents that are held against each other. @param before and @param after are hashes */
    record About(UUID cohort, String before, String after) {}

    record CurveAbout(UUID cohort, String content, String parameter, List<BigDecimal> values) {}

    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final Clock clock;
    private final AnswerReader reader = new AnswerReader();
    private final LongRuns<About, ImpactResult> impacts;
    private final LongRuns<CurveAbout, ParameterCurve> curves;

    ImpactRuns(Cohorts cohorts, Outcomes outcomes, Clock clock, WorkbenchSettings settings) {
        this.cohorts = cohorts;
        this.outcomes = outcomes;
        this.clock = clock;
        this.impacts = new LongRuns<>("draft-impact", settings.impactTime(), KEPT);
        this.curves = new LongRuns<>("draft-curve", settings.impactTime(), KEPT);
    }

    @PreDestroy
    void stop() {
        impacts.stop();
        curves.stop();
    }

    Run<ImpactResult> start(Cohort cohort, Adviser before, Adviser after) {
        return impacts.start(about(cohort, before, after), run -> impact(cohort, before, after, run));
    }

    Optional<Run<ImpactResult>> find(Cohort cohort, Adviser before, Adviser after) {
        return impacts.find(about(cohort, before, after));
    }

    private static About about(Cohort cohort, Adviser before, Adviser after) {
        return new About(
                cohort.id(), before.edition().version(), after.edition().version());
    }

    /** @param values of the parameter, in ascending order */
    Run<ParameterCurve> startCurve(Cohort cohort, Adviser adviser, Parameter parameter, List<BigDecimal> values) {
        return curves.start(
                curveAbout(cohort, adviser, parameter, values), run -> curve(cohort, adviser, parameter, values, run));
    }

    Optional<Run<ParameterCurve>> findCurve(
            Cohort cohort, Adviser adviser, Parameter parameter, List<BigDecimal> values) {
        return curves.find(curveAbout(cohort, adviser, parameter, values));
    }

    private static CurveAbout curveAbout(Cohort cohort, Adviser adviser, Parameter parameter, List<BigDecimal> values) {
        return new CurveAbout(cohort.id(), adviser.edition().version(), parameter.id(), List.copyOf(values));
    }

    private ImpactResult impact(Cohort cohort, Adviser before, Adviser after, Run<?> run) {
        Impact impact = new Impact(before, after, LocalDate.now(clock));
        List<Flipped> flips = new ArrayList<>();
        Map<UUID, Noted> noted = outcomes.latest(cohort.id());
        int total = cohorts.applicants(cohort.id());
        boolean sameQuestions =
                before.edition().questions().equals(after.edition().questions());
        cohorts.eachApplicant(cohort.id(), applicant -> {
            run.at(impact.applicants(), total);
            Answers was = answers(before, applicant.values());
            Answers is = sameQuestions ? was : answers(after, applicant.values());
            impact.compare(was, is, left(noted.get(applicant.member())))
                    .filter(flip -> flips.size() < ImpactResult.MOST_FLIPS)
                    .ifPresent(flip -> flips.add(new Flipped(applicant.member(), applicant.position(), flip)));
        });
        return new ImpactResult(impact, flips, clock.instant());
    }

    private ParameterCurve curve(
            Cohort cohort, Adviser adviser, Parameter parameter, List<BigDecimal> values, Run<?> run) {
        ParameterCurve curve = new ParameterCurve(adviser, parameter, values, LocalDate.now(clock));
        Map<UUID, Noted> noted = outcomes.latest(cohort.id());
        int total = cohorts.applicants(cohort.id());
        cohorts.eachApplicant(cohort.id(), applicant -> {
            run.at(curve.applicants(), total);
            curve.add(answers(adviser, applicant.values()), left(noted.get(applicant.member())));
        });
        return curve;
    }

    private Answers answers(Adviser adviser, Map<String, Object> values) {
        return reader.sheet(adviser.edition().questions(), values).answers();
    }

    private static Optional<Boolean> left(@Nullable Noted noted) {
        return Optional.ofNullable(noted)
                .map(Noted::result)
                .filter(Result::isKnown)
                .map(result -> result.state() == Result.State.LEFT);
    }
}
