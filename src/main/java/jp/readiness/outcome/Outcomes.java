package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.programme.Edition;
import jp.readiness.trackrecord.Calibration;
import jp.readiness.trackrecord.Case;
import jp.readiness.trackrecord.Outcome;
import jp.readiness.trackrecord.Prediction;
import jp.readiness.trackrecord.Thresholds;
import jp.readiness.trackrecord.TrackRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the package: what became of the members of cohorts. The audit log says who noted what of which member,
 * without names and without the reason in words.
 */
@Service
@Transactional
public class Outcomes implements Calibration {

    private final OutcomeRepository outcomes;
    private final Predictions predictions;
    private final Cohorts cohorts;
    private final Audit audit;

    Outcomes(OutcomeRepository outcomes, Predictions predictions, Cohorts cohorts, Audit audit) {
        this.outcomes = outcomes;
        this.predictions = predictions;
        this.cohorts = cohorts;
        this.audit = audit;
    }

    /**
     * Notes how it ended for a member, or corrects what was noted. The same once more changes nothing.
     *
     * @param actor id of a staff account, or {@link Audit#SYSTEM}
     * @return whether anything changed
     */
    public boolean note(String actor, Cohort cohort, Member member, Result result) {
        Result before =
                history(member.id()).stream().findFirst().map(Noted::result).orElse(Result.OPEN);
        if (before.equals(result)) {
            return false;
        }
        if (!outcomes.hasPrediction(member.id())) {
            predictions
                    .atTheTime(cohort, member)
                    .ifPresent(made -> outcomes.keepPrediction(member.id(), made.version(), made.prediction()));
        }
        outcomes.note(member.id(), member.sheet(), result, actor);
        cohorts.ended(member, result.ending());
        audit.record(
                actor,
                before.isKnown() ? "OUTCOME_CORRECTED" : "OUTCOME_NOTED",
                new Subject("member", member.id().toString()),
                Map.of(
                        "state", result.state().name(),
                        "before", before.state().name(),
                        "step", result.step().orElse("")));
        return true;
    }

    /**
     * Notes several, all or nothing.
     *
     * @return how many changed
     */
    public int noteAll(String actor, Cohort cohort, Map<Member, Result> results) {
        int changed = 0;
        for (Map.Entry<Member, Result> each : results.entrySet()) {
            changed += note(actor, cohort, each.getKey(), each.getValue()) ? 1 : 0;
        }
        return changed;
    }

    /** What is known of the members of a cohort, by member. */
    @Transactional(readOnly = true)
    public Map<UUID, Noted> latest(UUID cohort) {
        return outcomes.latest(cohort).stream().collect(Collectors.toMap(Noted::member, Function.identity()));
    }

    /** What was noted of a member, the newest first. */
    @Transactional(readOnly = true)
    public List<Noted> history(UUID member) {
        return outcomes.history(member);
    }

    /** The cohorts of an edition that came from there. */
    @Transactional(readOnly = true)
    public List<Cohort> cohorts(Edition edition, Origin origin) {
        return cohorts.all().stream()
                .map(Cohorts.Line::cohort)
                .filter(cohort -> cohort.programme().equals(edition.programme())
                        && cohort.edition().equals(edition.id())
                        && cohort.origin() == origin)
                .toList();
    }

    /** How well the predictions of an edition held for the members of some cohorts. */
    @Transactional(readOnly = true)
    public TrackRecord trackRecord(Edition edition, List<Cohort> of) {
        List<Case> cases = new ArrayList<>();
        for (Cohort cohort : of) {
            Map<UUID, Prediction> predicted = outcomes.predictions(cohort.id());
            outcomes.latest(cohort.id()).stream()
                    .flatMap(noted -> ended(noted, predicted.get(noted.member())).stream())
                    .forEach(cases::add);
        }
        TrackRecordView.Counts counts = counts(of);
        return TrackRecord.of(edition, cases, counts.declined(), counts.pending());
    }

    /** How many applicants of some cohorts there are, and what is known of them. */
    @Transactional(readOnly = true)
    TrackRecordView.Counts counts(List<Cohort> of) {
        return of.stream()
                .map(cohort -> outcomes.counts(cohort.id()))
                .reduce(TrackRecordView.Counts.NONE, TrackRecordView.Counts::and);
    }

    private static Optional<Case> ended(Noted noted, @Nullable Prediction predicted) {
        if (predicted == null || !noted.result().isKnown()) {
            return Optional.empty();
        }
        Result result = noted.result();
        Outcome outcome =
                result.state() == Result.State.LEFT ? new Outcome.Left(result.step()) : new Outcome.Finished();
        return Optional.of(new Case(predicted, outcome));
    }

    /** Of cohorts of applicants who exist alone: what was reconstructed or generated never calibrates. */
    @Override
    @Transactional(readOnly = true)
    public int outcomes(String programme, String edition) {
        int known = outcomes.realOutcomes(programme, edition);
        return known < Thresholds.OUTCOMES ? 0 : known;
    }
}
