package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;

/** Reads the numbers of the policy. */
final class ParameterReader {

    private final Asked asked;
    private final Citations citations;

    ParameterReader(Asked asked, Citations citations) {
        this.asked = asked;
        this.citations = citations;
    }

    Parameter read(Entry entry) {
        Ids.identifier(entry);
        return entry.value().as(m -> parameter(entry, m));
    }

    private Parameter parameter(Entry entry, Mapping m) {
        Text label = m.required("label").words();
        Text unit = m.optional("unit").map(Value::words).orElse(Text.NONE);
        Citation citation = citations.read(m);
        Optional<BigDecimal> value = Optional.empty();
        Optional<String> keyQuestion = Optional.empty();
        Map<String, BigDecimal> table = Map.of();
        Optional<Value> by = m.optional("by");
        if (by.isPresent()) {
            keyQuestion = by.get().raw();
            table = table(by.get(), m.required("values"));
            m.refuse("value", new Text("by のある表に value は書けません。", "A table with `by` cannot have a `value`."));
        } else {
            value = Optional.of(m.required("value").number(Bounds.EXACT));
            m.refuse("values", new Text("values の表には by も必要です。", "A table of `values` needs `by` too."));
        }
        return new Parameter(
                entry.key(),
                label,
                unit,
                value,
                keyQuestion,
                table,
                citation,
                m.required("confirmed").date(),
                entry.place());
    }

    private Map<String, BigDecimal> table(Value by, Value values) {
        Optional<Question> question = asked.named(by).filter(asked -> isChoice(asked, by));
        Map<String, BigDecimal> table = new LinkedHashMap<>();
        List<Entry> entries = values.mapping().entries();
        entries.forEach(entry -> table.put(entry.key(), entry.value().number(Bounds.EXACT)));
        question.ifPresent(
                keys -> compare(keys.options().stream().map(Option::id).toList(), entries, values));
        return table;
    }

    private static void compare(List<String> options, List<Entry> entries, Value values) {
        entries.stream()
                .filter(entry -> !options.contains(entry.key()))
                .forEach(entry -> entry.valueAtKey().unknown(Reference.OPTION, entry.key(), options));
        List<String> present = entries.stream().map(Entry::key).toList();
        List<String> missing =
                options.stream().filter(option -> !present.contains(option)).toList();
        if (!missing.isEmpty() && values.isMapping()) {
            values.problems()
                    .error(
                            values.owner(),
                            "TABLE_INCOMPLETE",
                            Wording.say("表に %s の値がありません。", "The table has no value for %s.", Wording.list(missing)),
                            new Text("すべての選択肢に値を書いてください。", "Every option needs a value."));
        }
    }

    static boolean isChoice(Question question, Value named) {
        if (question.type() != QuestionType.CHOICE) {
            named.problems()
                    .error(
                            named.place(),
                            "NOT_A_CHOICE",
                            Wording.say(
                                    "質問「%s」の種類は %s です。ここでは choice の質問が必要です。",
                                    "The question `%s` is of type %s; a `choice` is needed here.",
                                    question.id(),
                                    question.type().yaml()));
        }
        return question.type() == QuestionType.CHOICE;
    }
}
