package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.PlainCondition;
import jp.readiness.rulebook.PlainRuleBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A programme of 80 questions and 300 rules: the searches end within their budgets, and say so where they stop. */
class LargeEditionTest {

    private static final int QUESTIONS = 80;
    private static final int RULES = 300;
    private static final int CRITERIA = 20;
    private static final int SIGNALS = 60;
    private static final int STRENGTHS = 20;

    /** Rules run in one assessment: the budgets, each evaluation running the few rules that it touches. */
    private static final long MOST_RULES_RUN = 12_000_000;

    static LongStream seeds() {
        return LongStream.range(0, 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void advice_stays_within_its_budget_and_repeats(long seed) {
        Random random = new Random(seed);
        CountedRules rules = new CountedRules(edition(random).ruleBook());
        Adviser adviser = new Adviser(rules.ruleBook());
        for (double answered : new double[] {0, 0.5, 0.9, 1}) {
            Answers sheet = sheet(adviser.edition().questions(), answered, random);
            long before = rules.run();
            Assessment assessment = adviser.assess(sheet, DAY);

            assertThat(rules.run() - before).isLessThan(MOST_RULES_RUN);
            assertThat(adviser.assess(sheet, DAY)).isEqualTo(assessment);
            keepsItsPromises(adviser, sheet, assessment);
        }
    }

    private static void keepsItsPromises(Adviser adviser, Answers sheet, Assessment assessment) {
        assessment.changes().stream().limit(2).forEach(change -> {
            Assessment then = adviser.assess(Sheets.changed(adviser.edition(), sheet, change), DAY);
            assertThat(then.verdict()).isEqualTo(change.verdict());
            assertThat(then.risk().overall().band()).isEqualTo(change.riskBand());
        });
        if (assessment.changeSearch().ready() == Search.FOUND) {
            assertThat(assessment.changes()).anyMatch(change -> change.aims().contains(Aim.READY));
        }
    }

    private static EditionBuilder edition(Random random) {
        EditionBuilder edition = new EditionBuilder().step("one", "0.01").step("two", "0.01");
        for (int question = 0; question < QUESTIONS; question++) {
            (question % 2 == 0 ? edition.yesNo("q" + question) : edition.choice("q" + question, "A", "B", "C", "D"))
                    .changeable(random.nextInt(5));
        }
        for (int i = 0; i < CRITERIA; i++) {
            edition.required("c" + i);
        }
        for (int i = 0; i < SIGNALS; i++) {
            edition.signal("s" + i, i % 3 == 0 ? "any" : i % 3 == 1 ? "one" : "two", "0.05");
        }
        for (int i = 0; i < STRENGTHS; i++) {
            edition.strength("t" + i, "0.3", "s" + i, "s" + (SIGNALS - 1 - i));
        }
        for (int rule = 0; rule < RULES; rule++) {
            edition.rule("rule" + rule, condition(random), finding(rule));
        }
        return edition;
    }

    private static String finding(int rule) {
        int finding = rule % (CRITERIA + SIGNALS + STRENGTHS);
        if (finding < CRITERIA) {
            return "c" + finding;
        }
        return finding < CRITERIA + SIGNALS ? "s" + (finding - CRITERIA) : "t" + (finding - CRITERIA - SIGNALS);
    }

    private static PlainCondition condition(Random random) {
        return PlainCondition.all(leaf(random), PlainCondition.any(leaf(random), leaf(random)));
    }

    private static PlainCondition leaf(Random random) {
        int question = random.nextInt(QUESTIONS);
        return question % 2 == 0
                ? PlainCondition.is("q" + question, "==", random.nextBoolean())
                : PlainCondition.is("q" + question, "in", List.of("A", random.nextBoolean() ? "B" : "C"));
    }

    private static Answers sheet(List<Question> questions, double answered, Random random) {
        Answers answers = Answers.NONE;
        for (Question question : questions) {
            List<Answer> all = PlainRuleBook.all(question);
            if (random.nextDouble() < answered) {
                answers = answers.with(question.id(), all.get(random.nextInt(all.size())));
            }
        }
        return answers;
    }
}
