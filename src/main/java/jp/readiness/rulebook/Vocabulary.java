package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.OptionOf;

/** The names that the rules of an edition, or of a match, may use. */
final class Vocabulary {

    /** The answer sheet. */
    static final String FACT = "Applicant";

    static final String PARAMETERS = "Parameters";

    /** What one answer sheet has: its questions, by id and by the name of their options. */
    private record Sheet(Map<String, Asked> questions, Map<String, Asked> byEnumName) {
        Sheet() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(String id, Asked asked) {
            questions.putIfAbsent(id, asked);
            if (asked.question().type().hasOptions()) {
                byEnumName.putIfAbsent(asked.question().enumName(), asked);
            }
        }
    }

    private final Map<String, Sheet> sheets;
    private final Sheet sheet;
    private final Map<String, Parameter> parameters;
    private final Map<String, Finding> findings;

    Vocabulary(Edition edition) {
        this(edition, Map.of(FACT, new Sheet()));
        List<Question> asked = edition.questions();
        for (int slot = 0; slot < asked.size(); slot++) {
            sheet.add(asked.get(slot).id(), new Asked(slot, asked.get(slot)));
        }
    }

    /** The names of a match: each side's answer sheet is called by the name of the side. */
    Vocabulary(Match match) {
        this(match.edition(), sheets(match));
        List<Question> asked = match.edition().questions();
        for (int slot = 0; slot < asked.size(); slot++) {
            String side = match.sideOf(asked.get(slot).id()).name();
            String id = asked.get(slot).id().substring(side.length() + 1);
            Objects.requireNonNull(sheets.get(side)).add(id, new Asked(slot, asked.get(slot)));
        }
    }

    private Vocabulary(Edition edition, Map<String, Sheet> sheets) {
        this(sheets, sheets.values().iterator().next(), edition.parameters(), new LinkedHashMap<>());
        edition.findings().forEach(finding -> findings.putIfAbsent(finding.id(), finding));
    }

    private Vocabulary(
            Map<String, Sheet> sheets, Sheet sheet, Map<String, Parameter> parameters, Map<String, Finding> findings) {
        this.sheets = sheets;
        this.sheet = sheet;
        this.parameters = parameters;
        this.findings = findings;
    }

    private static Map<String, Sheet> sheets(Match match) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        match.sides().forEach(side -> sheets.put(side.name(), new Sheet()));
        return sheets;
    }

    /** The names of the answer sheets, as patterns begin with them. */
    Set<String> facts() {
        return sheets.keySet();
    }

    boolean isOfMatch() {
        return sheets.size() > 1;
    }

    /** The same with that answer sheet at hand, so that its questions go by their ids alone. */
    Vocabulary of(String fact) {
        return new Vocabulary(sheets, Objects.requireNonNull(sheets.get(fact)), parameters, findings);
    }

    Optional<Asked> question(String id) {
        return Optional.ofNullable(sheet.questions.get(id));
    }

    /** The question whose options are named so: {@code ExecutiveCommitment}; that of the sheet at hand first. */
    Optional<Asked> enumeration(String name) {
        return enumerations(name).findFirst();
    }

    /** An option by the names of its question and its own. */
    Optional<OptionOf> option(String enumName, String id) {
        return enumerations(enumName)
                .flatMap(asked -> option(asked, id).stream())
                .findFirst();
    }

    private Stream<Asked> enumerations(String name) {
        return Stream.concat(Stream.of(sheet), sheets.values().stream())
                .flatMap(any -> Optional.ofNullable(any.byEnumName.get(name)).stream());
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
        return sheet.byEnumName.values().stream()
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
        return sheet.questions.keySet();
    }

    Set<String> enumNames() {
        return sheets.values().stream()
                .flatMap(any -> any.byEnumName.keySet().stream())
                .collect(Collectors.toSet());
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
