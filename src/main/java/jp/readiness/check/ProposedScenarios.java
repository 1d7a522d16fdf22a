package jp.readiness.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Text;

/** Scenarios for what is not tried yet, with what comes out of them now: a person has to say whether that is right. */
final class ProposedScenarios {

    private static final Text CONFIRM = new Text(
            "今の結果です。これでよいか確かめて、この行を消してください。", "This is what comes out now. Confirm it, then delete this line.");

    private final Adviser adviser;
    private final Coverage coverage;
    private final Locale locale;
    private final Set<String> names;

    ProposedScenarios(Adviser adviser, Coverage coverage, Locale locale) {
        this.adviser = adviser;
        this.coverage = coverage;
        this.locale = locale;
        this.names = adviser.edition().scenarios().stream().map(Scenario::name).collect(Collectors.toSet());
    }

    /** YAML, one entry a scenario. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        coverage.proposals().forEach((sheet, sides) -> {
            Answers answers = sheet.answers();
            lines.add("- name: " + YamlSheet.quoted(name(sides.get(0))));
            lines.add("  answers: " + YamlSheet.of(edition(), answers));
            lines.add("  # " + CONFIRM.in(locale));
            lines.add(
                    "  expect: " + expectation(adviser.assess(answers, edition().from()), sides));
        });
        return lines;
    }

    private Edition edition() {
        return adviser.edition();
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

    private String expectation(Assessment assessment, List<Side> sides) {
        Set<String> findings = new LinkedHashSet<>();
        sides.forEach(side -> findings.addAll(coverage.space().rule(side.rule()).concludes()));
        Map<String, List<String>> byState = new LinkedHashMap<>();
        assessment.findings().stream()
                .filter(result -> findings.contains(result.id()))
                .forEach(result -> byState.computeIfAbsent(state(result), s -> new ArrayList<>())
                        .add(YamlSheet.scalar(result.id())));
        List<String> expected = new ArrayList<>();
        expected.add("verdict: " + assessment.verdict());
        expected.add("risk: " + assessment.risk().overall().band());
        byState.forEach((state, ids) -> expected.add("%s: [%s]".formatted(state, String.join(", ", ids))));
        String amounts = amounts(assessment, findings);
        if (!amounts.isEmpty()) {
            expected.add("amounts: { " + amounts + " }");
        }
        return "{ " + String.join(", ", expected) + " }";
    }

    private static String amounts(Assessment assessment, Set<String> findings) {
        return assessment.grants().stream()
                .filter(grant -> findings.contains(grant.id()))
                .flatMap(grant ->
                        grant.amount().stream().map(a -> YamlSheet.scalar(grant.id()) + ": " + a.toPlainString()))
                .collect(Collectors.joining(", "));
    }

    private static String state(FindingResult result) {
        return ScenarioRunner.spelled(result.state());
    }
}
