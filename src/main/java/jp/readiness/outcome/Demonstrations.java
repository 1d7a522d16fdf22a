package jp.readiness.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.demonstration.DemonstrationCohort;
import jp.readiness.demonstration.DemonstrationCohort.Applicant;
import jp.readiness.demonstration.DemonstrationCohorts;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.screening.AnswerSheets.NewSheet;
import jp.readiness.trackrecord.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the invented cohorts of the rules folder in, with what became of their members. */
@Service
class Demonstrations {

    private final Library library;
    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final TransactionTemplate transaction;

    Demonstrations(Library library, Cohorts cohorts, Outcomes outcomes, TransactionTemplate transaction) {
        this.library = library;
        this.cohorts = cohorts;
        this.outcomes = outcomes;
        this.transaction = transaction;
    }

    /** Whether there are any that were not taken in yet. */
    public boolean isMore() {
        return library.editions().stream()
                .map(Adviser::edition)
                .anyMatch(edition -> !missing(edition).isEmpty());
    }

    /**
     * Takes in those that were not yet, each all or nothing.
     *
     * @return how many
     */
    int load(String actor) {
        int loaded = 0;
        for (Adviser adviser : library.editions()) {
            for (DemonstrationCohort cohort : missing(adviser.edition())) {
                transaction.executeWithoutResult(status -> load(actor, adviser.edition(), cohort));
                loaded++;
            }
        }
        return loaded;
    }

    /** What has errors is left to whoever checks the folder. */
    private List<DemonstrationCohort> missing(Edition edition) {
        List<String> there = cohorts.all().stream()
                .map(Cohorts.Line::cohort)
                .filter(cohort -> cohort.programme().equals(edition.programme())
                        && cohort.edition().equals(edition.id())
                        && cohort.origin() != Origin.REAL)
                .map(Cohort::name)
                .toList();
        return DemonstrationCohorts.of(library.rules(), edition).stream()
                .filter(cohort -> cohort.problems().isEmpty())
                .filter(cohort -> !there.contains(name(edition, cohort)))
                .toList();
    }

    private void load(String actor, Edition edition, DemonstrationCohort demonstration) {
        Cohort cohort = cohorts.create(
                actor,
                new Cohort.Plan(
                        edition.programme(),
                        edition.id(),
                        name(edition, demonstration),
                        Optional.of(edition.from()),
                        Origin.valueOf(demonstration.kind().name()),
                        Optional.empty()));
        List<Applicant> applicants = demonstration.applicants();
        cohorts.add(
                actor,
                cohort,
                applicants.stream()
                        .map(applicant -> new NewSheet(
                                applicant.answers(),
                                Optional.of(applicant.name()).filter(name -> !name.isEmpty())))
                        .toList());
        List<Member> members = cohorts.members(cohort.id());
        for (int i = 0; i < applicants.size(); i++) {
            outcomes.note(actor, cohort, members.get(i), result(applicants.get(i)));
        }
    }

    /** In both languages, since a cohort has one name. */
    private static String name(Edition edition, DemonstrationCohort demonstration) {
        String kind = switch (demonstration.kind()) {
            case RECONSTRUCTED -> "再現データ reconstructed";
            case SYNTHETIC -> "生成データ synthetic";
        };
        return edition.title().ja() + " " + kind
                + (demonstration.name().equals(demonstration.kind().name().toLowerCase(Locale.ROOT))
                        ? ""
                        : " " + demonstration.name());
    }

    private static Result result(Applicant applicant) {
        return applicant
                .outcome()
                .map(outcome -> outcome instanceof Outcome.Left left
                        ? Result.left(left.step(), applicant.finding(), "")
                        : Result.FINISHED)
                .orElse(Result.OPEN);
    }
}
