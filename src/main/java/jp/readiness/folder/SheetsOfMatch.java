package jp.readiness.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Example;
import jp.readiness.programme.Side;

/**
 * Reads the two answer sheets of a match's scenario:
 *
 * <pre>
 * like: { Company: an-example-of-that-programme }
 * answers: { Company: { … }, Talent: { … } }
 * </pre>
 */
final class SheetsOfMatch {

    private final List<Side> sides;

    SheetsOfMatch(List<Side> sides) {
        this.sides = sides;
    }

    Answers read(Mapping scenario) {
        List<Answers> starts = scenario.optional("like")
                .map(value -> value.as(this::examples))
                .orElse(List.of(Answers.NONE, Answers.NONE));
        List<Answers> sheets = scenario.optional("answers")
                .map(value -> value.as(m -> sheets(m, starts)))
                .orElse(starts);
        Map<String, Answer> joined = new LinkedHashMap<>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            sheets.get(i).byQuestion().forEach((question, answer) -> joined.put(side.joined(question), answer));
        }
        return new Answers(joined);
    }

    private List<Answers> examples(Mapping m) {
        List<Answers> examples = new ArrayList<>();
        for (Side side : sides) {
            Optional<Value> named = m.optional(side.name());
            examples.add(named.map(value -> example(side, value)).orElse(Answers.NONE));
        }
        return examples;
    }

    private static Answers example(Side side, Value named) {
        Map<String, Answers> byId = new LinkedHashMap<>();
        for (Example example : side.edition().examples()) {
            byId.put(example.id(), example.answers());
        }
        return named.reference(Reference.EXAMPLE, byId.keySet())
                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                .orElse(Answers.NONE);
    }

    private List<Answers> sheets(Mapping m, List<Answers> starts) {
        List<Answers> sheets = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Answers start = starts.get(i);
            AnswersReader reader = new AnswersReader(asked(sides.get(i)));
            sheets.add(m.optional(sides.get(i).name())
                    .map(value -> reader.read(value, start))
                    .orElse(start));
        }
        return sheets;
    }

    private static Asked asked(Side side) {
        Asked asked = new Asked();
        side.edition().questions().forEach(question -> asked.add(question, false));
        return asked;
    }
}
