package jp.readiness.workbench;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Place;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.RuleSentences;
import jp.readiness.wording.Words;

/**
 * What each rule made of one applicant, condition by condition.
 *
 * @param sentence the rule read aloud
 */
record RuleTrace(String name, Place place, Outcome outcome, String sentence, List<Condition> conditions) {

    enum Outcome {
        FIRED,
        NOT_FIRED,
        OPEN
    }

    enum Truth {
        HOLDS,
        FAILED,
        OPEN
    }

    /**
     * @param question what it is about
     * @param answer of the applicant
     * @param wanted what the condition asks for; empty while that is open
     */
    record Condition(String question, String answer, String wanted, Truth truth) {}

    static List<RuleTrace> of(Adviser adviser, Answers answers, Words words) {
        RuleBook book = adviser.ruleBook();
        Facts facts = book.facts(answers);
        RuleSentences sentences = new RuleSentences(adviser.edition(), words);
        ComparisonWords comparisons = new ComparisonWords(adviser.edition(), words);
        return IntStream.range(0, book.rules().size())
                .mapToObj(index -> {
                    Rule rule = book.rules().get(index);
                    return new RuleTrace(
                            rule.name(),
                            rule.place(),
                            outcome(book, index, facts),
                            sentences.of(book.parts(index)),
                            book.conditions(index, facts).stream()
                                    .map(comparison -> condition(comparison, comparisons))
                                    .toList());
                })
                .toList();
    }

    private static Outcome outcome(RuleBook book, int rule, Facts facts) {
        if (book.fires(rule, facts)) {
            return Outcome.FIRED;
        }
        boolean failed = book.whyNot(rule, facts).stream().anyMatch(each -> truth(each) == Truth.FAILED);
        return failed ? Outcome.NOT_FIRED : Outcome.OPEN;
    }

    private static Condition condition(Comparison comparison, ComparisonWords comparisons) {
        Evidence evidence = comparisons.evidence(comparison, Kind.STRENGTH);
        return new Condition(
                evidence.label(),
                evidence.answer(),
                comparisons.asWritten(comparison).orElse(""),
                truth(comparison));
    }

    private static Truth truth(Comparison comparison) {
        Optional<Boolean> holds = comparison.holds();
        return holds.isEmpty() ? Truth.OPEN : holds.get() ? Truth.HOLDS : Truth.FAILED;
    }
}
