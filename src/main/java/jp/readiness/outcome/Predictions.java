package jp.readiness.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.State;
import jp.readiness.answers.AnswerReader;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Projection;
import jp.readiness.library.Library;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.trackrecord.Prediction;
import org.springframework.stereotype.Component;

/** What the rules say, or said at the time, of a member. */
@Component
class Predictions {

    private final Library library;
    private final AnswerSheets sheets;
    private final OutcomeRepository outcomes;
    private final Clock clock;
    private final AnswerReader reader = new AnswerReader();

    Predictions(Library library, AnswerSheets sheets, OutcomeRepository outcomes, Clock clock) {
        this.library = library;
        this.sheets = sheets;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param version hash of the content that predicted */
    record Made(String version, Prediction prediction) {}

    /**
     * By the version that the staff decided by, else by that of the last advice given, else by the one in force now. Of
     * a sheet that is gone, what was kept.
     *
     * @return empty if there is neither a sheet nor anything kept
     */
    Optional<Made> atTheTime(Cohort cohort, Member member) {
        Optional<Adviser> adviser = outcomes.versionAtTheTime(member.id())
                .flatMap(version -> library.version(cohort.programme(), cohort.edition(), version))
                .or(() -> library.edition(cohort.programme(), cohort.edition()));
        return adviser.flatMap(by -> answers(by, member).map(answers -> made(by, answers)))
                .or(() -> member.projection().map(Predictions::kept));
    }

    /** What an edition says of the sheet as it is; empty if that is gone. */
    Optional<Assessment> by(Adviser adviser, Member member) {
        return answers(adviser, member).map(answers -> adviser.assess(answers, LocalDate.now(clock)));
    }

    private Optional<Answers> answers(Adviser adviser, Member member) {
        return member.sheet()
                .flatMap(sheet -> sheets.held(List.of(sheet)).stream().findFirst())
                .map(held -> reader.sheet(adviser.edition().questions(), held.values())
                        .answers());
    }

    private Made made(Adviser adviser, Answers answers) {
        Assessment assessment = adviser.assess(answers, LocalDate.now(clock));
        Map<String, Double> steps = new HashMap<>();
        assessment
                .risk()
                .steps()
                .forEach(step -> steps.put(step.step(), step.estimate().probability()));
        Set<String> fired = new HashSet<>();
        assessment.findings().stream()
                .filter(finding -> finding.state() == State.FIRED)
                .forEach(finding -> fired.add(finding.id()));
        Assessment.Estimate overall = assessment.risk().overall();
        return new Made(
                assessment.version(),
                new Prediction(assessment.verdict(), overall.probability(), overall.band(), steps, fired));
    }

    private static Made kept(Projection projection) {
        Map<String, Double> steps = new HashMap<>();
        projection.steps().forEach(step -> steps.put(step.step(), step.probability()));
        return new Made(
                projection.version(),
                new Prediction(projection.verdict(), projection.risk(), projection.band(), steps, projection.fired()));
    }
}
