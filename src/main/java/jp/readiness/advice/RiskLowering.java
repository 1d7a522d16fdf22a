package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Lever.Move;
import jp.readiness.rulebook.Facts;

/**
 * Finds the smallest changes that bring the overall risk, as known so far, into a lower band, without failing a
 * requirement that was not failed before.
 *
 * <p>Branch and bound: sets of questions of one size, then of the next, until one size has a way. A set is left out with
 * all that contains it if even the best that the signals it touches could become would not do; what remains is tried with
 * all new answers.
 */
final class RiskLowering {

    private final Requirements requirements;
    private final KnownRisk risk;
    private final RiskReach reach;
    private final Budget budget;
    private final Band present;
    private final List<Requirement> kept;
    private final Smallest smallest = new Smallest();

    RiskLowering(Requirements requirements, KnownRisk risk, RiskReach reach, Band present, Budget budget) {
        this.requirements = requirements;
        this.risk = risk;
        this.reach = reach;
        this.present = present;
        this.budget = budget;
        Facts facts = requirements.sheet().facts();
        this.kept = requirements.all().stream()
                .filter(requirement -> !requirement.isFailedBy(facts, budget))
                .toList();
    }

    Search run() {
        if (reach.lowestBand().compareTo(present) >= 0) {
            return Search.NOTHING_HELPS;
        }
        for (int size = 1; size <= reach.levers().size(); size++) {
            choose(new ArrayList<>(), 0, size, 0);
            if (budget.exceeded()) {
                return Search.STOPPED;
            }
            if (!smallest.isEmpty()) {
                return Search.FOUND;
            }
        }
        return Search.NOTHING_HELPS;
    }

    /** What was found; where the search stopped, what was found until then. */
    List<Proposal> found() {
        return smallest.all();
    }

    /** @param next index of the first lever that may still be added */
    private void choose(List<Integer> chosen, int next, int left, int effort) {
        if (left == 0) {
            pull(chosen, 0, requirements.sheet().facts(), Proposal.NOTHING);
            return;
        }
        for (int lever = next; lever + left <= reach.levers().size() && budget.take(1); lever++) {
            int more = effort + reach.levers().get(lever).effort();
            chosen.add(lever);
            if (smallest.wants(more) && reach.band(chosen, left - 1).compareTo(present) < 0) {
                choose(chosen, lever + 1, left - 1, more);
            }
            chosen.remove(chosen.size() - 1);
        }
    }

    private void pull(List<Integer> chosen, int depth, Facts facts, Proposal soFar) {
        if (depth == chosen.size()) {
            if (budget.take(1) && smallest.wants(soFar) && isLower(chosen, facts)) {
                smallest.offer(soFar);
            }
            return;
        }
        Lever lever = reach.levers().get(chosen.get(depth));
        for (Move move : lever.moves()) {
            if (!budget.exceeded()) {
                pull(chosen, depth + 1, facts.with(lever.question(), move.answer()), soFar.with(lever, move));
            }
        }
    }

    private boolean isLower(List<Integer> chosen, Facts facts) {
        return risk.band(facts, reach.rules(chosen)).compareTo(present) < 0
                && kept.stream().noneMatch(requirement -> requirement.isFailedBy(facts, budget));
    }
}
