package jp.readiness.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.programme.Answers;

/** A scenario of a programme. */
record AdvisedExample(Adviser adviser) implements ProposedScenarios.Example {

    @Override
    public String answers(Answers answers) {
        return YamlSheet.of(adviser.edition(), answers);
    }

    @Override
    public String expectation(Answers answers, Set<String> findings) {
        Assessment assessment = adviser.assess(answers, adviser.edition().from());
        List<String> expected = new ArrayList<>();
        expected.add("verdict: " + assessment.verdict());
        expected.add("risk: " + assessment.risk().overall().band());
        expected.addAll(ProposedScenarios.states(assessment.findings().stream(), findings));
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
}
