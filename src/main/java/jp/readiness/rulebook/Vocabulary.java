package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.OptionOf;

/** The names that the rules of an edition may use. */
final class Vocabulary {

    /** The answer sheet. */
    static final String FACT = "Applicant";

    static final String PARAMETERS = "Parameters";

    private final Map<String, Asked> questions = new LinkedHashMap<>();
    private final Map<String, Asked> byEnumName = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Vocabulary(Edition edition) {
        List<Question> asked = edition.questions();
        for (int slot = 0; slot < asked.size(); slot++) {
            Question question = asked.get(slot);
            questions.putIfAbsent(question.id(), new Asked(slot, question));
            if (question.type().hasOptions()) {
                byEnumName.putIfAbsent(question.enumName(), new Asked(slot, question));
            }
        }
        parameters = edition.parameters();
        edition.findings().forEach(finding -> findings.putIfAbsent(finding.id(), finding));
    }

    Set<String> facts() {
        return Set.of(FACT);
    }

    Optional<Asked> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The question whose options are named so: {@code ExecutiveCommitment}. */
    Optional<Asked> enumeration(String name) {
        return Optional.ofNullable(byEnumName.get(name));
    }

    static Optional<OptionOf> option(Asked question, String id) {
        List<Option> options = question.question().options();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).id().equals(id)) {
                return Optional.of(new OptionOf(question, i, id));
            }
        }
        return Optional.empty();
    }

    /** The first option of that id, whatever its question. */
    Optional<OptionOf> anyOption(String id) {
        return byEnumName.values().stream()
                .flatMap(question -> option(question, id).stream())
                .findFirst();
    }

    Optional<Parameter> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    Optional<Finding> finding(String id) {
        return Optional.ofNullable(findings.get(id));
    }

    Set<String> questionIds() {
        return questions.keySet();
    }

    Set<String> enumNames() {
        return byEnumName.keySet();
    }

    Set<String> parameterIds() {
        return parameters.keySet();
    }

    Set<String> findingIds() {
        return findings.keySet();
    }

    /** Ids of the findings that a word such as {@code unmet} may name. */
    List<String> findingIds(Call.Kind kind) {
        List<String> ids = new ArrayList<>();
        findings.forEach((id, finding) -> {
            if (kind.says(finding)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
