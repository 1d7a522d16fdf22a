package jp.readiness.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;

/** What an edition declares and its rules never use: most often a rule that was forgotten or misspelt. */
final class UnusedParts {

    private final Edition edition;
    private final List<Rule> rules;

    private UnusedParts(RuleBook ruleBook) {
        this.edition = ruleBook.edition();
        this.rules = ruleBook.rules();
    }

    static List<Problem> of(RuleBook ruleBook) {
        UnusedParts parts = new UnusedParts(ruleBook);
        List<Problem> problems = new ArrayList<>(parts.findings());
        problems.addAll(parts.questions());
        return problems;
    }

    /** An error: nobody could ever be told of it, and a criterion without a rule would count as met. */
    private List<Problem> findings() {
        Set<String> concluded =
                rules.stream().flatMap(rule -> rule.concludes().stream()).collect(Collectors.toSet());
        return edition.findings().stream()
                .filter(finding -> !concluded.contains(finding.id()))
                .map(UnusedParts::unusedFinding)
                .toList();
    }

    private static Problem unusedFinding(Finding finding) {
        return Problem.error(
                finding.words().place(),
                "UNUSED_FINDING",
                new Text(
                        "「%s」を結論にする条件が rules.drl にありません。".formatted(finding.id()),
                        "No rule in rules.drl concludes \"%s\".".formatted(finding.id())),
                new Text("rules.drl に書き足すか、ここから消してください。", "Add a rule that concludes it, or remove it here."));
    }

    private List<Problem> questions() {
        Set<String> used = new HashSet<>();
        rules.forEach(rule -> used.addAll(rule.reads()));
        edition.audience().stream().map(Audience::question).forEach(used::add);
        edition.parameters().values().stream()
                .map(Parameter::keyQuestion)
                .flatMap(key -> key.stream())
                .forEach(used::add);
        return edition.questions().stream()
                .filter(question -> !used.contains(question.id()) && question.type() != QuestionType.TEXT)
                .map(UnusedParts::unusedQuestion)
                .toList();
    }

    private static Problem unusedQuestion(Question question) {
        return Problem.warning(
                question.place(),
                "UNUSED_QUESTION",
                new Text(
                        "質問「%s」の答えは、どこにも使われていません。".formatted(question.id()),
                        "The answer to \"%s\" is used nowhere.".formatted(question.id())),
                new Text(
                        "答える人の手間になります。rules.drl で使うか、質問から外してください。",
                        "It costs applicants time: use it in rules.drl or leave it out."));
    }
}
