package jp.readiness.advice;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.programme.Answer;

/**
 * What a match says of two answer sheets.
 *
 * @param points of the reasons that hold
 * @param possiblePoints with those of the reasons that may still hold
 * @param notFor the answers by which a side's programme is not for the applicant who stands there
 * @param reasons every finding of the match, in its order
 */
public record Pair(Fit fit, int points, int possiblePoints, List<Given> notFor, List<Reason> reasons) {
    public Pair {
        notFor = List.copyOf(notFor);
        reasons = List.copyOf(reasons);
    }

    /**
     * A finding with the answers of the two sides that it rests on.
     *
     * @param finding its {@code decidedBy} and comparisons name questions of the joined sheet
     * @param points by which it moves the pair up if it holds; 0 for a criterion
     * @param answers in the order of the joined sheet
     */
    public record Reason(FindingResult finding, int points, List<Given> answers) {
        public Reason {
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param side its name
     * @param question its id on the sheet of that side
     * @param answer empty while it is open
     */
    public record Given(String side, String question, Optional<Answer> answer) {}
}
