package jp.readiness.folder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Example;

/**
 * The example applicants of {@code examples.yaml}.
 *
 * @param byId in the order written
 * @param readable false if the file could not be read at all, so that nothing is known of them
 */
record Examples(Map<String, Example> byId, boolean readable) {

    static final String FILE = "examples.yaml";

    static Examples read(Value root, Asked asked) {
        Map<String, Example> examples = new LinkedHashMap<>();
        AnswersReader answers = new AnswersReader(asked);
        for (Entry entry : root.mapping().entries()) {
            Ids.name(entry);
            examples.put(entry.key(), entry.value().as(m -> example(entry, m, answers)));
        }
        Ids.distinct(root.mapping().entries());
        return new Examples(examples, root.isMapping());
    }

    /** The answers of the example that a value names; none, and reported, if there is no such example. */
    Answers named(Value name) {
        return name.reference(Reference.EXAMPLE, readable ? Optional.of(byId.keySet()) : Optional.empty())
                .map(byId::get)
                .map(Example::answers)
                .orElse(Answers.NONE);
    }

    private static Example example(Entry entry, Mapping m, AnswersReader answers) {
        return new Example(
                entry.key(),
                m.required("title").words(),
                m.required("note").words(),
                answers.read(m.required("answers"), Answers.NONE),
                entry.place());
    }
}
