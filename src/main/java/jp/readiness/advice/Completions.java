package jp.readiness.advice;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.advice.Elimination.Table;
import jp.readiness.programme.Answer;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * What some rules conclude under every way to answer the free questions: one completion per combination of classes.
 *
 * <p>Example: for {@code participants < 2} with {@code participants} open there are two, "below 2" and "2 or more"; the
 * finding is concluded under the first alone, so it is neither {@link #always()} nor {@link #never()}, and {@code
 * participants} {@link #deciding() decides}.
 */
final class Completions {

    private final Combinations combinations;
    /** Numbers of the combinations under which a rule fires. */
    private final BitSet concluded = new BitSet();

    private final BitSet contributing = new BitSet();
    private int next;

    private Completions(Combinations combinations) {
        this.combinations = combinations;
    }

    /** The sheet as it stands, where nothing is free. */
    static Completions single(BitSet fired) {
        Completions completions = new Completions(new Combinations(List.of()));
        completions.note(fired);
        return completions;
    }

    /** Runs the rules over all completions; empty if the budget does not reach or the classes are not known. */
    static Optional<Completions> explore(
            RuleBook ruleBook, BitSet rules, List<Variable> free, Facts facts, Budget budget) {
        Completions completions = new Completions(new Combinations(free));
        long count = completions.combinations.count();
        if (!budget.take(count == 0 ? Long.MAX_VALUE : count)) {
            return Optional.empty();
        }
        completions.run(ruleBook, rules, 0, facts);
        return Optional.of(completions);
    }

    private void run(RuleBook ruleBook, BitSet rules, int depth, Facts facts) {
        if (depth == combinations.variables().size()) {
            BitSet fired = new BitSet();
            rules.stream().filter(rule -> ruleBook.fires(rule, facts)).forEach(fired::set);
            note(fired);
            return;
        }
        Variable variable = combinations.variables().get(depth);
        for (Answer witness : variable.witnesses()) {
            run(ruleBook, rules, depth + 1, facts.with(variable.question(), witness));
        }
    }

    private void note(BitSet fired) {
        concluded.set(next++, !fired.isEmpty());
        contributing.or(fired);
    }

    /** The completions of the first few questions, concluded where they are under every class of the others. */
    Completions forAllOthers(int first) {
        Completions some =
                new Completions(new Combinations(combinations.variables().subList(0, first)));
        int others = (int) (combinations.count() / some.combinations.count());
        for (int number = 0; number < some.combinations.count(); number++) {
            boolean all = concluded.nextClearBit(number * others) >= (number + 1) * others;
            some.concluded.set(number, all);
        }
        return some;
    }

    Combinations combinations() {
        return combinations;
    }

    /** 1 where it is concluded, else 0. */
    Table table() {
        double[] values = new double[(int) combinations.count()];
        concluded.stream().forEach(number -> values[number] = 1);
        return new Table(combinations, values);
    }

    boolean always() {
        return concluded.cardinality() == combinations.count();
    }

    boolean never() {
        return concluded.isEmpty();
    }

    boolean concludedAt(int[] digits) {
        return concluded.get(combinations.index(digits));
    }

    /** The rules that fire under some completion; not to be changed. */
    BitSet contributing() {
        return contributing;
    }

    /** The questions for which two completions that differ in it alone differ in the conclusion. */
    List<Integer> deciding() {
        return IntStream.range(0, combinations.variables().size())
                .filter(this::decides)
                .mapToObj(variable -> combinations.variables().get(variable).question())
                .toList();
    }

    private boolean decides(int variable) {
        int stride = combinations.stride(variable);
        int classes = combinations.variables().get(variable).witnesses().size();
        return IntStream.range(0, (int) combinations.count())
                .filter(number -> number / stride % classes > 0)
                .anyMatch(number -> concluded.get(number) != concluded.get(number - stride));
    }
}
