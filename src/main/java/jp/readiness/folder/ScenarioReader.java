package jp.readiness.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Place;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Scenario.Expectation;

/** Reads {@code scenarios.yaml}: what the rules must say about whom. */
final class ScenarioReader {

    static final String FILE = "scenarios.yaml";

    /** The answers that a scenario gives. */
    private final Function<Mapping, Answers> sheets;

    private final Function<Mapping, Expectation> expectations;
    private final Map<String, Place> names = new HashMap<>();

    ScenarioReader(Function<Mapping, Answers> sheets, Function<Mapping, Expectation> expectations) {
        this.sheets = sheets;
        this.expectations = expectations;
    }

    static ScenarioReader of(ProgrammeFile file, Examples examples) {
        AnswersReader answers = new AnswersReader(file.questions().asked());
        ExpectationReader expectations =
                new ExpectationReader(file.steps(), file.questions().asked(), file.findingIds(), file.findings());
        return new ScenarioReader(m -> sheet(m, examples, answers), expectations::read);
    }

    private static Answers sheet(Mapping m, Examples examples, AnswersReader answers) {
        Answers start = m.optional("like").map(examples::named).orElse(Answers.NONE);
        return m.optional("answers").map(value -> answers.read(value, start)).orElse(start);
    }

    List<Scenario> read(Value root) {
        return root.items().stream()
                .map(item -> item.as(m -> scenario(item.place(), m)))
                .toList();
    }

    private Scenario scenario(Place place, Mapping m) {
        String name = name(m.required("name"));
        Answers sheet = sheets.apply(m);
        return new Scenario(name, sheet, m.required("expect").as(expectations), place);
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
