package jp.readiness.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;
import jp.readiness.programme.Text;

/** The sections that an edition's questions may stand in: the shared ones and its own. */
final class Sections {

    private final Map<String, Section> byId = new LinkedHashMap<>();
    private final List<Entry> own;
    private final boolean allKnown;

    /** @param declared the edition's own sections, if it has any */
    Sections(SharedQuestions shared, Optional<Value> declared) {
        this.own = declared.map(value -> value.mapping().entries()).orElse(List.of());
        this.allKnown = shared.readable() && declared.map(Value::isMapping).orElse(true);
        byId.putAll(shared.sections());
        for (Entry entry : own) {
            Section section = read(entry);
            if (byId.putIfAbsent(section.id(), section) != null) {
                entry.value()
                        .problems()
                        .error(
                                entry.place(),
                                "DUPLICATE_ID",
                                Wording.say(
                                        "区分「%s」は共通の questions.yaml にもあります。",
                                        "The section `%s` is in the shared questions.yaml already.", entry.key()),
                                new Text("ここから消すか、名前を変えてください。", "Delete it here or rename it."));
            }
        }
        Ids.distinct(own);
    }

    static Section read(Entry entry) {
        Ids.name(entry);
        return new Section(entry.key(), entry.value().words());
    }

    /** Ids of all sections; empty if the shared ones are not known. */
    Optional<Set<String>> ids() {
        return allKnown ? Optional.of(byId.keySet()) : Optional.empty();
    }

    /** The sections in use, in the order of their first question. */
    List<Section> used(List<Question> questions) {
        return questions.stream()
                .map(Question::section)
                .distinct()
                .filter(byId::containsKey)
                .map(byId::get)
                .toList();
    }

    /** Section by section, in the order of their first question; within a section as declared. */
    static List<Question> grouped(List<Question> questions) {
        Map<String, List<Question>> bySection = new LinkedHashMap<>();
        questions.forEach(question -> bySection
                .computeIfAbsent(question.section(), id -> new ArrayList<>())
                .add(question));
        return bySection.values().stream().flatMap(List::stream).toList();
    }

    void warnOfUnused(List<Question> questions) {
        Set<String> used = Set.copyOf(questions.stream().map(Question::section).toList());
        own.stream()
                .filter(entry -> !used.contains(entry.key()))
                .forEach(entry -> entry.value()
                        .problems()
                        .warning(
                                entry.place(),
                                "UNUSED_SECTION",
                                Wording.say("区分「%s」に質問がありません。", "No question stands in the section `%s`.", entry.key()),
                                Text.NONE));
    }
}
