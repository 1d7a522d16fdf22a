package jp.readiness.advice;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Finding;
import jp.readiness.rulebook.RuleBook;

/** Judges the findings of one sheet, one by one, each over the questions that its own rules read. */
final class Judge {

    private final RuleBook ruleBook;
    private final Sheet sheet;
    private final Budget budget;

    Judge(RuleBook ruleBook, Sheet sheet, Budget budget) {
        this.ruleBook = ruleBook;
        this.sheet = sheet;
        this.budget = budget;
    }

    Judgement judge(Scope scope) {
        List<Variable> open = scope.free(sheet.facts()::isOpen);
        if (scope.finding() instanceof Finding.Criterion) {
            return criterion(scope, open);
        }
        if (scope.finding() instanceof Finding.Grant) {
            return grant(scope, open);
        }
        return other(scope, open, explore(scope, open));
    }

    private Optional<Completions> explore(Scope scope, List<Variable> free) {
        return free.isEmpty()
                ? Optional.of(Completions.single(sheet.firedAmong(scope.rules())))
                : Completions.explore(ruleBook, scope.rules(), free, sheet.facts(), budget);
    }

    /**
     * Unmet if every completion makes it so, even before a single rule fires; met if none does. A rule that fires on
     * the sheet as it stands goes on firing whatever the open answers are, since each of its conditions is true only of
     * answered questions.
     */
    private Judgement criterion(Scope scope, List<Variable> open) {
        BitSet fired = sheet.firedAmong(scope.rules());
        if (!fired.isEmpty()) {
            return decided(scope, State.UNMET, fired, Optional.of(Completions.single(fired)));
        }
        Optional<Completions> completions = explore(scope, open);
        if (completions.filter(Completions::always).isPresent()) {
            return decided(scope, State.UNMET, completions.get().contributing(), completions);
        }
        if (completions.filter(Completions::never).isPresent()) {
            return decided(scope, State.MET, scope.rules(), completions);
        }
        return open(scope, open, completions);
    }

    /** Fired if a rule concludes it on the sheet as it stands, open if some completion would. */
    private Judgement other(Scope scope, List<Variable> open, Optional<Completions> completions) {
        BitSet fired = sheet.firedAmong(scope.rules());
        if (!fired.isEmpty()) {
            return decided(scope, State.FIRED, fired, completions);
        }
        if (completions.filter(Completions::never).isPresent()) {
            return decided(scope, State.NOT_FIRED, scope.rules(), completions);
        }
        return open(scope, open, completions);
    }

    /**
     * As any other finding, but open as well while an operand of the amount is open, or while another rule may still
     * fire and give more. Where several rules give the same grant, the largest amount is given: they are alternatives,
     * not instalments.
     */
    private Judgement grant(Scope scope, List<Variable> open) {
        Optional<Completions> completions = explore(scope, open);
        Judgement judgement = other(scope, open, completions);
        if (judgement.state() != State.FIRED) {
            return judgement;
        }
        String id = scope.finding().id();
        List<Optional<BigDecimal>> amounts = judgement.rules().stream()
                .mapToObj(rule -> ruleBook.amount(rule, id, sheet.facts()))
                .toList();
        boolean known = amounts.stream().allMatch(Optional::isPresent);
        if (!known || mayFire(judgement, open)) {
            return open(scope, open, completions);
        }
        Optional<BigDecimal> largest =
                amounts.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
        return new Judgement(scope, State.FIRED, judgement.rules(), List.of(), completions, largest);
    }

    private static boolean mayFire(Judgement judgement, List<Variable> open) {
        BitSet more = (BitSet) judgement
                .completions()
                .map(Completions::contributing)
                .orElse(judgement.scope().rules())
                .clone();
        more.andNot(judgement.rules());
        return !open.isEmpty() && !more.isEmpty();
    }

    private static Judgement decided(Scope scope, State state, BitSet rules, Optional<Completions> completions) {
        return new Judgement(scope, state, rules, List.of(), completions, Optional.empty());
    }

    /** Where the search stopped, every open question that the rules read may decide. */
    private static Judgement open(Scope scope, List<Variable> open, Optional<Completions> completions) {
        return new Judgement(
                scope,
                State.OPEN,
                completions.map(Completions::contributing).orElse(scope.rules()),
                completions
                        .map(Completions::deciding)
                        .orElse(open.stream().map(Variable::question).toList()),
                completions,
                Optional.empty());
    }

    /** Whether an unmet criterion stays so whatever one answers or changes; false where the search stopped. */
    boolean isBeyondChange(Judgement unmet) {
        List<Variable> free = unmet.scope().free(this::mayVary);
        return explore(unmet.scope(), free).filter(Completions::always).isPresent();
    }

    private boolean mayVary(int question) {
        return sheet.facts().isOpen(question)
                || ruleBook.edition().questions().get(question).changeable();
    }
}
