package jp.readiness.workbench;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.answers.AnswerReader;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.outcome.Noted;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often each rule of an edition fires among past applicants, and how it ended for them. */
@Component
class RuleCounts {

    /** A second or two. */
    private static final int MOST_APPLICANTS = 50_000;

    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final AnswerReader reader = new AnswerReader();

    RuleCounts(Cohorts cohorts, Outcomes outcomes) {
        this.cohorts = cohorts;
        this.outcomes = outcomes;
    }

    /**
     * Who was looked at.
     *
     * @param invented whether these are made-up applicants, since there are none who exist
     * @param all whether every cohort was counted; else the newest ones
     * @param rules one for each rule, in their order
     */
    record Counts(int cohorts, boolean invented, boolean all, Group applicants, List<Group> rules) {

        /** Those for whom a rule does not fire. */
        Group others(Group fired) {
            return new Group(
                    applicants.size - fired.size, applicants.known - fired.known, applicants.left - fired.left);
        }
    }

    /**
     * @param known of how many it is known how it ended
     * @param left how many of these left before the end
     */
    record Group(int size, int known, int left) {}

    Counts of(Adviser adviser) {
        List<Cohort> real = of(adviser.edition(), true);
        List<Cohort> chosen = real.isEmpty() ? of(adviser.edition(), false) : real;
        Counter counter = new Counter(adviser.ruleBook());
        int counted = 0;
        for (Cohort cohort : chosen) {
            if (counter.applicants.size + cohorts.applicants(cohort.id()) > MOST_APPLICANTS) {
                break;
            }
            count(cohort, counter);
            counted++;
        }
        return new Counts(
                counted,
                real.isEmpty(),
                counted == chosen.size(),
                counter.applicants.group(),
                Stream.of(counter.rules).map(Count::group).toList());
    }

    private List<Cohort> of(Edition edition, boolean real) {
        return cohorts.all().stream()
                .map(Cohorts.Line::cohort)
                .filter(cohort -> cohort.programme().equals(edition.programme())
                        && cohort.edition().equals(edition.id())
                        && (cohort.origin() == Origin.REAL) == real
                        && cohorts.applicants(cohort.id()) > 0)
                .toList();
    }

    private void count(Cohort cohort, Counter counter) {
        Map<UUID, Noted> noted = outcomes.latest(cohort.id());
        cohorts.eachApplicant(
                cohort.id(), applicant -> counter.add(applicant.values(), noted.get(applicant.member()), reader));
    }

    private static final class Counter {
        private final RuleBook ruleBook;
        private final Count applicants = new Count();
        private final Count[] rules;

        Counter(RuleBook ruleBook) {
            this.ruleBook = ruleBook;
            this.rules =
                    Stream.generate(Count::new).limit(ruleBook.rules().size()).toArray(Count[]::new);
        }

        void add(Map<String, Object> values, @Nullable Noted noted, AnswerReader reader) {
            Result result = noted == null ? Result.OPEN : noted.result();
            BitSet fired = ruleBook.fired(ruleBook.facts(
                    reader.sheet(ruleBook.edition().questions(), values).answers()));
            applicants.add(result);
            fired.stream().forEach(rule -> rules[rule].add(result));
        }
    }

    private static final class Count {
        private int size;
        private int known;
        private int left;

        void add(Result result) {
            size++;
            known += result.isKnown() ? 1 : 0;
            left += result.state() == Result.State.LEFT ? 1 : 0;
        }

        Group group() {
            return new Group(size, known, left);
        }
    }
}
