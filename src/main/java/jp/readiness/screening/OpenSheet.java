package jp.readiness.screening;

import java.util.List;
import jp.readiness.advice.Adviser;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;

/**
 * A stored answer sheet as its edition reads it.
 *
 * @param answers those that fit the edition as it is now; one to a question that has since changed or gone counts as
 *     open, but stays in the store
 */
record OpenSheet(Sheet sheet, Adviser adviser, Answers answers) {

    private static final AnswerReader READER = new AnswerReader();

    static OpenSheet of(Sheet sheet, Adviser adviser) {
        return new OpenSheet(
                sheet,
                adviser,
                READER.sheet(adviser.edition().questions(), sheet.values()).answers());
    }

    /**
     * The sheet as its applicant may see it: what staff answered is left out, and so is what would follow from it. What an
     * office thinks of a firm's partner is for the office.
     */
    static OpenSheet forApplicant(Sheet sheet, Adviser adviser) {
        return new OpenSheet(sheet, adviser, applicantAnswers(sheet, adviser.edition()));
    }

    /** The answers to the questions that the edition puts to the applicant. */
    static Answers applicantAnswers(Sheet sheet, Edition edition) {
        return READER.sheet(applicantQuestions(edition), sheet.values()).answers();
    }

    Edition edition() {
        return adviser.edition();
    }

    /** The questions put to the applicant, in order; staff answer the others. */
    List<Question> questions() {
        return applicantQuestions(edition());
    }

    static List<Question> applicantQuestions(Edition edition) {
        return edition.questions().stream()
                .filter(question -> question.answeredBy() == AnsweredBy.APPLICANT)
                .toList();
    }

    /** Whether the applicant has said something to the question, if only that it is not known yet. */
    boolean isReplied(Question question) {
        return !answers.isOpen(question.id()) || sheet.unsure().contains(question.id());
    }

    /** Whether something stands in the question that could not be read as an answer. */
    boolean isUnread(Question question) {
        return sheet.unread().containsKey(question.id());
    }
}
