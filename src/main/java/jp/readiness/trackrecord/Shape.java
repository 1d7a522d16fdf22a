package jp.readiness.trackrecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Step;

/**
 * Which signals and strengths an edition has, where they bite and what weight they were shipped with. An edition without
 * steps has a single step without a name.
 *
 * @param signals in the edition's order
 * @param strengths in the edition's order
 */
record Shape(List<Stage> stages, List<Signal> signals, List<Strength> strengths) {

    /** Without signals nobody would ever leave by an edition that says no share; some do. */
    private static final double LEAST_LEAK = 0.01;

    /** @param leak share who leave in this step without any signal */
    record Stage(String id, double leak) {}

    /** @param stage index; empty for "at any step" */
    record Signal(String id, Optional<Integer> stage, double weight) {}

    record Strength(String id, Set<String> damps, double weight) {}

    Shape {
        stages = List.copyOf(stages);
        signals = List.copyOf(signals);
        strengths = List.copyOf(strengths);
    }

    static Shape of(Edition edition) {
        List<Stage> stages = new ArrayList<>();
        Map<String, Integer> index = new TreeMap<>();
        for (Step step : edition.steps()) {
            index.put(step.id(), stages.size());
            stages.add(new Stage(step.id(), Math.max(step.leak().doubleValue(), LEAST_LEAK)));
        }
        if (stages.isEmpty()) {
            stages.add(new Stage("", LEAST_LEAK));
        }
        List<Signal> signals = new ArrayList<>();
        List<Strength> strengths = new ArrayList<>();
        for (Finding finding : edition.findings()) {
            if (finding instanceof Finding.Signal signal) {
                signals.add(new Signal(
                        signal.id(),
                        signal.step().map(index::get),
                        signal.weight().doubleValue()));
            } else if (finding instanceof Finding.Strength strength) {
                strengths.add(new Strength(
                        strength.id(), strength.damps(), strength.weight().doubleValue()));
            }
        }
        return new Shape(stages, signals, strengths);
    }
}
