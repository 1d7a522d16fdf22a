package jp.readiness.advice;

import java.util.List;
import java.util.Set;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Match;
import jp.readiness.rulebook.RuleBook;

/**
 * The front door for matching: says how two answer sheets go together by the rules of one match. Immutable and safe for
 * many threads.
 */
public final class Matcher {

    /** For one finding of one pair; what a few open questions with several options each need. */
    private static final long EVALUATIONS = 20_000;

    private final Match match;
    private final RuleBook ruleBook;
    private final List<Scope> scopes;

    /** @param ruleBook compiled from the match */
    public Matcher(Match match, RuleBook ruleBook) {
        this.match = match;
        this.ruleBook = ruleBook;
        this.scopes = Scope.all(ruleBook);
    }

    public Match match() {
        return match;
    }

    public RuleBook ruleBook() {
        return ruleBook;
    }

    /** How two sheets go together, and why. */
    public Pair pair(Answers left, Answers right) {
        return pair(match.joined(left, right));
    }

    /** @param joined both sheets as one, as scenarios give them */
    public Pair pair(Answers joined) {
        return reasons().of(joined);
    }

    private Reasons reasons() {
        return new Reasons(match, ruleBook, scopes, EVALUATIONS);
    }

    /**
     * All pairs of two lists of sheets in the order of {@link Ranked}. The same sheets always give the same list.
     *
     * @param wanted pairs of another fit are left out
     */
    public List<Ranked> rank(List<Answers> left, List<Answers> right, Set<Fit> wanted) {
        return new Ranking(match, ruleBook, scopes, EVALUATIONS).of(left, right, wanted);
    }

    /** Why ranked pairs stand where they do; in their order. */
    public List<Pair> explain(List<Ranked> ranked, List<Answers> left, List<Answers> right) {
        Reasons reasons = reasons();
        return ranked.stream()
                .map(pair -> reasons.of(match.joined(left.get(pair.left()), right.get(pair.right()))))
                .toList();
    }
}
