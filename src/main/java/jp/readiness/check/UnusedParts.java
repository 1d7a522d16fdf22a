package jp.readiness.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import jp.readiness.rulebook.RuleParts;

/** What an edition declares and its rules never use: most often a rule that was forgotten or misspelt. */
final class UnusedParts {

    private final Edition edition;
    private final List<Rule> rules;

    private final List<RuleParts> parts;

    private UnusedParts(RuleBook ruleBook) {
        this.edition = ruleBook.edition();
        this.rules = ruleBook.rules();
        this.parts = IntStream.range(0, rules.size()).mapToObj(ruleBook::parts).toList();
    }

    static List<Problem> of(RuleBook ruleBook) {
        UnusedParts parts = new UnusedParts(ruleBook);
        List<Problem> problems = new ArrayList<>(parts.findings());
        problems.addAll(parts.questions());
        problems.addAll(parts.parameters());
        return problems;
    }

    /** A match reads of the two sheets what it needs; the other questions are asked for their programmes. */
    static List<Problem> ofMatch(RuleBook ruleBook) {
        UnusedParts parts = new UnusedParts(ruleBook);
        List<Problem> problems = new ArrayList<>(parts.findings());
        problems.addAll(parts.parameters());
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
        parts.forEach(rule -> used.addAll(rule.questions()));
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

    private List<Problem> parameters() {
        Set<String> used =
                parts.stream().flatMap(rule -> rule.parameters().stream()).collect(Collectors.toSet());
        return edition.parameters().values().stream()
                .filter(parameter -> !used.contains(parameter.id()))
                .map(UnusedParts::unusedParameter)
                .toList();
    }

    private static Problem unusedParameter(Parameter parameter) {
        return Problem.warning(
                parameter.place(),
                "UNUSED_PARAMETER",
                new Text(
                        "数字「%s」は、rules.drl のどこにも使われていません。変えても結果は変わりません。".formatted(parameter.id()),
                        "The parameter \"%s\" is used nowhere in rules.drl: changing it changes nothing."
                                .formatted(parameter.id())),
                new Text("rules.drl で使うか、ここから消してください。", "Use it in rules.drl, or remove it here."));
    }
}
