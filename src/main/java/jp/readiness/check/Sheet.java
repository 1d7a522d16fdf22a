package jp.readiness.check;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * An answer sheet on the way through the answer space.
 *
 * @param before the sheet with one question less; empty for the sheet without answers
 * @param question id of the question answered last, or left open
 */
record Sheet(Facts facts, Optional<Sheet> before, String question, Optional<Answer> answer) {

    /**
     * A question and the answers to try.
     *
     * @param index of the question in the edition
     * @param answers empty where the question is left open
     */
    record Choices(int index, String question, List<Optional<Answer>> answers) {
        Choices {
            answers = List.copyOf(answers);
        }
    }

    static Sheet empty(RuleBook ruleBook) {
        return new Sheet(ruleBook.facts(Answers.NONE), Optional.empty(), "", Optional.empty());
    }

    Sheet with(Choices choices, Optional<Answer> next) {
        Facts changed = next.isPresent() ? facts.with(choices.index(), next.get()) : facts;
        return new Sheet(changed, Optional.of(this), choices.question(), next);
    }

    Answers answers() {
        Answers earlier = before.map(Sheet::answers).orElse(Answers.NONE);
        return answer.map(last -> earlier.with(question, last)).orElse(earlier);
    }
}
