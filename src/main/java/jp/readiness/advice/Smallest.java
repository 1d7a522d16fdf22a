package jp.readiness.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the smallest of the proposals of one size that it is offered: those of the least effort and, of several for the
 * same questions, the nearest (the first offered, if equally near).
 */
final class Smallest {

    private final Map<Set<Integer>, Proposal> byQuestions = new LinkedHashMap<>();
    private int effort = Integer.MAX_VALUE;

    void offer(Proposal proposal) {
        if (proposal.effort() > effort) {
            return;
        }
        if (proposal.effort() < effort) {
            byQuestions.clear();
            effort = proposal.effort();
        }
        byQuestions.merge(
                proposal.questions(), proposal, (known, more) -> more.distance() < known.distance() ? more : known);
    }

    /** Whether one of that effort would still be kept. */
    boolean wants(int wanted) {
        return wanted <= effort;
    }

    /** Whether one of that effort and distance would still be kept for these questions. */
    boolean wants(Proposal proposal) {
        Proposal known = byQuestions.get(proposal.questions());
        return known == null || proposal.distance() < known.distance();
    }

    boolean isEmpty() {
        return byQuestions.isEmpty();
    }

    List<Proposal> all() {
        return List.copyOf(byQuestions.values());
    }
}
