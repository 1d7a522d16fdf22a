package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All combinations of some questions' classes, numbered from 0, the last question changing fastest. For questions with 2
 * and 3 classes the numbers are 0 = (0,0), 1 = (0,1), 2 = (0,2), 3 = (1,0) … 5 = (1,2).
 *
 * <p>A combination is told by {@code digits}: the class of each question, by the question's index in the edition.
 */
final class Combinations {

    private final List<Variable> variables;
    private final long count;

    Combinations(List<Variable> variables) {
        this.variables = List.copyOf(variables);
        long product = 1;
        for (Variable variable : variables) {
            // saturates far above any budget, so that it cannot overflow
            product = Math.min(product * variable.witnesses().size(), Integer.MAX_VALUE);
        }
        this.count = product;
    }

    List<Variable> variables() {
        return variables;
    }

    /** How many there are; 0 if a question's classes are not known; at most {@link Integer#MAX_VALUE}. */
    long count() {
        return count;
    }

    /** Where a question stands among the variables; −1 if it is none of them. */
    int indexOf(int question) {
        for (int variable = 0; variable < variables.size(); variable++) {
            if (variables.get(variable).question() == question) {
                return variable;
            }
        }
        return -1;
    }

    int index(int[] digits) {
        int index = 0;
        for (Variable variable : variables) {
            index = index * variable.witnesses().size() + digits[variable.question()];
        }
        return index;
    }

    /** Sets {@code digits} to one combination after the other and visits its number. */
    void forEach(int[] digits, IntConsumer visit) {
        forEach(0, digits, visit);
    }

    private void forEach(int depth, int[] digits, IntConsumer visit) {
        if (depth == variables.size()) {
            visit.accept(index(digits));
            return;
        }
        Variable variable = variables.get(depth);
        for (int digit = 0; digit < variable.witnesses().size(); digit++) {
            digits[variable.question()] = digit;
            forEach(depth + 1, digits, visit);
        }
    }

    /** How far apart in number two combinations stand that differ by one class of that variable alone. */
    int stride(int variable) {
        int stride = 1;
        for (int later = variable + 1; later < variables.size(); later++) {
            stride *= variables.get(later).witnesses().size();
        }
        return stride;
    }

    /** The combinations of this one's questions and the other's; a question in both must have the same classes. */
    Combinations with(Combinations other) {
        List<Variable> union = new ArrayList<>(variables);
        other.variables.stream().filter(v -> !variables.contains(v)).forEach(union::add);
        return new Combinations(union);
    }

    Combinations without(Variable variable) {
        return new Combinations(
                variables.stream().filter(v -> !v.equals(variable)).toList());
    }
}
