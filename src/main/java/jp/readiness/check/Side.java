package jp.readiness.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;

/**
 * One side of a comparison that a scenario should try: the threshold itself, the answer just beyond, an option, an open
 * question.
 *
 * @param rule index
 * @param comparison index in the rule
 * @param label such as {@code participants = 2 (the threshold itself)}
 * @param answers to the question compared that lie on this side; empty if any may
 * @param holds whether a comparison held against a sheet is on this side
 */
record Side(int rule, int comparison, Text label, List<Optional<Answer>> answers, Predicate<Comparison> holds) {
    Side {
        answers = List.copyOf(answers);
    }
}
