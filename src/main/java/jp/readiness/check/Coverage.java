package jp.readiness.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.check.AnswerSpace.Search;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Scenario;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleComparison;
import jp.readiness.rulebook.RuleParts;

/**
 * Which sides of the comparisons in an edition's rules its scenarios try. A scenario tries a side only if the comparison
 * decides there whether the rule fires: a threshold beside another condition that fails anyway is not tried.
 *
 * <p>For each side that is not, an answer sheet that would try it is looked for; where calculations hide it or the search
 * meets its bound of evaluations, none may be found.
 */
final class Coverage {

    enum State {
        TRIED,
        MISSING,
        /** Nobody's answers make it matter, or none were found. */
        WITHOUT_EXAMPLE
    }

    private final AnswerSpace space;
    private final List<Facts> scenarios;
    private final Map<Side, State> states = new LinkedHashMap<>();
    /** A sheet and the missing sides that it tries. */
    private final Map<Sheet, List<Side>> proposals = new LinkedHashMap<>();

    private Coverage(RuleBook ruleBook) {
        this.space = new AnswerSpace(ruleBook);
        this.scenarios = ruleBook.edition().scenarios().stream()
                .map(Scenario::answers)
                .map(ruleBook::facts)
                .toList();
    }

    static Coverage of(RuleBook ruleBook) {
        Coverage coverage = new Coverage(ruleBook);
        IntStream.range(0, coverage.space.size())
                .mapToObj(rule -> Sides.of(coverage.space, rule))
                .forEach(sides -> sides.forEach(side -> coverage.states.put(side, coverage.state(side))));
        return coverage;
    }

    AnswerSpace space() {
        return space;
    }

    /** In the order of the rules. */
    Map<Side, State> states() {
        return states;
    }

    /** Answer sheets that try what is missing, and which sides each of them tries. */
    Map<Sheet, List<Side>> proposals() {
        return proposals;
    }

    long count(State state) {
        return states.values().stream().filter(state::equals).count();
    }

    private State state(Side side) {
        if (scenarios.stream().anyMatch(facts -> isTried(side, facts))) {
            return State.TRIED;
        }
        Optional<Sheet> sheet = proposals.keySet().stream()
                .filter(proposed -> isTried(side, proposed.facts()))
                .findFirst()
                .or(() -> search(side).found());
        sheet.ifPresent(found ->
                proposals.computeIfAbsent(found, s -> new ArrayList<>()).add(side));
        return sheet.isPresent() ? State.MISSING : State.WITHOUT_EXAMPLE;
    }

    private boolean isTried(Side side, Facts facts) {
        RuleParts parts = space.parts(side.rule());
        return side.holds().test(parts.compared(side.comparison(), facts))
                && (parts.holds(side.comparison(), facts).isPresent()
                        ? parts.isDecidedBy(side.comparison(), facts)
                        : isHeldBackBy(parts, side.comparison(), facts));
    }

    /** Whether the rule does not fire, and would if what is open with the comparison's questions held. */
    private static boolean isHeldBackBy(RuleParts parts, int comparison, Facts facts) {
        Set<String> questions = parts.comparisons().get(comparison).questions();
        BitSet open = new BitSet();
        IntStream.range(0, parts.comparisons().size())
                .filter(i -> parts.holds(i, facts).isEmpty())
                .filter(i -> !Collections.disjoint(parts.comparisons().get(i).questions(), questions))
                .forEach(open::set);
        return !parts.firesIf(new BitSet(), facts) && parts.firesIf(open, facts);
    }

    private Search search(Side side) {
        RuleComparison comparison = space.parts(side.rule()).comparisons().get(side.comparison());
        BitSet rule = AnswerSpace.only(side.rule());
        List<Choices> choices = space.any(rule, rule).stream()
                .map(c -> comparison.question().equals(Optional.of(c.question()))
                                && !side.answers().isEmpty()
                        ? new Choices(c.index(), c.question(), side.answers())
                        : c)
                .toList();
        return space.search(choices, sheet -> isTried(side, sheet.facts()));
    }

    /** On how many scenarios a rule fires, does not, and is open. */
    int[] outcomes(int rule) {
        int[] outcomes = new int[3];
        for (Facts facts : scenarios) {
            boolean fires = space.ruleBook().fires(rule, facts);
            boolean failed = space.ruleBook().whyNot(rule, facts).stream()
                    .anyMatch(comparison -> comparison.holds().equals(Optional.of(false)));
            outcomes[fires ? 0 : failed ? 1 : 2]++;
        }
        return outcomes;
    }
}
