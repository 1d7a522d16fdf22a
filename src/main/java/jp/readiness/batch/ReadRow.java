package jp.readiness.batch;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/** A row of a table, read: who it is and what they answered, or why that cannot be taken. */
public final class ReadRow {

    private final long line;
    private final Optional<String> applicant;
    private final List<Question> questions;
    private final @Nullable Answer[] answers;
    private final List<CellProblem> problems;

    ReadRow(
            long line,
            Optional<String> applicant,
            List<Question> questions,
            @Nullable Answer[] answers,
            List<CellProblem> problems) {
        this.line = line;
        this.applicant = applicant;
        this.questions = questions;
        this.answers = answers;
        this.problems = List.copyOf(problems);
    }

    public long line() {
        return line;
    }

    /** As it stands in the file; empty if the file has no such column or the cell is blank. */
    public Optional<String> applicant() {
        return applicant;
    }

    /** The good ones; all of them if there are no problems. */
    public Answers answers() {
        SortedMap<String, Answer> given = new TreeMap<>();
        for (int question = 0; question < answers.length; question++) {
            Answer answer = answers[question];
            if (answer != null) {
                given.put(questions.get(question).id(), answer);
            }
        }
        return new Answers(given);
    }

    /** One for each question of the edition, in its order; null where it is open. */
    @Nullable
    Answer[] inOrder() {
        return answers;
    }

    /** Why the row is to be rejected; none for a good one. */
    public List<CellProblem> problems() {
        return problems;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }
}
