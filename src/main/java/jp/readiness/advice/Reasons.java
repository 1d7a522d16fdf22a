package jp.readiness.advice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Question;
import jp.readiness.programme.Side;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * Says why two sheets go together. A reason rests on the few answers that its rules read, so pairs that are alike in these
 * share it. Not for many threads.
 */
final class Reasons {

    private static final int MOST_KEPT = 20_000; // a finding

    private final Match match;
    private final RuleBook ruleBook;
    private final List<Scope> scopes;
    private final long evaluations;
    private final List<BitSet> questions;
    private final List<Map<List<Object>, Pair.Reason>> kept = new ArrayList<>();

    Reasons(Match match, RuleBook ruleBook, List<Scope> scopes, long evaluations) {
        this.match = match;
        this.ruleBook = ruleBook;
        this.scopes = scopes;
        this.evaluations = evaluations;
        this.questions = scopes.stream().map(Scope::questions).toList();
        scopes.forEach(scope -> kept.add(new HashMap<>()));
    }

    Pair of(Answers joined) {
        Facts facts = ruleBook.facts(joined);
        Tally tally = new Tally();
        List<Pair.Reason> reasons = new ArrayList<>(scopes.size());
        for (Scope scope : scopes) {
            Pair.Reason reason = reason(scope, facts, joined);
            tally.add(scope.finding(), reason.finding().state());
            reasons.add(reason);
        }
        List<Pair.Given> notFor = notFor(joined);
        if (!notFor.isEmpty()) {
            tally.exclude();
        }
        return new Pair(tally.fit(), tally.points(), tally.possiblePoints(), notFor, reasons);
    }

    private List<Pair.Given> notFor(Answers joined) {
        return match.audience().stream()
                .filter(audience -> Exclusions.outside(audience, joined).isPresent())
                .map(audience -> given(audience.question(), joined))
                .toList();
    }

    private Pair.Given given(String joinedQuestion, Answers joined) {
        Side side = match.sideOf(joinedQuestion);
        String own = joinedQuestion.substring(side.name().length() + 1);
        return new Pair.Given(side.name(), own, joined.get(joinedQuestion));
    }

    private Pair.Reason reason(Scope scope, Facts facts, Answers joined) {
        Map<List<Object>, Pair.Reason> known = kept.get(scope.index());
        List<Object> key = facts.key(questions.get(scope.index()));
        Pair.Reason reason = known.get(key);
        if (reason == null) {
            reason = judged(scope, joined);
            if (known.size() < MOST_KEPT) {
                known.put(key, reason);
            }
        }
        return reason;
    }

    private Pair.Reason judged(Scope scope, Answers joined) {
        Sheet sheet = Sheet.of(ruleBook, joined);
        Judgement judgement = new Judge(ruleBook, sheet, new Budget(evaluations)).judge(scope);
        FindingResult result = new FindingResults(ruleBook, sheet).of(judgement);
        return new Pair.Reason(result, points(scope.finding()), given(judgement, joined));
    }

    static int points(Finding finding) {
        return finding instanceof Finding.Reason reason ? reason.points() : 0;
    }

    /** All that its rules read, so that the answers of both sides stand beside each other even where one decides. */
    private List<Pair.Given> given(Judgement judgement, Answers joined) {
        Set<String> named = new HashSet<>();
        judgement.rules().stream()
                .forEach(rule -> named.addAll(ruleBook.rules().get(rule).reads()));
        List<Pair.Given> given = new ArrayList<>();
        for (Question question : match.edition().questions()) {
            if (named.contains(question.id())) {
                given.add(given(question.id(), joined));
            }
        }
        return given;
    }
}
