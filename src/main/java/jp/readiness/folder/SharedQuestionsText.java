package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.Section;
import jp.readiness.programme.Text;

/**
 * Writes shared questions in the one canonical spelling that versions are made of: sorted by id, every key in the order
 * of the format, text in double quotes, what may be left out left out. Comments and layout do not count, nor do shared
 * questions that the edition does not use.
 */
final class SharedQuestionsText {

    private SharedQuestionsText() {}

    /**
     * @param questions ids of the questions in use
     * @param inSections ids of the sections in use, which the edition's own questions may stand in, too
     * @return empty if nothing of what is shared is in use
     */
    static Optional<String> of(Set<String> questions, Set<String> inSections, SharedQuestions shared) {
        Map<String, Object> used = new TreeMap<>();
        Map<String, Object> sections = new TreeMap<>();
        shared.questions().values().stream()
                .filter(question -> questions.contains(question.id()))
                .forEach(question -> used.put(question.id(), question(question)));
        shared.sections().values().stream()
                .filter(section -> inSections.contains(section.id()))
                .forEach(section -> sections.put(section.id(), words(section.title())));
        return used.isEmpty() && sections.isEmpty()
                ? Optional.empty()
                : Optional.of(CanonicalYaml.of(pairs("sections", sections, "questions", used)));
    }

    /**
     * What some editions share, as one file.
     *
     * @param texts in the canonical spelling
     * @throws RulesArchive.Unusable if two of them say something else of the same id
     */
    static Optional<String> together(List<String> texts) {
        Map<String, Object> questions = new TreeMap<>();
        Map<String, Object> sections = new TreeMap<>();
        for (String text : texts) {
            SharedQuestions shared = SharedQuestions.read(text, new Problems());
            shared.questions().values().forEach(each -> put(questions, each.id(), question(each)));
            shared.sections().values().forEach(each -> put(sections, each.id(), words(each.title())));
        }
        return questions.isEmpty() && sections.isEmpty()
                ? Optional.empty()
                : Optional.of(CanonicalYaml.of(pairs("sections", sections, "questions", questions)));
    }

    /** Ids of what one text lacks, or says otherwise, that another has. */
    static List<String> missing(String have, String wanted) {
        SharedQuestions here = SharedQuestions.read(TextFile.normal(have), new Problems());
        SharedQuestions there = SharedQuestions.read(wanted, new Problems());
        List<String> missing = new ArrayList<>();
        there.questions().forEach((id, question) -> {
            Question known = here.questions().get(id);
            if (known == null || !question(known).equals(question(question))) {
                missing.add(id);
            }
        });
        there.sections().forEach((id, section) -> {
            Section known = here.sections().get(id);
            if (known == null || !known.title().equals(section.title())) {
                missing.add(id);
            }
        });
        return missing;
    }

    private static void put(Map<String, Object> all, String id, Map<String, Object> one) {
        Object other = all.put(id, one);
        if (other != null && !other.equals(one)) {
            throw new RulesArchive.Unusable(Wording.say(
                    "共通の質問「%s」の内容が年度版によって違うため、1つにまとめられません。年度版ごとに書き出してください。",
                    "The shared question %s is not the same in all editions, so they fit no common folder. Export them one by one.",
                    id));
        }
    }

    private static Map<String, Object> question(Question q) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("type", q.type().yaml());
        m.put("section", q.section());
        m.put("label", words(q.label()));
        put(m, "help", q.help());
        q.min().ifPresent(min -> m.put("min", min));
        q.max().ifPresent(max -> m.put("max", max));
        put(m, "unit", q.unit());
        if (!q.options().isEmpty()) {
            m.put("options", options(q.options()));
        }
        if (q.answeredBy() != AnsweredBy.APPLICANT) {
            m.put("answeredBy", q.answeredBy().name().toLowerCase(Locale.ROOT));
        }
        m.put("changeable", q.changeable());
        if (q.changeable()) {
            m.put("effort", BigDecimal.valueOf(q.effort()));
        }
        return m;
    }

    private static Map<String, Object> options(List<Option> options) {
        Map<String, Object> m = new LinkedHashMap<>();
        options.forEach(option -> m.put(option.id(), words(option.label())));
        return m;
    }

    private static void put(Map<String, Object> m, String key, Text text) {
        if (!text.isEmpty()) {
            m.put(key, words(text));
        }
    }

    private static Map<String, Object> words(Text text) {
        return pairs("ja", text.ja(), "en", text.en());
    }

    private static Map<String, Object> pairs(String firstKey, Object first, String secondKey, Object second) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(firstKey, first);
        m.put(secondKey, second);
        return m;
    }
}
