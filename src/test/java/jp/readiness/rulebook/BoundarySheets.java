package jp.readiness.rulebook;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;

/** Answer sheets by chance, whose answers lie at, next to and between all that the rules compare them with. */
final class BoundarySheets {

    private final Random random;
    private final List<Question> questions;
    private final List<List<Answer>> witnesses;

    BoundarySheets(long seed, RuleBook book) {
        this.random = new Random(seed);
        this.questions = book.edition().questions();
        BitSet all = new BitSet();
        all.set(0, book.rules().size());
        this.witnesses = IntStream.range(0, questions.size())
                .mapToObj(question -> book.witnesses(question, all))
                .toList();
    }

    /** A sheet on which every question is open with that probability. */
    Answers next(double open) {
        Answers answers = Answers.NONE;
        for (int question = 0; question < witnesses.size(); question++) {
            List<Answer> some = witnesses.get(question);
            if (random.nextDouble() >= open) {
                answers = answers.with(questions.get(question).id(), some.get(random.nextInt(some.size())));
            }
        }
        return answers;
    }
}
