package jp.readiness.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Brief;
import jp.readiness.answers.AnswerReader;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Projection;
import jp.readiness.library.Library;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Step;
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
    Optional<Brief> by(Adviser adviser, Member member) {
        return answers(adviser, member).map(answers -> adviser.brief(answers, LocalDate.now(clock)));
    }

    private Optional<Answers> answers(Adviser adviser, Member member) {
        return member.sheet()
                .flatMap(sheet -> sheets.held(List.of(sheet)).stream().findFirst())
                .map(held -> reader.sheet(adviser.edition().questions(), held.values())
                        .answers());
    }

    private Made made(Adviser adviser, Answers answers) {
        Brief brief = adviser.brief(answers, LocalDate.now(clock));
        List<Step> order = adviser.edition().steps();
        Map<String, Double> steps = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            steps.put(order.get(i).id(), brief.steps().get(i).probability());
        }
        return new Made(
                adviser.edition().version(),
                new Prediction(
                        brief.verdict(),
                        brief.overall().probability(),
                        brief.overall().band(),
                        steps,
                        Set.copyOf(brief.fired())));
    }

    private static Made kept(Projection projection) {
        Map<String, Double> steps = new HashMap<>();
        projection.steps().forEach(step -> steps.put(step.step(), step.probability()));
        return new Made(
                projection.version(),
                new Prediction(projection.verdict(), projection.risk(), projection.band(), steps, projection.fired()));
    }
}
