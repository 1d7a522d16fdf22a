package jp.readiness.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Finding.Criterion;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleBook;

/**
 * Holds the rules of an edition against each other and against every answer sheet that they can tell apart: what can
 * never come out, what always does, and what is said twice. All are warnings, since applicants are advised by the rules
 * as they stand, and each names an answer sheet that shows it.
 *
 * <p>What is said is proven. Nothing is said where the classes of answers are not exact (two number questions compared, a
 * calculation, a pattern; except of comparisons that contradict each other beside them, and of conditions that are the
 * same) or where a search meets its bound of evaluations.
 */
final class RuleAnalysis {

    private final AnswerSpace space;
    private final List<Problem> problems = new ArrayList<>();
    private final BitSet never = new BitSet();
    private final BitSet always = new BitSet();

    private RuleAnalysis(AnswerSpace space) {
        this.space = space;
    }

    static List<Problem> of(Adviser adviser) {
        RuleAnalysis analysis = new RuleAnalysis(new AnswerSpace(adviser.ruleBook()));
        analysis.constantRules();
        analysis.redundantRules();
        if (analysis.criteriaAreSound()) {
            analysis.problems.addAll(new UnreachableVerdicts(analysis.space, adviser).find());
        }
        return analysis.problems;
    }

    static List<Problem> ofMatch(RuleBook ruleBook) {
        RuleAnalysis analysis = new RuleAnalysis(new AnswerSpace(ruleBook));
        analysis.constantRules();
        analysis.redundantRules();
        analysis.criteriaAreSound();
        return analysis.problems;
    }

    private void constantRules() {
        ConstantRules constant = new ConstantRules(space);
        for (int rule = 0; rule < space.size(); rule++) {
            note(constant.neverFires(rule), never, rule);
            if (!never.get(rule)) {
                note(constant.alwaysFires(rule), always, rule);
            }
        }
    }

    private void note(Optional<Problem> problem, BitSet kind, int rule) {
        kind.set(rule, problem.isPresent());
        problem.ifPresent(problems::add);
    }

    private void redundantRules() {
        List<Integer> living = IntStream.range(0, space.size())
                .filter(rule -> !never.get(rule))
                .boxed()
                .toList();
        RedundantRules redundant = new RedundantRules(space, living);
        living.forEach(rule -> redundant.check(rule).ifPresent(problems::add));
    }

    /** Whether the required criteria can be both met and unmet; if not, verdicts are missing for a reason already said. */
    private boolean criteriaAreSound() {
        boolean sound = true;
        for (Criterion criterion : space.criteria()) {
            BitSet rules = space.concluding(Set.of(criterion.id()));
            Optional<Problem> neverMet =
                    rules.intersects(always) ? Optional.empty() : new CriterionNeverMet(space).check(criterion, rules);
            neverMet.ifPresent(problems::add);
            boolean constant = neverMet.isPresent() || rules.intersects(always) || rules.intersects(never);
            sound &= !(criterion.required() && constant);
        }
        return sound;
    }
}
