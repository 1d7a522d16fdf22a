package jp.readiness.advice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
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

    /** All findings, in the edition's order; the budget goes to the required criteria first. */
    List<Judgement> all(List<Scope> scopes) {
        List<Judgement> judgements = new ArrayList<>();
        scopes.stream().filter(Scope::isRequired).map(this::judge).forEach(judgements::add);
        scopes.stream().filter(scope -> !scope.isRequired()).map(this::judge).forEach(judgements::add);
        judgements.sort(Comparator.comparingInt(judgement -> judgement.scope().index()));
        return judgements;
    }

    Judgement judge(Scope inGeneral) {
        Scope scope = inGeneral.on(ruleBook, sheet.facts());
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
        if (judgement.state() == State.OPEN) {
            return openGrant(scope, open, completions);
        }
        if (judgement.state() != State.FIRED) {
            return judgement;
        }
        String id = scope.finding().id();
        List<Optional<BigDecimal>> amounts = judgement.rules().stream()
                .mapToObj(rule -> ruleBook.amount(rule, id, sheet.facts()))
                .toList();
        boolean known = amounts.stream().allMatch(Optional::isPresent);
        if (!known || mayFire(judgement, open)) {
            return openGrant(scope, open, completions);
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

    /** What the amount is computed from decides it too. */
    private Judgement openGrant(Scope scope, List<Variable> open, Optional<Completions> completions) {
        Judgement judgement = open(scope, open, completions);
        SortedSet<Integer> deciding = new TreeSet<>(judgement.deciding());
        judgement.rules().stream()
                .mapToObj(rule -> ruleBook.rules().get(rule).computesFrom())
                .forEach(ids -> deciding.addAll(openAmong(ids)));
        return new Judgement(
                scope, State.OPEN, judgement.rules(), List.copyOf(deciding), completions, Optional.empty());
    }

    private List<Integer> openAmong(Set<String> ids) {
        List<Question> questions = ruleBook.edition().questions();
        return IntStream.range(0, questions.size())
                .filter(index -> ids.contains(questions.get(index).id()))
                .filter(sheet.facts()::isOpen)
                .boxed()
                .toList();
    }

    /** Whether an unmet criterion stays so whatever one answers or changes; false where the search stopped. */
    boolean isBeyondChange(Judgement unmet) {
        List<Variable> free = unmet.scope().free(this::mayVary);
        return explore(unmet.scope(), free).filter(Completions::always).isPresent();
    }

    /**
     * The open questions that say whether a criterion is beyond change: those that cannot be changed once they are
     * answered, where two ways to answer them that differ in one alone differ in that. All of them where the search
     * stopped.
     */
    List<Integer> decidingBeyondChange(Scope scope) {
        List<Variable> fixed = scope.free(question -> sheet.facts().isOpen(question) && !isChangeable(question));
        if (fixed.isEmpty()) {
            return List.of();
        }
        List<Variable> free = new ArrayList<>(fixed);
        free.addAll(scope.free(this::isChangeable));
        return explore(scope, free)
                .map(completions -> completions.forAllOthers(fixed.size()).deciding())
                .orElse(fixed.stream().map(Variable::question).toList());
    }

    private boolean mayVary(int question) {
        return sheet.facts().isOpen(question) || isChangeable(question);
    }

    private boolean isChangeable(int question) {
        return ruleBook.edition().questions().get(question).changeable();
    }
}
