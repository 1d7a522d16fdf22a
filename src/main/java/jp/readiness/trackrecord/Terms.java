package jp.readiness.trackrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.trackrecord.Trial.Factor;

/** What makes applicants leave, as unknowns and as the factors of each step. */
final class Terms {

    private static final String LEAK = "leak of ";

    private final Shape shape;
    private final List<Unknown> unknowns = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    Terms(Shape shape) {
        this.shape = shape;
        shape.stages().forEach(stage -> add(leak(stage.id()), stage.leak(), Unknown.Kind.SIGNAL, 1));
        int every = shape.stages().size();
        shape.signals()
                .forEach(signal -> add(
                        signal.id(),
                        signal.weight(),
                        Unknown.Kind.SIGNAL,
                        signal.stage().isPresent() ? 1 : every));
        shape.strengths().forEach(strength -> add(strength.id(), strength.weight(), Unknown.Kind.STRENGTH, 1));
    }

    /** What the leak of a step goes by; no finding's id has a space. */
    static String leak(String stage) {
        return LEAK + stage;
    }

    private void add(String id, double prior, Unknown.Kind kind, int stages) {
        index.put(id, unknowns.size());
        unknowns.add(new Unknown(unknowns.size(), id, prior, kind, stages));
    }

    List<Unknown> unknowns() {
        return List.copyOf(unknowns);
    }

    /** Those of some findings that the edition has. */
    Set<String> known(Set<String> fired) {
        return fired.stream().filter(index::containsKey).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Trial> trials(Set<String> fired, Outcome outcome, int count) {
        int last = shape.stages().size();
        Optional<Integer> leftAt = leftAt(outcome);
        if (outcome.isLeft() && leftAt.isEmpty()) {
            List<Factor> all = IntStream.range(0, last)
                    .mapToObj(stage -> factors(stage, fired))
                    .flatMap(List::stream)
                    .toList();
            return List.of(new Trial(all, false, count));
        }
        List<Trial> trials = new ArrayList<>();
        for (int stage = 0; stage < leftAt.orElse(last); stage++) {
            trials.add(new Trial(factors(stage, fired), true, count));
        }
        leftAt.ifPresent(stage -> trials.add(new Trial(factors(stage, fired), false, count)));
        return trials;
    }

    /** The step's index; empty as well for a step that the edition does not have. */
    private Optional<Integer> leftAt(Outcome outcome) {
        if (outcome instanceof Outcome.Left left && left.step().isPresent()) {
            return IntStream.range(0, shape.stages().size())
                    .filter(stage ->
                            shape.stages().get(stage).id().equals(left.step().get()))
                    .boxed()
                    .findFirst();
        }
        return Optional.empty();
    }

    private List<Factor> factors(int stage, Set<String> fired) {
        List<Factor> factors = new ArrayList<>();
        factors.add(
                new Factor(new int[] {position(leak(shape.stages().get(stage).id()))}));
        for (Shape.Signal signal : shape.signals()) {
            if (fired.contains(signal.id()) && signal.stage().orElse(stage) == stage) {
                factors.add(new Factor(damped(signal.id(), fired)));
            }
        }
        return factors;
    }

    private int[] damped(String signal, Set<String> fired) {
        List<Integer> parts = new ArrayList<>();
        parts.add(position(signal));
        for (Shape.Strength strength : shape.strengths()) {
            if (fired.contains(strength.id()) && strength.damps().contains(signal)) {
                parts.add(position(strength.id()));
            }
        }
        return parts.stream().mapToInt(Integer::intValue).toArray();
    }

    private int position(String id) {
        return index.getOrDefault(id, -1);
    }
}
