package jp.readiness.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.programme.Problem;

/**
 * A rules folder after all its checks.
 *
 * @param advisers of every edition without an error, sorted by programme and first day in force
 * @param matchers of every edition of a match without an error, likewise
 * @param problems of YAML, DRL and what lies across them, sorted
 * @param compiled how many editions had to be compiled because the cache did not have them
 */
public record CheckedFolder(List<Adviser> advisers, List<Matcher> matchers, List<Problem> problems, int compiled) {
    public CheckedFolder {
        advisers = List.copyOf(advisers);
        matchers = List.copyOf(matchers);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /**
     * This folder after its scenarios: an edition that does not keep all of them is left out, with an error for each
     * that came out otherwise.
     *
     * @param passedBefore editions that need not be tested again
     */
    public CheckedFolder tested(Predicate<Adviser> passedBefore) {
        List<Adviser> kept = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems);
        for (Adviser adviser : advisers) {
            List<Problem> failures = passedBefore.test(adviser) ? List.of() : ScenarioRunner.failures(adviser);
            all.addAll(failures);
            if (failures.isEmpty()) {
                kept.add(adviser);
            }
        }
        List<Matcher> keptMatchers = new ArrayList<>();
        for (Matcher matcher : matchers) {
            List<Problem> failures = ScenarioRunner.failures(matcher);
            all.addAll(failures);
            if (failures.isEmpty()) {
                keptMatchers.add(matcher);
            }
        }
        return new CheckedFolder(kept, keptMatchers, all.stream().sorted().toList(), compiled);
    }
}
