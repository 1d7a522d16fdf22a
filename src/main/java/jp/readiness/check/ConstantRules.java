package jp.readiness.check;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.check.AnswerSpace.Search;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleComparison;
import jp.readiness.rulebook.RuleParts;

/** Rules whose outcome does not depend on the answers. */
final class ConstantRules {

    private final AnswerSpace space;

    ConstantRules(AnswerSpace space) {
        this.space = space;
    }

    /** A rule that fires on no answer sheet. */
    Optional<Problem> neverFires(int rule) {
        for (String question : space.rule(rule).reads().stream().sorted().toList()) {
            Optional<Problem> byItself = neverFires(rule, question);
            if (byItself.isPresent()) {
                return byItself;
            }
        }
        BitSet rules = AnswerSpace.only(rule);
        boolean dead = space.ruleBook().exact(rules)
                && space.search(space.any(rules, rules), sheet -> space.anyFires(rules, sheet))
                        .none();
        return dead
                ? Optional.of(RuleWarnings.neverFires(
                        space, rule, allComparisons(rule), nearest(rule, space.answered(rules, rules))))
                : Optional.empty();
    }

    /**
     * A rule that fires on no answer sheet because of what it compares one question with: not even if all its other
     * comparisons held. This holds for rules with other comparisons that are not exact, too.
     */
    private Optional<Problem> neverFires(int rule, String question) {
        BitSet own = comparisonsOf(rule, question);
        if (own.isEmpty() || canFire(rule, question, own)) {
            return Optional.empty();
        }
        Sheet example = nearest(rule, only(space.answered(AnswerSpace.only(rule), AnswerSpace.only(rule)), question));
        boolean contradiction =
                own.cardinality() > 1 && own.stream().allMatch(one -> canFire(rule, question, AnswerSpace.only(one)));
        return Optional.of(
                contradiction
                        ? RuleWarnings.contradiction(space, rule, own, example)
                        : RuleWarnings.neverFires(space, rule, own, example));
    }

    private BitSet comparisonsOf(int rule, String question) {
        List<RuleComparison> comparisons = space.parts(rule).comparisons();
        BitSet own = new BitSet();
        IntStream.range(0, comparisons.size())
                .filter(i -> comparisons.get(i).exact()
                        && comparisons.get(i).questions().equals(Set.of(question)))
                .forEach(own::set);
        return own;
    }

    /** Whether some answer to the question lets the rule fire if all comparisons but these held. */
    private boolean canFire(int rule, String question, BitSet comparisons) {
        BitSet held = allComparisons(rule);
        held.andNot(comparisons);
        BitSet rules = AnswerSpace.only(rule);
        Search search = space.search(
                only(space.any(rules, rules), question),
                sheet -> space.parts(rule).firesIf(held, sheet.facts()));
        return !search.none();
    }

    private BitSet allComparisons(int rule) {
        BitSet all = new BitSet();
        all.set(0, space.parts(rule).comparisons().size());
        return all;
    }

    private static List<Choices> only(List<Choices> choices, String question) {
        return choices.stream().filter(c -> c.question().equals(question)).toList();
    }

    /** Of the sheets that can be seen, the first of those on which most comparisons hold. */
    private Sheet nearest(int rule, List<Choices> choices) {
        RuleParts parts = space.parts(rule);
        Sheet[] nearest = {Sheet.empty(space.ruleBook())};
        long[] most = {-1};
        space.search(choices, sheet -> {
            long holding = IntStream.range(0, parts.comparisons().size())
                    .filter(i -> parts.holds(i, sheet.facts()).orElse(false))
                    .count();
            if (holding > most[0]) {
                most[0] = holding;
                nearest[0] = sheet;
            }
            return false;
        });
        return nearest[0];
    }

    /** A rule that fires as soon as all questions that it reads are answered; one that reads none is meant to. */
    Optional<Problem> alwaysFires(int rule) {
        BitSet rules = AnswerSpace.only(rule);
        List<Choices> choices = space.answered(rules, rules);
        if (choices.isEmpty() || !space.ruleBook().exact(rules)) {
            return Optional.empty();
        }
        boolean always =
                space.search(choices, sheet -> !space.anyFires(rules, sheet)).none();
        return always
                ? space.search(choices, sheet -> true)
                        .found()
                        .map(example -> RuleWarnings.alwaysFires(space, rule, example))
                : Optional.empty();
    }
}
