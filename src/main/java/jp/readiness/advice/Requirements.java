package jp.readiness.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.RuleBook;

/**
 * All that is required of one sheet, and the answers that may be changed for its sake.
 *
 * @param rules indexes of the rules that conclude a required criterion
 */
record Requirements(RuleBook ruleBook, Sheet sheet, List<Requirement> all, BitSet rules) {

    static Requirements of(RuleBook ruleBook, Sheet sheet, List<Scope> scopes) {
        List<Scope> required = scopes.stream().filter(Scope::isRequired).toList();
        BitSet rules = new BitSet();
        required.forEach(scope -> rules.or(scope.rules()));
        Stream<Requirement> criteria =
                required.stream().map(scope -> Requirement.Criterion.of(ruleBook, scope, sheet.facts()));
        Stream<Requirement> audience =
                ruleBook.edition().audience().stream().map(meant -> Requirement.Meant.of(ruleBook.edition(), meant));
        return new Requirements(
                ruleBook, sheet, Stream.concat(criteria, audience).toList(), rules);
    }

    /** The answers that may be changed for the sake of a group, told apart by its own rules. */
    List<Lever> levers(List<Requirement> group) {
        BitSet questions = new BitSet();
        BitSet groupRules = new BitSet();
        group.forEach(requirement -> {
            questions.or(requirement.questions());
            groupRules.or(requirement.rules());
        });
        return levers(questions, groupRules);
    }

    /** The answers that may be changed among these questions, told apart by these rules and by the audiences. */
    List<Lever> levers(BitSet questions, BitSet toldApartBy) {
        List<Question> asked = ruleBook.edition().questions();
        return questions.stream()
                .filter(index -> Lever.isOne(asked.get(index), index, sheet.facts()))
                .mapToObj(index -> lever(asked.get(index), index, toldApartBy))
                .toList();
    }

    private Lever lever(Question question, int index, BitSet toldApartBy) {
        Answer present = sheet.answers().get(question.id()).orElseThrow();
        boolean meant = ruleBook.edition().audience().stream()
                .anyMatch(audience -> audience.question().equals(question.id()));
        return Lever.of(
                question,
                index,
                present,
                meant ? options(question) : ruleBook.nearest(index, toldApartBy, sheet.facts()));
    }

    private static List<Answer> options(Question question) {
        return question.options().stream()
                .<Answer>map(option -> new Answer.Choice(option.id()))
                .toList();
    }

    /**
     * Requirements that share an answer that may be changed stand together; groups have nothing to do with each other, so
     * that each can be mended by itself.
     */
    List<List<Requirement>> groups() {
        List<List<Requirement>> groups = new ArrayList<>();
        for (Requirement requirement : all) {
            List<Requirement> joined = new ArrayList<>(List.of(requirement));
            groups.removeIf(
                    group -> group.stream().anyMatch(other -> shareLever(requirement, other)) && joined.addAll(group));
            groups.add(joined);
        }
        return groups;
    }

    private boolean shareLever(Requirement one, Requirement other) {
        BitSet shared = (BitSet) one.questions().clone();
        shared.and(other.questions());
        return shared.stream()
                .anyMatch(index -> Lever.isOne(ruleBook.edition().questions().get(index), index, sheet.facts()));
    }
}
