package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Question;
import jp.readiness.programme.Side;
import jp.readiness.rulebook.Comparison;
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
        Sheet sheet = Sheet.of(ruleBook, joined);
        FindingResults results = new FindingResults(ruleBook, sheet);
        Tally tally = new Tally();
        List<Pair.Reason> reasons = new ArrayList<>();
        for (Scope scope : scopes) {
            Judgement judgement = new Judge(ruleBook, sheet, new Budget(EVALUATIONS)).judge(scope);
            tally.add(scope.finding(), judgement.state());
            Assessment.FindingResult result = results.of(judgement);
            reasons.add(new Pair.Reason(result, points(scope.finding()), given(result, joined)));
        }
        return new Pair(tally.fit(), tally.points(), tally.possiblePoints(), reasons);
    }

    private List<Pair.Given> given(Assessment.FindingResult result, Answers joined) {
        Set<String> questions = new TreeSet<>(result.decidedBy());
        result.because().stream().map(Comparison::questions).forEach(questions::addAll);
        List<Pair.Given> given = new ArrayList<>();
        for (Question question : match.edition().questions()) {
            if (questions.contains(question.id())) {
                Side side = match.sideOf(question.id());
                String own = question.id().substring(side.name().length() + 1);
                given.add(new Pair.Given(side.name(), own, joined.get(question.id())));
            }
        }
        return given;
    }

    static int points(Finding finding) {
        return finding instanceof Finding.Reason reason ? reason.points() : 0;
    }

    /**
     * All pairs of two lists of sheets in the order of {@link Ranked}. The same sheets always give the same list.
     *
     * @param wanted pairs of another fit are left out
     */
    public List<Ranked> rank(List<Answers> left, List<Answers> right, Set<Fit> wanted) {
        return new Ranking(match, ruleBook, scopes, EVALUATIONS).of(left, right, wanted);
    }

    /** Adds up what the findings of one pair came to. */
    static final class Tally {
        private boolean unmet;
        private boolean open;
        private int points;
        private int openPoints;

        void add(Finding finding, State state) {
            boolean required = finding instanceof Finding.Criterion criterion && criterion.required();
            unmet |= required && state == State.UNMET;
            open |= required && state == State.OPEN;
            points += state == State.FIRED ? Matcher.points(finding) : 0;
            openPoints += state == State.OPEN ? Matcher.points(finding) : 0;
        }

        Fit fit() {
            return unmet ? Fit.DOES_NOT_FIT : open ? Fit.OPEN : Fit.FITS;
        }

        int points() {
            return points;
        }

        int possiblePoints() {
            return points + openPoints;
        }
    }
}
