package jp.readiness.folder;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.Text;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes shared questions in the one canonical spelling that versions are made of: sorted by id, every key in the order
 * of the format, text in double quotes, what may be left out left out. Comments and layout do not count, nor do shared
 * questions that the edition does not use.
 */
final class SharedQuestionsText {

    private SharedQuestionsText() {}

    static String of(Set<String> used, SharedQuestions shared) {
        Map<String, Object> questions = new TreeMap<>();
        Map<String, Object> sections = new TreeMap<>();
        Set<String> inUse = new HashSet<>();
        shared.questions().values().stream().filter(q -> used.contains(q.id())).forEach(question -> {
            questions.put(question.id(), question(question));
            inUse.add(question.section());
        });
        shared.sections().values().stream()
                .filter(section -> inUse.contains(section.id()))
                .forEach(section -> sections.put(section.id(), words(section.title())));
        return written(pairs("sections", sections, "questions", questions));
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

    private static String written(Map<String, Object> content) {
        DumperOptions options = new DumperOptions();
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        StringWriter writer = new StringWriter();
        new Yaml(options).serialize(node(content), writer);
        return writer.toString();
    }

    private static Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> pairs = new ArrayList<>();
            map.forEach((key, item) -> pairs.add(new NodeTuple(node(key), node(item))));
            return new MappingNode(Tag.MAP, pairs, FlowStyle.BLOCK);
        }
        if (value instanceof BigDecimal number) {
            return scalar(number.scale() > 0 ? Tag.FLOAT : Tag.INT, number.toPlainString(), ScalarStyle.PLAIN);
        }
        return value instanceof Boolean flag
                ? scalar(Tag.BOOL, flag.toString(), ScalarStyle.PLAIN)
                : scalar(Tag.STR, value.toString(), ScalarStyle.DOUBLE_QUOTED);
    }

    private static Node scalar(Tag tag, String text, ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }
}
