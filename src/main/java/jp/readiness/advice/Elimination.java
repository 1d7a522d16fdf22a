package jp.readiness.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the combination of classes under which a product of tables is smallest or largest, exactly, without trying all
 * of them: one question after the other is taken out by noting its best class for every combination of the questions
 * that share a table with it. The work grows with how entangled the questions are, not with how many there are.
 *
 * <p>Example: for f(a, b) · g(b, c) first a is taken out, leaving f'(b) = max over a of f(a, b), then c, then b.
 */
final class Elimination {

    /** A number for each combination. */
    record Table(Combinations combinations, double[] values) {
        double at(int[] digits) {
            return values[combinations.index(digits)];
        }
    }

    /** The best class of a question for each combination of the others it shared a table with. */
    private record Choice(Variable variable, Combinations others, int[] best) {}

    private final boolean largest;
    private final Budget budget;
    private final int[] digits;
    private final Deque<Choice> choices = new ArrayDeque<>();

    private Elimination(boolean largest, int questions, Budget budget) {
        this.largest = largest;
        this.budget = budget;
        this.digits = new int[questions];
    }

    /**
     * The classes, by question, of a best combination; of several equally good ones always the same.
     *
     * @param questions how many the edition has
     * @return empty if the budget does not reach
     */
    static Optional<int[]> best(List<Table> tables, boolean largest, int questions, Budget budget) {
        Elimination elimination = new Elimination(largest, questions, budget);
        return elimination.run(new ArrayList<>(tables)) ? Optional.of(elimination.trace()) : Optional.empty();
    }

    private boolean run(List<Table> tables) {
        Optional<Variable> cheapest = cheapest(tables);
        while (cheapest.isPresent()) {
            Variable variable = cheapest.get();
            List<Table> touched =
                    tables.stream().filter(t -> touches(t, variable)).toList();
            Combinations union = union(tables, variable);
            if (!budget.take(union.count())) {
                return false;
            }
            tables.removeAll(touched);
            tables.add(takeOut(variable, union.without(variable), touched));
            cheapest = cheapest(tables);
        }
        return true;
    }

    private static boolean touches(Table table, Variable variable) {
        return table.combinations().variables().contains(variable);
    }

    private static Optional<Variable> cheapest(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.combinations().variables().stream())
                .distinct()
                .min(Comparator.comparingLong((Variable v) -> union(tables, v).count())
                        .thenComparingInt(Variable::question));
    }

    private static Combinations union(List<Table> tables, Variable variable) {
        return tables.stream()
                .filter(table -> touches(table, variable))
                .map(Table::combinations)
                .reduce(new Combinations(List.of()), Combinations::with);
    }

    private Table takeOut(Variable variable, Combinations others, List<Table> touched) {
        double[] values = new double[(int) others.count()];
        int[] best = new int[values.length];
        others.forEach(digits, number -> {
            values[number] = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            for (int digit = 0; digit < variable.witnesses().size(); digit++) {
                digits[variable.question()] = digit;
                double product = product(touched);
                if (largest ? product > values[number] : product < values[number]) {
                    values[number] = product;
                    best[number] = digit;
                }
            }
        });
        choices.push(new Choice(variable, others, best));
        return new Table(others, values);
    }

    private double product(List<Table> touched) {
        double product = 1;
        for (Table table : touched) {
            product *= table.at(digits);
        }
        return product;
    }

    /** The question taken out last has no others left; from it on, each choice only rests on those made before. */
    private int[] trace() {
        for (Choice choice : choices) {
            digits[choice.variable().question()] = choice.best()[choice.others().index(digits)];
        }
        return digits;
    }
}
