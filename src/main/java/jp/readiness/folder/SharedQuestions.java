package jp.readiness.folder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;

/**
 * The questions and sections that several programmes share, as {@code questions.yaml} declares them.
 *
 * @param broken ids of the questions that cannot be used, because they or their section have an error
 * @param readable false if the file could not be parsed, so that nothing is known of what it declares
 */
record SharedQuestions(
        Map<String, Section> sections, Map<String, Question> questions, Set<String> broken, boolean readable) {

    static final String FILE = "questions.yaml";

    static final SharedQuestions NONE = new SharedQuestions(Map.of(), Map.of(), Set.of(), true);

    static final SharedQuestions UNREADABLE = new SharedQuestions(Map.of(), Map.of(), Set.of(), false);

    static SharedQuestions read(String text, Problems problems) {
        Value root = new YamlText(FILE, text, problems).root();
        if (!root.isMapping()) {
            root.mapping();
            return UNREADABLE;
        }
        return root.as(SharedQuestions::declared);
    }

    /** Whether all of these questions can be used. */
    boolean areSound(Set<String> used) {
        return used.stream().allMatch(id -> questions.containsKey(id) && !broken.contains(id));
    }

    private static SharedQuestions declared(Mapping m) {
        Map<String, Section> sections = new LinkedHashMap<>();
        Set<String> brokenSections = new HashSet<>();
        for (Entry entry :
                m.optional("sections").map(v -> v.mapping().entries()).orElse(List.of())) {
            int errors = m.problems().errors();
            sections.put(entry.key(), Sections.read(entry));
            if (m.problems().errors() > errors) {
                brokenSections.add(entry.key());
            }
        }
        Map<String, Question> questions = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        List<Entry> entries =
                m.optional("questions").map(v -> v.mapping().entries()).orElse(List.of());
        Ids.distinct(entries);
        for (Entry entry : entries) {
            int errors = m.problems().errors();
            Question question = new QuestionReader(Optional.of(sections.keySet())).read(entry);
            questions.put(entry.key(), question);
            if (m.problems().errors() > errors || brokenSections.contains(question.section())) {
                broken.add(entry.key());
            }
        }
        return new SharedQuestions(sections, questions, broken, true);
    }
}
