package jp.readiness.advice;

import java.util.List;
import jp.readiness.programme.Answer;

/**
 * A question seen by some rules: one answer out of every class of answers that they cannot tell apart.
 *
 * @param question index in the edition
 * @param witnesses empty if the classes are not known, so that no search is possible
 */
record Variable(int question, List<Answer> witnesses) {
    Variable {
        witnesses = List.copyOf(witnesses);
    }
}
