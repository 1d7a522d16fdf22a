package jp.readiness.advice;

import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;

/**
 * How far a new answer lies from the old one: for numbers their difference, for options how far apart they stand in the
 * question, for several options how many are ticked or unticked, for yes and no 1.
 */
final class Distance {

    private Distance() {}

    static double between(Question question, Answer from, Answer to) {
        if (from instanceof Answer.Number a && to instanceof Answer.Number b) {
            return a.value().subtract(b.value()).abs().doubleValue();
        }
        if (from instanceof Answer.Choice a && to instanceof Answer.Choice b) {
            return Math.abs(position(question, a) - position(question, b));
        }
        if (from instanceof Answer.Choices a && to instanceof Answer.Choices b) {
            return toggled(a.options(), b.options());
        }
        return from.equals(to) ? 0 : 1;
    }

    private static int position(Question question, Answer.Choice choice) {
        return question.options().stream().map(Option::id).toList().indexOf(choice.option());
    }

    private static int toggled(Set<String> from, Set<String> to) {
        Set<String> all = new TreeSet<>(from);
        all.addAll(to);
        Set<String> both = new TreeSet<>(from);
        both.retainAll(to);
        return all.size() - both.size();
    }
}
