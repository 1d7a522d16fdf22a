package jp.readiness.advice;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/** What must hold for the verdict to be neither NOT_YET nor NOT_FOR_YOU: a required criterion, or an audience. */
interface Requirement {

    /** Indexes of the questions that it rests on; not to be changed. */
    BitSet questions();

    /** Indexes of the rules that judge it; not to be changed. */
    BitSet rules();

    /** Whether a sheet fails it, whatever its open answers turn out to be. */
    boolean isFailedBy(Facts facts, Budget budget);

    /** @param open the questions that are open on the sheet */
    record Criterion(RuleBook ruleBook, Scope scope, BitSet questions, List<Variable> open) implements Requirement {

        static Criterion of(RuleBook ruleBook, Scope scope, Facts sheet) {
            return new Criterion(ruleBook, scope, scope.questions(), scope.free(sheet::isOpen));
        }

        @Override
        public BitSet rules() {
            return scope.rules();
        }

        @Override
        public boolean isFailedBy(Facts facts, Budget budget) {
            return scope.rules().stream().anyMatch(rule -> ruleBook.fires(rule, facts))
                    || (!open.isEmpty()
                            && Completions.explore(ruleBook, scope.rules(), open, facts, budget)
                                    .filter(Completions::always)
                                    .isPresent());
        }
    }

    /** @param allowed indexes of options */
    record Meant(int question, List<Integer> allowed) implements Requirement {

        static Meant of(Edition edition, Audience audience) {
            List<Question> questions = edition.questions();
            int index = IntStream.range(0, questions.size())
                    .filter(i -> questions.get(i).id().equals(audience.question()))
                    .findFirst()
                    .orElseThrow();
            Question question = questions.get(index);
            return new Meant(
                    index,
                    IntStream.range(0, question.options().size())
                            .filter(option -> audience.allowed()
                                    .contains(question.options().get(option).id()))
                            .boxed()
                            .toList());
        }

        @Override
        public BitSet questions() {
            BitSet questions = new BitSet();
            questions.set(question);
            return questions;
        }

        @Override
        public BitSet rules() {
            return new BitSet();
        }

        @Override
        public boolean isFailedBy(Facts facts, Budget budget) {
            return facts.isAnswered(question) && allowed.stream().noneMatch(option -> facts.is(question, option));
        }
    }
}
