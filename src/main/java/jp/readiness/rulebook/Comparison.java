package jp.readiness.rulebook;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.JsonValues;

/**
 * One condition of a rule, held against an answer sheet: the answer beside the threshold.
 *
 * <p>Example: {@code participants < Parameters.minimumParticipants} for one participant is {@code
 * Comparison("participants", {"participants"}, 1, "<", 2, "minimumParticipants", true)}.
 *
 * @param expression the question's id, or the author's text where the left side is computed
 * @param questions ids of all questions that the condition reads
 * @param answer JSON-like value of the left side (Boolean, BigDecimal, option id, list of option ids, text); empty while
 *     it is open
 * @param operator {@code == != < <= > >= in, not in, contains, not contains, memberOf, not memberOf, matches, not
 *     matches}, with any negation around the condition already applied
 * @param threshold JSON-like value of the right side; empty while it is open, as when it is another open question
 * @param parameter id of the parameter that gave the threshold
 * @param holds empty while the condition is open
 */
public record Comparison(
        String expression,
        Set<String> questions,
        Optional<Object> answer,
        String operator,
        Optional<Object> threshold,
        Optional<String> parameter,
        Optional<Boolean> holds) {
    public Comparison {
        questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions)); // sorted, so that JSON bytes replay
        answer = answer.map(JsonValues::canonical);
        threshold = threshold.map(JsonValues::canonical);
    }
}
