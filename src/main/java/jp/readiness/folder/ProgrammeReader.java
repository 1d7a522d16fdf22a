package jp.readiness.folder;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;

/** Reads {@code programme.yaml}. */
final class ProgrammeReader {

    private final SharedQuestions shared;
    private final Audiences audiences;

    ProgrammeReader(SharedQuestions shared, Audiences audiences) {
        this.shared = shared;
        this.audiences = audiences;
    }

    ProgrammeFile read(Value root) {
        return root.as(this::programme);
    }

    private ProgrammeFile programme(Mapping m) {
        Steps steps = m.optional("steps").map(Steps::read).orElse(Steps.NONE);
        Sections sections = new Sections(shared, m.optional("sections"));
        QuestionList questions = new QuestionList(shared, sections, m.required("questions"));
        Citations citations = new Citations(m.required("sources"));
        Map<String, Parameter> parameters = parameters(entries(m, "parameters"), questions.asked(), citations);
        Value findings = m.required("findings");
        return new ProgrammeFile(
                m.required("title").words(),
                m.required("summary").words(),
                Dates.read(m),
                m.required("contact").words(),
                audience(entries(m, "audience"), questions.asked()),
                steps,
                m.required("bands").as(Steps::bands),
                sections.used(questions.asked().all()),
                questions,
                parameters,
                citations.sources(),
                findings(findings.mapping().entries(), steps, citations),
                findings.mapping().keys(),
                questions.isReadable() && findings.isMapping());
    }

    static List<Entry> entries(Mapping m, String key) {
        return m.optional(key).map(value -> value.mapping().entries()).orElse(List.of());
    }

    private static List<Audience> audience(List<Entry> entries, Asked asked) {
        return entries.stream()
                .flatMap(entry -> audience(entry, asked).stream())
                .toList();
    }

    private static Optional<Audience> audience(Entry entry, Asked asked) {
        List<Value> names = entry.value().someItems();
        Optional<Question> question =
                asked.named(entry).filter(named -> ParameterReader.isChoice(named, entry.valueAtKey()));
        return question.map(choice -> {
            Set<String> options =
                    choice.options().stream().map(Option::id).collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> allowed = new LinkedHashSet<>();
            names.forEach(name -> name.reference(Reference.OPTION, options).ifPresent(allowed::add));
            return new Audience(entry.key(), allowed);
        });
    }

    static Map<String, Parameter> parameters(List<Entry> entries, Asked asked, Citations citations) {
        ParameterReader reader = new ParameterReader(asked, citations);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        entries.forEach(entry -> parameters.put(entry.key(), reader.read(entry)));
        Ids.distinct(entries);
        return parameters;
    }

    private List<Finding> findings(List<Entry> entries, Steps steps, Citations citations) {
        return findings(new FindingReader(steps.ids(), audiences, citations, entries), entries, citations);
    }

    static List<Finding> findings(FindingReader reader, List<Entry> entries, Citations citations) {
        Ids.distinct(entries);
        List<Finding> findings =
                entries.stream().flatMap(entry -> reader.read(entry).stream()).toList();
        citations.warnOfUnused();
        return findings;
    }
}
