package jp.readiness.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Lever.Move;
import jp.readiness.rulebook.Facts;

/**
 * Finds the smallest changes after which one group of requirements is no longer failed.
 *
 * <p>Whoever mends a failed requirement changes one of the answers that it rests on. So the search takes the first one
 * that is failed, tries all new answers of all its questions in turn, and goes on from there; a question already tried
 * stays as it is while the later ones are tried. No way is tried twice and none is left out. It allows one change, then
 * two and so on, and ends with the first number for which there is a way.
 */
final class Mending {

    private final List<Requirement> group;
    private final List<Lever> levers;
    private final Budget budget;
    private final Smallest smallest = new Smallest();
    private boolean moreMayHelp;

    Mending(List<Requirement> group, List<Lever> levers, Budget budget) {
        this.group = group;
        this.levers = levers;
        this.budget = budget;
    }

    Search run(Facts sheet) {
        for (int size = 0; size <= levers.size(); size++) {
            moreMayHelp = false;
            mend(sheet, size, Proposal.NOTHING, new BitSet());
            if (budget.exceeded()) {
                return Search.STOPPED;
            }
            if (!smallest.isEmpty()) {
                return Search.FOUND;
            }
            if (!moreMayHelp) {
                return Search.NOTHING_HELPS;
            }
        }
        return Search.NOTHING_HELPS;
    }

    /** What was found; where the search stopped, what was found until then. */
    List<Proposal> found() {
        return smallest.all();
    }

    /** @param settled questions that are not to be changed any more, be it that they have been or that they stay */
    private void mend(Facts facts, int left, Proposal soFar, BitSet settled) {
        Optional<Requirement> failed = group.stream()
                .filter(requirement -> requirement.isFailedBy(facts, budget))
                .findFirst();
        if (budget.exceeded()) {
            return;
        }
        if (failed.isEmpty()) {
            smallest.offer(soFar);
            return;
        }
        List<Lever> ways = ways(failed.get(), settled);
        moreMayHelp |= left == 0 && !ways.isEmpty();
        if (left > 0) {
            BitSet tried = (BitSet) settled.clone();
            ways.forEach(lever -> pull(lever, facts, left, soFar, tried));
        }
    }

    private List<Lever> ways(Requirement failed, BitSet settled) {
        List<Lever> ways = new ArrayList<>();
        for (Lever lever : levers) {
            if (failed.questions().get(lever.question()) && !settled.get(lever.question())) {
                ways.add(lever);
            }
        }
        return ways;
    }

    private void pull(Lever lever, Facts facts, int left, Proposal soFar, BitSet settled) {
        settled.set(lever.question());
        for (Move move : lever.moves()) {
            Proposal more = soFar.with(lever, move);
            if (smallest.wants(more.effort()) && budget.take(1)) {
                mend(facts.with(lever.question(), move.answer()), left - 1, more, settled);
            }
        }
    }
}
