package jp.readiness.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Scenario;

/**
 * Scenarios in the words of {@code scenarios.yaml}, to go at its end. What they expect is what comes out now, so a person
 * has to say that it is right.
 */
public final class ScenarioText {

    private ScenarioText() {}

    /**
     * A scenario of an applicant: the verdict, the risk and every finding that stands out. Short texts are left out: rules
     * never read them, and somebody's name may stand there.
     *
     * @param name a sentence; a number is put behind one that is taken
     */
    public static String of(Adviser adviser, String name, Answers answers) {
        Answers kept = withoutTexts(adviser, answers);
        Assessment assessment = adviser.assess(kept, adviser.edition().from());
        Set<String> telling = assessment.findings().stream()
                .filter(finding -> finding.state() == State.UNMET || finding.state() == State.FIRED)
                .map(FindingResult::id)
                .collect(Collectors.toSet());
        AdvisedExample example = new AdvisedExample(adviser);
        return String.join(
                        "\n",
                        "- name: " + YamlSheet.quoted(free(adviser, name)),
                        "  answers: " + example.answers(kept),
                        "  expect: " + example.expectation(kept, telling))
                + "\n";
    }

    /** Scenarios for what those of the edition do not try yet; empty if they try everything that can be. */
    public static List<String> missing(Adviser adviser, Locale locale) {
        return new ProposedScenarios(Coverage.of(adviser.ruleBook()), new AdvisedExample(adviser), locale).lines();
    }

    private static Answers withoutTexts(Adviser adviser, Answers answers) {
        Answers kept = Answers.NONE;
        for (Question question : adviser.edition().questions()) {
            if (question.type() != QuestionType.TEXT && !answers.isOpen(question.id())) {
                Answer answer = answers.get(question.id()).orElseThrow();
                kept = kept.with(question.id(), answer);
            }
        }
        return kept;
    }

    private static String free(Adviser adviser, String wanted) {
        Set<String> taken = adviser.edition().scenarios().stream()
                .map(Scenario::name)
                .collect(Collectors.toCollection(HashSet::new));
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }
}
