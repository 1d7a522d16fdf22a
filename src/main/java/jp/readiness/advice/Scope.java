package jp.readiness.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * What one finding rests on: the rules that conclude it and the questions that these read.
 *
 * @param index of the finding in the edition
 * @param rules indexes; not to be changed
 * @param classesOf the rules whose classes of answers count: its own or, where it bears on the risk, all that do
 * @param exact whether these classes are the same on every sheet
 * @param variables the questions in the edition's order
 */
record Scope(Finding finding, int index, BitSet rules, BitSet classesOf, boolean exact, List<Variable> variables) {

    /** One scope per finding, in the edition's order. */
    static List<Scope> all(RuleBook ruleBook) {
        List<Finding> findings = ruleBook.edition().findings();
        BitSet riskRules = rulesOf(
                ruleBook,
                findings.stream().filter(Scope::bearsOnRisk).map(Finding::id).collect(Collectors.toSet()));
        List<Scope> scopes = new ArrayList<>();
        for (Finding finding : findings) {
            BitSet rules = rulesOf(ruleBook, Set.of(finding.id()));
            // signals and strengths act together in the risk, so they share one set of classes for each question
            BitSet classesOf = bearsOnRisk(finding) ? riskRules : rules;
            scopes.add(new Scope(
                    finding,
                    scopes.size(),
                    rules,
                    classesOf,
                    ruleBook.exact(classesOf),
                    variables(ruleBook, rules, classesOf)));
        }
        return List.copyOf(scopes);
    }

    private static BitSet rulesOf(RuleBook ruleBook, Set<String> findings) {
        BitSet rules = new BitSet();
        for (int rule = 0; rule < ruleBook.rules().size(); rule++) {
            if (ruleBook.rules().get(rule).concludes().stream().anyMatch(findings::contains)) {
                rules.set(rule);
            }
        }
        return rules;
    }

    private static List<Variable> variables(RuleBook ruleBook, BitSet rules, BitSet classesOf) {
        List<Question> questions = ruleBook.edition().questions();
        List<Variable> variables = new ArrayList<>();
        for (int question = 0; question < questions.size(); question++) {
            String id = questions.get(question).id();
            if (rules.stream()
                    .anyMatch(rule -> ruleBook.rules().get(rule).reads().contains(id))) {
                variables.add(new Variable(question, ruleBook.witnesses(question, classesOf)));
            }
        }
        return List.copyOf(variables);
    }

    /** The same with the classes as they are on a sheet. Example: whether x == y holds for x open is seen at x = y. */
    Scope on(RuleBook ruleBook, Facts sheet) {
        if (exact) {
            return this;
        }
        List<Variable> refined = variables.stream()
                .map(v -> new Variable(v.question(), ruleBook.witnesses(v.question(), classesOf, sheet)))
                .toList();
        return new Scope(finding, index, rules, classesOf, exact, refined);
    }

    /** The questions that are free to vary. */
    List<Variable> free(IntPredicate isFree) {
        return variables.stream().filter(v -> isFree.test(v.question())).toList();
    }

    /** Indexes of the questions that it reads. */
    BitSet questions() {
        BitSet questions = new BitSet();
        variables.forEach(variable -> questions.set(variable.question()));
        return questions;
    }

    boolean reads(int question) {
        return variables.stream().anyMatch(variable -> variable.question() == question);
    }

    boolean isRequired() {
        return finding instanceof Finding.Criterion criterion && criterion.required();
    }

    boolean bearsOnRisk() {
        return bearsOnRisk(finding);
    }

    private static boolean bearsOnRisk(Finding finding) {
        return finding instanceof Finding.Signal || finding instanceof Finding.Strength;
    }
}
