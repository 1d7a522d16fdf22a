package jp.readiness.rulebook;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Problem;

/**
 * What came of compiling an edition.
 *
 * @param ruleBook absent if and only if a problem is an error
 * @param problems sorted, each at its place in the author's text
 * @param cached whether the classes came from the cache, so that nothing was compiled
 */
public record Compiled(Optional<RuleBook> ruleBook, List<Problem> problems, boolean cached) {
    public Compiled {
        problems = List.copyOf(problems);
    }
}
