package jp.readiness.advice;

import java.time.LocalDate;
import java.util.List;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.rulebook.RuleBook;

/** The front door of the package: advises applicants by one edition. Immutable and safe for many threads. */
public final class Adviser {

    /** Enough for every combination of a dozen open questions with a few classes each, and well below a second. */
    private static final long EVALUATIONS = 200_000;

    private final RuleBook ruleBook;
    private final List<Scope> scopes;
    private final RiskModel model;
    private final long evaluations;

    public Adviser(RuleBook ruleBook) {
        this(ruleBook, EVALUATIONS);
    }

    /** @param evaluations after how many a search through completions stops */
    Adviser(RuleBook ruleBook, long evaluations) {
        this.ruleBook = ruleBook;
        this.scopes = Scope.all(ruleBook);
        this.model = new RiskModel(ruleBook.edition());
        this.evaluations = evaluations;
    }

    public Edition edition() {
        return ruleBook.edition();
    }

    /** The rules that it advises by. */
    public RuleBook ruleBook() {
        return ruleBook;
    }

    /** The advice for an answer sheet. The same answers, edition and day always give an equal assessment. */
    public Assessment assess(Answers answers, LocalDate asOf) {
        Edition edition = edition();
        Sheet sheet = Sheet.of(ruleBook, answers);
        Budget budget = new Budget(evaluations);
        Judge judge = new Judge(ruleBook, sheet, budget);
        List<Judgement> judgements = scopes.stream().map(judge::judge).toList();
        List<Exclusion> notFor = Exclusions.of(edition, answers, judgements, judge);
        RiskBounds bounds =
                new RiskBounds(model, judgements, edition.questions().size(), evaluations);
        Risk risk = new Risks(model, edition.steps(), bounds).of(judgements);
        FindingResults results = new FindingResults(ruleBook, sheet);
        return new Assessment(
                edition.programme(),
                edition.id(),
                edition.version(),
                asOf,
                edition.window().isClosedOn(asOf),
                VerdictRule.verdict(notFor, judgements, risk.overall().band()),
                risk,
                notFor,
                judgements.stream().map(results::of).toList(),
                OpenQuestions.of(edition.questions(), judgements),
                List.of(),
                fired(judgements, Finding.Placement.class),
                Referrals.offered(judgements, answers),
                grants(judgements),
                !budget.exceeded() && bounds.exact());
    }

    private static List<String> fired(List<Judgement> judgements, Class<? extends Finding> kind) {
        return judgements.stream()
                .filter(j -> kind.isInstance(j.finding()) && j.state() == State.FIRED)
                .map(j -> j.finding().id())
                .toList();
    }

    private static List<GrantAmount> grants(List<Judgement> judgements) {
        return judgements.stream()
                .filter(j -> j.finding() instanceof Finding.Grant)
                .map(j ->
                        new GrantAmount(j.finding().id(), j.state(), j.amount(), ((Finding.Grant) j.finding()).unit()))
                .toList();
    }
}
