package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.library.Library;
import jp.readiness.workbench.ImpactRepository.Seen;
import org.springframework.stereotype.Service;

/** What drafts would change for stored cohorts, and whether anybody has looked at it. */
@Service
class Impacts {

    private final Cohorts cohorts;
    private final Library library;
    private final ImpactRepository repository;
    private final Clock clock;

    Impacts(Cohorts cohorts, Library library, ImpactRepository repository, Clock clock) {
        this.cohorts = cohorts;
        this.library = library;
        this.repository = repository;
        this.clock = clock;
    }

    /** A cohort that a draft can be held against. @param applicants whose answers are still there */
    record Choice(Cohort cohort, int applicants) {}

    /** The cohorts of the programme, those of the draft's edition first; none without applicants. */
    List<Choice> choices(Draft draft) {
        return cohorts.all().stream()
                .map(Cohorts.Line::cohort)
                .filter(cohort -> cohort.programme().equals(draft.programme()))
                .sorted(Comparator.comparing(cohort -> !cohort.edition().equals(draft.edition())))
                .map(cohort -> new Choice(cohort, cohorts.applicants(cohort.id())))
                .filter(choice -> choice.applicants() > 0)
                .toList();
    }

    /** What the draft would take the place of: the live version, or for a new edition the one in force today. */
    Optional<Adviser> before(Draft draft) {
        return library.edition(draft.programme(), draft.edition())
                .or(() -> library.current(LocalDate.now(clock)).stream()
                        .filter(adviser -> adviser.edition().programme().equals(draft.programme()))
                        .findFirst());
    }

    /**
     * Whether somebody has still to look.
     *
     * @param hash of the draft's content
     */
    boolean isMissing(Draft draft, String hash) {
        return before(draft)
                .filter(before -> seen(draft, hash, before).isEmpty())
                .filter(before -> !choices(draft).isEmpty())
                .isPresent();
    }

    /** @throws Refused if somebody has still to look */
    void demand(Draft draft, String hash) {
        if (isMissing(draft, hash)) {
            throw new Refused(Refused.Reason.NO_IMPACT);
        }
    }

    List<Seen> seen(Draft draft, String hash) {
        return before(draft).map(before -> seen(draft, hash, before)).orElse(List.of());
    }

    private List<Seen> seen(Draft draft, String hash, Adviser before) {
        return repository.seen(draft.id(), hash, before.edition().version());
    }

    void saw(String actor, Draft draft, String hash, String before, UUID cohort, ImpactResult result) {
        repository.saw(actor, draft.id(), hash, before, cohort, result.counts());
    }
}
