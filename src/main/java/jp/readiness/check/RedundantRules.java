package jp.readiness.check;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.check.AnswerSpace.Search;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Problem;

/** Rules that another rule says all of. */
final class RedundantRules {

    private final AnswerSpace space;
    private final List<Integer> living;
    private final List<Set<String>> calls;
    /** A sheet on which a rule fires, by rule: what does not fire there, too, need not be looked at further. */
    private final List<Optional<Sheet>> firing;

    /** @param living the rules that may fire; a dead one is wrong otherwise */
    RedundantRules(AnswerSpace space, List<Integer> living) {
        this.space = space;
        this.living = living;
        this.calls = IntStream.range(0, space.size())
                .mapToObj(rule -> space.parts(rule).calls())
                .toList();
        this.firing = IntStream.range(0, space.size())
                .mapToObj(AnswerSpace::only)
                .map(rule -> space.search(space.any(rule, rule), sheet -> space.anyFires(rule, sheet))
                        .found())
                .toList();
    }

    /** Doubled if an earlier rule is the same, else superfluous if another fires wherever this one does. */
    Optional<Problem> check(int rule) {
        Optional<Problem> doubled = living.stream()
                .filter(earlier -> earlier < rule && isDoubled(rule, earlier))
                .findFirst()
                .flatMap(earlier -> example(rule, earlier).map(e -> RuleWarnings.doubled(space, rule, earlier, e)));
        return doubled.or(() -> living.stream()
                .filter(other -> makesSuperfluous(other, rule))
                .findFirst()
                .flatMap(other -> example(rule, other).map(e -> RuleWarnings.superfluous(space, rule, other, e))));
    }

    private boolean isDoubled(int rule, int earlier) {
        return calls.get(rule).equals(calls.get(earlier))
                && mayImply(rule, earlier)
                && (space.parts(rule).condition().equals(space.parts(earlier).condition())
                        || implies(rule, earlier) && implies(earlier, rule));
    }

    /** Not if it is the same rule once more: of two such the later one is said to be doubled. */
    private boolean makesSuperfluous(int other, int rule) {
        return other != rule
                && calls.get(other).containsAll(calls.get(rule))
                && mayImply(rule, other)
                && implies(rule, other)
                && !isDoubled(rule, other);
    }

    private boolean mayImply(int rule, int other) {
        return firing.get(rule)
                .map(sheet -> space.ruleBook().fires(other, sheet.facts()))
                .orElse(true);
    }

    /** Whether the other rule fires on every sheet on which this one does, sheets with open questions among them. */
    private boolean implies(int rule, int other) {
        BitSet both = both(rule, other);
        if (!space.ruleBook().exact(both)) {
            return false;
        }
        List<Choices> own = space.any(AnswerSpace.only(rule), both);
        List<Choices> more = space.any(AnswerSpace.only(other), both).stream()
                .filter(choices -> !own.contains(choices))
                .toList();
        Allowance allowance = space.allowance();
        Search counterexample = space.search(
                Sheet.empty(space.ruleBook()),
                own,
                sheet -> false,
                sheet -> space.ruleBook().fires(rule, sheet.facts())
                        && space.search(
                                        sheet,
                                        more,
                                        s -> false,
                                        s -> !space.ruleBook().fires(other, s.facts()),
                                        allowance)
                                .found()
                                .isPresent(),
                allowance);
        return counterexample.none();
    }

    private Optional<Sheet> example(int rule, int other) {
        BitSet both = both(rule, other);
        return space.search(
                        space.any(both, both),
                        sheet -> IntStream.of(rule, other)
                                .allMatch(r -> space.ruleBook().fires(r, sheet.facts())))
                .found();
    }

    private static BitSet both(int rule, int other) {
        BitSet both = AnswerSpace.only(rule);
        both.set(other);
        return both;
    }
}
