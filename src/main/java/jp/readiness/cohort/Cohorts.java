package jp.readiness.cohort;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.Held;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the package: cohorts and their members. Each act and its trace in the audit log stay or go
 * together; the log holds ids and numbers, no names.
 */
@Service
@Transactional
public class Cohorts {

    /** More are a run's business: they come back as a file. */
    public static final int MOST_MEMBERS = 20_000;

    private static final int AT_ONCE = 500;

    private final CohortRepository cohorts;
    private final MemberRepository members;
    private final AnswerSheets sheets;
    private final Judging judging;
    private final Audit audit;

    Cohorts(CohortRepository cohorts, MemberRepository members, AnswerSheets sheets, Judging judging, Audit audit) {
        this.cohorts = cohorts;
        this.members = members;
        this.sheets = sheets;
        this.judging = judging;
        this.audit = audit;
    }

    /** A cohort in the list. @param members how many it has */
    public record Line(Cohort cohort, int members) {}

    /** That held last first. */
    @Transactional(readOnly = true)
    public List<Line> all() {
        return cohorts.all().stream()
                .map(counted -> new Line(counted.cohort(), counted.members()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Cohort> find(UUID id) {
        return cohorts.byId(id);
    }

    /** @param actor id of a staff account, or {@link Audit#SYSTEM} */
    public Cohort create(String actor, Cohort.Plan plan) {
        UUID id = cohorts.insert(plan, actor);
        trace(actor, "COHORT_MADE", id, Map.of("programme", plan.programme(), "edition", plan.edition()));
        return cohorts.byId(id).orElseThrow();
    }

    public void change(String actor, UUID id, Cohort.Plan plan) {
        cohorts.change(id, plan);
        trace(actor, "COHORT_CHANGED", id, Map.of("programme", plan.programme(), "edition", plan.edition()));
    }

    /** Deletes the cohort with what came in by file. What applicants handed in stays theirs, and among what was handed in. */
    public void delete(String actor, Cohort cohort) {
        List<UUID> ids = members.all(cohort.id()).stream()
                .filter(member -> member.source() == Source.FILE)
                .flatMap(member -> member.sheet().stream())
                .toList();
        cohorts.delete(cohort.id());
        sheets.deleteUnowned(ids);
        trace(actor, "COHORT_DELETED", cohort.id(), Map.of("rows", ids.size()));
    }

    /**
     * Adds applicants, all or nothing, in this order behind those who are there. They are judged when somebody looks, or
     * by {@link #judge}.
     */
    public void add(String actor, Cohort cohort, List<NewSheet> applicants) {
        List<UUID> ids = sheets.addAll(cohort.programme(), cohort.edition(), applicants);
        members.add(cohort.id(), ids, cohorts.takePositions(cohort.id(), ids.size()), Source.FILE);
        trace(actor, "COHORT_TAKEN_IN", cohort.id(), Map.of("rows", ids.size()));
    }

    /** Keeps how it ended for a member, for the lists; whoever notes outcomes says so here. */
    public void ended(Member member, Optional<Ending> ending) {
        members.end(member.id(), ending);
        cohorts.touch(member.cohort());
    }

    @Transactional(readOnly = true)
    public int size(UUID cohort) {
        return members.count(cohort);
    }

    /** Everybody in the cohort, in order, by what the rules said last. */
    @Transactional(readOnly = true)
    public List<Member> members(UUID cohort) {
        return members.all(cohort);
    }

    @Transactional(readOnly = true)
    public Optional<Member> member(UUID cohort, UUID member) {
        return members.byId(cohort, member);
    }

    /**
     * An applicant as any rules may judge it.
     *
     * @param position 1, 2, 3 … in the cohort
     * @param values question id → JSON-like value; which of them are answers is said by the edition that reads them
     */
    public record Applicant(UUID member, int position, Map<String, Object> values) {}

    /** Everybody whose answers are still there, in order and one by one, so that a long cohort takes little memory. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void eachApplicant(UUID cohort, Consumer<Applicant> look) {
        List<MemberRepository.Sheet> all = members.sheets(cohort);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<MemberRepository.Sheet> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<UUID, Held> held = sheets
                    .held(some.stream().map(MemberRepository.Sheet::sheet).toList())
                    .stream()
                    .collect(Collectors.toMap(Held::id, Function.identity()));
            for (MemberRepository.Sheet each : some) {
                Optional.ofNullable(held.get(each.sheet()))
                        .ifPresent(sheet -> look.accept(new Applicant(each.member(), each.position(), sheet.values())));
            }
        }
    }

    /** How many there are whose answers are still there. */
    @Transactional(readOnly = true)
    public int applicants(UUID cohort) {
        return members.sheetCount(cohort);
    }

    /** What some members are called, by member. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(UUID cohort, Collection<UUID> some) {
        return some.isEmpty() ? Map.of() : members.names(cohort, some);
    }

    /** Holds everybody against the rules as they are now who has not been yet, or has changed since. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void judge(Cohort cohort) {
        while (judging.judgeSome(cohort, AT_ONCE) == AT_ONCE) {
            // the next ones
        }
    }

    private void trace(String actor, String action, UUID cohort, Map<String, ?> detail) {
        audit.record(actor, action, new Subject("cohort", cohort.toString()), detail);
    }
}
