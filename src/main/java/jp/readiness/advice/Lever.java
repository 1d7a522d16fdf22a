package jp.readiness.advice;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Facts;

/**
 * An answer that the applicant can change.
 *
 * @param question index in the edition
 * @param effort of changing it, 1 to 5
 * @param present the answer that the sheet gives
 * @param moves what it may become, one answer out of every class that the rules tell apart, the nearest first
 */
record Lever(int question, int effort, Answer present, List<Move> moves) {

    /** @param distance from the present answer, see {@link Distance} */
    record Move(Answer answer, double distance) {}

    Lever {
        moves = List.copyOf(moves);
    }

    /** Whether a question is one: answered, changeable, and no short text, for we put no words into anybody's mouth. */
    static boolean isOne(Question question, int index, Facts facts) {
        return question.changeable() && question.type() != QuestionType.TEXT && facts.isAnswered(index);
    }

    /** @param answers what it may become, the present answer perhaps among it */
    static Lever of(Question question, int index, Answer present, List<Answer> answers) {
        List<Move> moves = answers.stream()
                .filter(answer -> !answer.equals(present))
                .map(answer -> new Move(answer, Distance.between(question, present, answer)))
                .sorted(Comparator.comparingDouble(Move::distance))
                .toList();
        return new Lever(index, question.effort(), present, moves);
    }

    /** The present answer and all moves, as classes to explore. */
    Variable variable() {
        return new Variable(
                question,
                Stream.concat(Stream.of(present), moves.stream().map(Move::answer))
                        .toList());
    }
}
