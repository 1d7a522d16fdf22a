package jp.readiness.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Side;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * Holds every sheet of one side against every sheet of the other. What one finding comes to while answers are open takes
 * a search through their completions; many pairs ask for the same one, so it is kept by the answers it rests on.
 */
final class Ranking {

    private static final int MOST_KEPT = 50_000; // a finding

    private final Match match;
    private final RuleBook ruleBook;
    private final long evaluations;
    private final List<Scope> requiredFirst;
    private final BitSet[] questions;
    private final List<Map<List<Object>, State>> kept = new ArrayList<>();

    Ranking(Match match, RuleBook ruleBook, List<Scope> scopes, long evaluations) {
        this.match = match;
        this.ruleBook = ruleBook;
        this.evaluations = evaluations;
        this.requiredFirst = scopes.stream()
                .sorted(Comparator.comparing(Scope::isRequired).reversed())
                .toList();
        this.questions = scopes.stream().map(Scope::questions).toArray(BitSet[]::new);
        scopes.forEach(scope -> kept.add(new HashMap<>()));
    }

    List<Ranked> of(List<Answers> left, List<Answers> right, Set<Fit> wanted) {
        List<Facts> rights = right.stream()
                .map(answers -> ruleBook.facts(match.joined(Answers.NONE, answers)))
                .toList();
        boolean[] rightOutside = outside(match.right(), right);
        boolean[] leftOutside = outside(match.left(), left);
        List<Ranked> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Facts facts = ruleBook.facts(match.joined(left.get(i), Answers.NONE));
            for (int j = 0; j < rights.size(); j++) {
                boolean outside = leftOutside[i] || rightOutside[j];
                Tally tally = tally(facts.or(rights.get(j)), outside, wanted.contains(Fit.DOES_NOT_FIT));
                if (wanted.contains(tally.fit())) {
                    pairs.add(new Ranked(0, i, j, tally.fit(), tally.points(), tally.possiblePoints()));
                }
            }
        }
        pairs.sort(Ranked.ORDER);
        return numbered(pairs);
    }

    /** Which of the sheets are surely not of those whom the side's programme is for. */
    private static boolean[] outside(Side side, List<Answers> sheets) {
        boolean[] outside = new boolean[sheets.size()];
        for (int i = 0; i < outside.length; i++) {
            for (Audience audience : side.edition().audience()) {
                outside[i] |= Exclusions.outside(audience, sheets.get(i)).isPresent();
            }
        }
        return outside;
    }

    private static List<Ranked> numbered(List<Ranked> sorted) {
        List<Ranked> numbered = new ArrayList<>(sorted.size());
        for (Ranked pair : sorted) {
            int before = numbered.size() - 1;
            boolean tie = before >= 0 && Ranked.BEST_FIRST.compare(numbered.get(before), pair) == 0;
            numbered.add(pair.at(tie ? numbered.get(before).rank() : before + 2));
        }
        return numbered;
    }

    /**
     * @param outside whether a side is not for who stands there
     * @param toTheEnd whether the points count too of a pair that does not fit
     */
    private Tally tally(Facts facts, boolean outside, boolean toTheEnd) {
        Tally tally = new Tally();
        if (outside) {
            tally.exclude();
            if (!toTheEnd) {
                return tally;
            }
        }
        BitSet fired = ruleBook.fired(facts);
        for (Scope scope : requiredFirst) {
            tally.add(scope.finding(), state(scope, facts, fired));
            if (!toTheEnd && tally.fit() == Fit.DOES_NOT_FIT) {
                return tally;
            }
        }
        return tally;
    }

    private State state(Scope scope, Facts facts, BitSet fired) {
        boolean criterion = scope.finding() instanceof Finding.Criterion;
        if (fired.intersects(scope.rules())) {
            return criterion ? State.UNMET : State.FIRED;
        }
        BitSet read = questions[scope.index()];
        for (int question = read.nextSetBit(0); question >= 0; question = read.nextSetBit(question + 1)) {
            if (facts.isOpen(question)) {
                return whileOpen(scope, facts, fired);
            }
        }
        return criterion ? State.MET : State.NOT_FIRED;
    }

    private State whileOpen(Scope scope, Facts facts, BitSet fired) {
        Map<List<Object>, State> known = kept.get(scope.index());
        List<Object> key = facts.key(questions[scope.index()]);
        State state = known.get(key);
        if (state == null) {
            Sheet sheet = new Sheet(Answers.NONE, facts, fired);
            state = new Judge(ruleBook, sheet, new Budget(evaluations))
                    .judge(scope)
                    .state();
            if (known.size() < MOST_KEPT) {
                known.put(key, state);
            }
        }
        return state;
    }
}
