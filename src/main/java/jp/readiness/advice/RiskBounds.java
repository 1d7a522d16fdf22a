package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import jp.readiness.advice.Elimination.Table;
import jp.readiness.advice.RiskModel.Damping;
import jp.readiness.advice.RiskModel.Term;

/**
 * How low and how high the risk may come out over all completions of the open questions.
 *
 * <p>Exact while the budget lasts. Beyond it every signal is taken at its own extreme, which no single completion may
 * reach: the bounds are then wider than they need be, never narrower.
 */
final class RiskBounds {

    /** A term's effect, from and to, and for each completion if that is known. */
    record Range(double least, double most, Optional<Table> effects) {}

    private final RiskModel model;
    private final int questions;
    private final long evaluations;
    private final List<Range> ranges;
    private boolean exact;

    /** @param judgements one per finding, in the edition's order */
    RiskBounds(RiskModel model, List<Judgement> judgements, int questions, long evaluations) {
        this(model, evaluations, questions, ranges(model, judgements, questions, evaluations));
    }

    /** @param ranges one per term */
    RiskBounds(RiskModel model, long evaluations, int questions, List<Range> ranges) {
        this.model = model;
        this.questions = questions;
        this.evaluations = evaluations;
        this.ranges = ranges;
        this.exact = ranges.stream().allMatch(range -> range.effects().isPresent());
    }

    private static List<Range> ranges(RiskModel model, List<Judgement> judgements, int questions, long evaluations) {
        Budget budget = new Budget(evaluations);
        return model.terms().stream()
                .map(term -> range(term, judgements::get, questions, budget))
                .toList();
    }

    /** Whether every bound asked for so far is reached by a completion. */
    boolean exact() {
        return exact;
    }

    double stage(int stage, boolean highest) {
        return model.stageRisk(stage, extreme(highest, term -> term.enters(stage) ? 1 : 0));
    }

    double overall(boolean highest) {
        return model.overallRisk(extreme(highest, model::stagesOf));
    }

    /** The least effect that a term has under any completion. */
    double least(int term) {
        return ranges.get(term).least();
    }

    /** A term's effect under each completion; empty where the budget did not reach. */
    Optional<Table> effects(int term) {
        return ranges.get(term).effects();
    }

    /** @param judgements by finding */
    static Range range(Term term, IntFunction<Judgement> judgements, int questions, Budget budget) {
        Optional<Combinations> combinations = combinations(term, judgements).filter(c -> budget.take(c.count()));
        if (combinations.isEmpty()) {
            return new Range(
                    RiskModel.effect(
                            term,
                            judgements.apply(term.signal()).surely(),
                            s -> judgements.apply(s).possibly()),
                    RiskModel.effect(
                            term,
                            judgements.apply(term.signal()).possibly(),
                            s -> judgements.apply(s).surely()),
                    Optional.empty());
        }
        double[] values = values(term, combinations.get(), judgements, questions);
        double least = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElseThrow();
        double most = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElseThrow();
        return new Range(least, most, Optional.of(new Table(combinations.get(), values)));
    }

    /** Of all questions that the signal or a strength that damps it rests on; empty where a search stopped. */
    private static Optional<Combinations> combinations(Term term, IntFunction<Judgement> judgements) {
        Optional<Combinations> all =
                judgements.apply(term.signal()).completions().map(Completions::combinations);
        for (Damping damping : term.dampings()) {
            Optional<Completions> strength =
                    judgements.apply(damping.strength()).completions();
            all = all.flatMap(so -> strength.map(completions -> so.with(completions.combinations())));
        }
        return all;
    }

    private static double[] values(
            Term term, Combinations combinations, IntFunction<Judgement> judgements, int questions) {
        double[] values = new double[(int) combinations.count()];
        int[] digits = new int[questions];
        IntPredicate holds =
                finding -> judgements.apply(finding).completions().orElseThrow().concludedAt(digits);
        combinations.forEach(
                digits, number -> values[number] = RiskModel.effect(term, holds.test(term.signal()), holds));
        return values;
    }

    /** The effects, one per term, at the completion where ∏ (1 − effect)^times is smallest (highest risk) or largest. */
    private double[] extreme(boolean highest, ToDoubleFunction<Term> times) {
        List<Table> survivals = new ArrayList<>();
        for (int term = 0; term < ranges.size(); term++) {
            double power = times.applyAsDouble(model.terms().get(term));
            ranges.get(term)
                    .effects()
                    .filter(t -> power > 0)
                    .map(t -> survival(t, power))
                    .ifPresent(survivals::add);
        }
        Optional<int[]> digits = Elimination.best(survivals, !highest, questions, new Budget(evaluations));
        exact &= digits.isPresent();
        return ranges.stream()
                .mapToDouble(range -> range.effects()
                        .flatMap(table -> digits.map(table::at))
                        .orElse(highest ? range.most() : range.least()))
                .toArray();
    }

    private static Table survival(Table effects, double power) {
        double[] values = new double[effects.values().length];
        for (int number = 0; number < values.length; number++) {
            values[number] = StrictMath.pow(1 - effects.values()[number], power);
        }
        return new Table(effects.combinations(), values);
    }
}
