package jp.readiness.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition of a programme, with the shared questions that it uses put in place: everything that judging an applicant
 * needs.
 *
 * @param programme id, the name of the folder
 * @param id of the edition, the name of its folder, such as {@code 2022}
 * @param version hash of the resolved content (own files with the shared questions inlined, NFC, LF): 64 hexadecimal
 *     digits
 * @param from first day in force, Asia/Tokyo
 * @param to last day in force; empty while open-ended
 * @param questions in the order asked, section by section
 * @param parameters id → parameter, in the order declared
 * @param sources id → source, in the order declared
 * @param findings in the order declared
 * @param rules the author's DRL text, in NFC and with line feeds only
 * @param rulesFile path of that text relative to the rules folder
 */
public record Edition(
        String programme,
        String id,
        String version,
        Text title,
        Text summary,
        LocalDate from,
        Optional<LocalDate> to,
        Window window,
        Text contact,
        List<Audience> audience,
        List<Step> steps,
        Bands bands,
        List<Section> sections,
        List<Question> questions,
        Map<String, Parameter> parameters,
        Map<String, Source> sources,
        List<Finding> findings,
        List<Example> examples,
        List<Scenario> scenarios,
        String rules,
        String rulesFile) {

    public Edition {
        audience = List.copyOf(audience);
        steps = List.copyOf(steps);
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        findings = List.copyOf(findings);
        examples = List.copyOf(examples);
        scenarios = List.copyOf(scenarios);
    }

    public Optional<Question> question(String questionId) {
        return questions.stream().filter(q -> q.id().equals(questionId)).findFirst();
    }

    public Optional<Finding> finding(String findingId) {
        return findings.stream().filter(f -> f.id().equals(findingId)).findFirst();
    }

    /** {@code programme/edition}, as the command line and the messages name it. */
    public String name() {
        return programme + "/" + id;
    }

    /**
     * This edition with other values of some parameters, to try what they would change. It keeps its version, though its
     * content is no longer that.
     *
     * @param changed by id
     */
    public Edition withParameters(Map<String, Parameter> changed) {
        Map<String, Parameter> all = new LinkedHashMap<>(parameters);
        all.putAll(changed);
        return new Edition(
                programme, id, version, title, summary, from, to, window, contact, audience, steps, bands, sections,
                questions, all, sources, findings, examples, scenarios, rules, rulesFile);
    }
}
