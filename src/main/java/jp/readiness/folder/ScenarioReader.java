package jp.readiness.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Place;
import jp.readiness.programme.Scenario;

/** Reads {@code scenarios.yaml}: what the rules must say about whom. */
final class ScenarioReader {

    static final String FILE = "scenarios.yaml";

    private final Examples examples;
    private final AnswersReader answers;
    private final ExpectationReader expectations;
    private final Map<String, Place> names = new HashMap<>();

    ScenarioReader(ProgrammeFile file, Examples examples) {
        this.examples = examples;
        this.answers = new AnswersReader(file.questions().asked());
        this.expectations = new ExpectationReader(file);
    }

    List<Scenario> read(Value root) {
        return root.items().stream()
                .map(item -> item.as(m -> scenario(item.place(), m)))
                .toList();
    }

    private Scenario scenario(Place place, Mapping m) {
        String name = name(m.required("name"));
        Answers start = m.optional("like").map(examples::named).orElse(Answers.NONE);
        Answers sheet =
                m.optional("answers").map(value -> answers.read(value, start)).orElse(start);
        return new Scenario(name, sheet, m.required("expect").as(expectations::read), place);
    }

    private String name(Value value) {
        String name = value.string();
        Optional<Place> first = Optional.ofNullable(names.putIfAbsent(name, value.place()));
        first.filter(place -> !name.isEmpty())
                .ifPresent(place -> value.problems()
                        .error(
                                value.place(),
                                "DUPLICATE_NAME",
                                Wording.say(
                                        "同じ名前のシナリオが%s行目にもあります。",
                                        "A scenario in line %s has the same name.", place.line())));
        return name;
    }
}
