package jp.readiness.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Text;

/** Scenarios for what is not tried yet, with what comes out of them now: a person has to say whether that is right. */
final class ProposedScenarios {

    private static final Text CONFIRM = new Text(
            "今の結果です。これでよいか確かめて、この行を消してください。", "This is what comes out now. Confirm it, then delete this line.");

    /** How an answer sheet is written as a scenario. */
    interface Example {

        /** The answers in one line of YAML. */
        String answers(Answers answers);

        /** What comes out of them, in one line of YAML: the outcome as a whole, and these findings. */
        String expectation(Answers answers, Set<String> findings);
    }

    private final Coverage coverage;
    private final Example example;
    private final Locale locale;
    private final Set<String> names;

    ProposedScenarios(Coverage coverage, Example example, Locale locale) {
        this.coverage = coverage;
        this.example = example;
        this.locale = locale;
        this.names = coverage.space().edition().scenarios().stream()
                .map(Scenario::name)
                .collect(Collectors.toSet());
    }

    /** YAML, one entry a scenario. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        coverage.proposals().forEach((sheet, sides) -> {
            Answers answers = sheet.answers();
            lines.add("- name: " + YamlSheet.quoted(name(sides.get(0))));
            lines.add("  answers: " + example.answers(answers));
            lines.add("  # " + CONFIRM.in(locale));
            lines.add("  expect: " + example.expectation(answers, findings(sides)));
        });
        return lines;
    }

    private Set<String> findings(List<Side> sides) {
        Set<String> findings = new LinkedHashSet<>();
        sides.forEach(side -> findings.addAll(coverage.space().rule(side.rule()).concludes()));
        return findings;
    }

    /** Two scenarios may not have the same name, so a number is put after the second. */
    private String name(Side side) {
        String wanted =
                coverage.space().rule(side.rule()).name() + ": " + side.label().in(locale);
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    /** The findings asked for, by state: {@code met: [a], fired: [b, c]}. */
    static List<String> states(Stream<FindingResult> results, Set<String> findings) {
        Map<String, List<String>> byState = new LinkedHashMap<>();
        results.filter(result -> findings.contains(result.id()))
                .forEach(result -> byState.computeIfAbsent(
                                ScenarioRunner.spelled(result.state()), s -> new ArrayList<>())
                        .add(YamlSheet.scalar(result.id())));
        return byState.entrySet().stream()
                .map(state -> "%s: [%s]".formatted(state.getKey(), String.join(", ", state.getValue())))
                .toList();
    }
}
