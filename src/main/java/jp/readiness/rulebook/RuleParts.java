package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.Condition.And;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.Condition.Or;
import jp.readiness.rulebook.ConstantPool.Constants;

/**
 * The inside of one rule, for those who examine rules rather than applicants. Comparisons are named by their index in
 * {@link #comparisons()}.
 */
public final class RuleParts {

    private final RuleModel model;
    private final Edition edition;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<RuleComparison> comparisons;
    private final Formulas formulas;
    private final Explainer explainer;

    RuleParts(RuleModel model, Edition edition, Constants constants) {
        this.model = model;
        this.edition = edition;
        this.explainer = new Explainer(edition);
        this.formulas = new Formulas(edition, constants);
        model.condition().forEachLeaf(leaves::add);
        RuleComparisons maker = new RuleComparisons(edition, constants);
        this.comparisons = leaves.stream().map(maker::of).toList();
    }

    /** In the order of the author's text. */
    public List<RuleComparison> comparisons() {
        return comparisons;
    }

    /** What it says when it fires, amounts included; two rules with an equal call say the same. */
    public Set<String> calls() {
        return model.calls().stream()
                .map(call -> call.kind() + " " + call.finding()
                        + call.amount().map(amount -> " " + amount.drl()).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The condition in one form, so that rules with an equal one fire on the same sheets; not for people. */
    public String condition() {
        return model.condition().drl();
    }

    /** The condition as a tree, for those who put it into words. */
    public Formula formula() {
        return formulas.of(model.condition());
    }

    /** What it says when it fires, in order. */
    public List<Conclusion> conclusions() {
        return model.calls().stream().map(formulas::of).toList();
    }

    /** Ids of the questions that its condition or an amount reads. */
    public Set<String> questions() {
        Set<String> ids = new TreeSet<>();
        operands()
                .forEach(operand -> operand.forEachQuestion(
                        slot -> ids.add(edition.questions().get(slot).id())));
        return ids;
    }

    /** Ids of the parameters that its condition or an amount names. */
    public Set<String> parameters() {
        Set<String> ids = new TreeSet<>();
        operands().forEach(operand -> operand.forEachParameter(ids::add));
        return ids;
    }

    private List<Operand> operands() {
        List<Operand> operands = new ArrayList<>();
        leaves.forEach(leaf -> operands.addAll(List.of(leaf.left(), leaf.right())));
        model.calls().forEach(call -> call.amount().ifPresent(operands::add));
        return operands;
    }

    /** A comparison held against a sheet. */
    public Comparison compared(int comparison, Facts facts) {
        return explainer.comparison(leaves.get(comparison), facts);
    }

    /** Whether a comparison holds; empty while it is open. */
    public Optional<Boolean> holds(int comparison, Facts facts) {
        Check check = leaves.get(comparison).check();
        if (check.holds(facts)) {
            return Optional.of(true);
        }
        return check.negated().holds(facts) ? Optional.of(false) : Optional.empty();
    }

    /** Whether the rule would fire on a sheet if some comparisons held, whatever the answers are. */
    public boolean firesIf(BitSet held, Facts facts) {
        return fires(IntStream.range(0, leaves.size())
                .mapToObj(leaf -> held.get(leaf) || leaves.get(leaf).check().holds(facts))
                .toList());
    }

    /** Whether the rule fires on a sheet if that comparison holds, and does not if it does not. */
    public boolean isDecidedBy(int comparison, Facts facts) {
        List<Boolean> truths = new ArrayList<>();
        leaves.forEach(leaf -> truths.add(leaf.check().holds(facts)));
        truths.set(comparison, true);
        boolean fires = fires(truths);
        truths.set(comparison, false);
        return fires && !fires(truths);
    }

    /** @param truths one a comparison */
    private boolean fires(List<Boolean> truths) {
        return fires(model.condition(), truths.iterator());
    }

    /** Takes the truth of every leaf, in their order, whether or not it still matters. */
    private static boolean fires(Condition condition, Iterator<Boolean> truths) {
        if (condition instanceof Leaf) {
            return truths.next();
        }
        boolean and = condition instanceof And;
        boolean fires = and;
        for (Condition part : and ? ((And) condition).parts() : ((Or) condition).parts()) {
            boolean holds = fires(part, truths);
            fires = and ? fires && holds : fires || holds;
        }
        return fires;
    }
}
