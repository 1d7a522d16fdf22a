package jp.readiness.advice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/** The front door of the package: advises applicants by one edition. Immutable and safe for many threads. */
public final class Adviser {

    /** Enough for every combination of a dozen open questions with a few classes each, and well below a second. */
    private static final long EVALUATIONS = 200_000;

    /** Enough for every set of three answers out of a dozen, and a few hundredths of a second. */
    private static final long CHANGES = 20_000;

    private final RuleBook ruleBook;
    private final List<Scope> scopes;
    private final RiskModel model;
    private final Changes changes;
    private final long evaluations;

    /** Made when the first brief is asked for; that two threads may both make it is harmless. */
    private volatile @Nullable Optional<QuickBriefs> quickBriefs;

    public Adviser(RuleBook ruleBook) {
        this(ruleBook, EVALUATIONS);
    }

    /** @param evaluations after how many a search through completions stops */
    Adviser(RuleBook ruleBook, long evaluations) {
        this.ruleBook = ruleBook;
        this.scopes = Scope.all(ruleBook);
        this.model = new RiskModel(ruleBook.edition());
        this.evaluations = evaluations;
        Outcomes outcomes = new Outcomes(ruleBook, model, scopes, evaluations);
        this.changes = new Changes(ruleBook, model, scopes, outcomes, Math.min(CHANGES, evaluations));
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
        List<Judgement> judgements = judgements(judge, answers);
        List<Exclusion> notFor = Exclusions.of(edition, answers, judgements, judge);
        RiskBounds bounds = bounds(judgements);
        Risk risk = new Risks(model, edition.steps(), bounds).of(judgements);
        Verdict verdict = VerdictRule.verdict(notFor, judgements, risk.overall().band());
        FindingResults results = new FindingResults(ruleBook, sheet);
        OpenQuestions open = new OpenQuestions(ruleBook, model, sheet, judge, judgements, bounds);
        Changes.Found found = changes.of(sheet, verdict, risk.overall().band(), isBeyondChange(notFor));
        return new Assessment(
                edition.programme(),
                edition.id(),
                edition.version(),
                asOf,
                edition.window().isClosedOn(asOf),
                verdict,
                risk,
                notFor,
                judgements.stream().map(results::of).toList(),
                open.ranked(),
                open.skippable(),
                found.changes(),
                found.search(),
                fired(judgements, Finding.Placement.class),
                fired(judgements, Finding.Referral.class),
                grants(judgements),
                !budget.exceeded() && bounds.exact());
    }

    /**
     * The same in brief. The advice does not depend on the day, but for whether applications are accepted, which is not
     * part of it.
     */
    public Brief brief(Answers answers, LocalDate asOf) {
        return quickBriefs().flatMap(quick -> quick.of(answers)).orElseGet(() -> briefPieceByPiece(answers));
    }

    private Optional<QuickBriefs> quickBriefs() {
        Optional<QuickBriefs> made = quickBriefs;
        if (made == null) {
            made = QuickBriefs.of(ruleBook, model, scopes, evaluations);
            quickBriefs = made;
        }
        return made;
    }

    /** As {@link #brief}, with nothing remembered from other sheets. */
    Brief briefPieceByPiece(Answers answers) {
        Sheet sheet = Sheet.of(ruleBook, answers);
        Judge judge = new Judge(ruleBook, sheet, new Budget(evaluations));
        List<Judgement> judgements = judgements(judge, answers);
        List<Exclusion> notFor = Exclusions.of(edition(), answers, judgements, judge);
        Risk risk = new Risks(model, edition().steps(), bounds(judgements)).of(judgements);
        return new Brief(
                VerdictRule.verdict(notFor, judgements, risk.overall().band()),
                Brief.Estimate.of(risk.overall()),
                risk.steps().stream()
                        .map(step -> Brief.Estimate.of(step.estimate()))
                        .toList(),
                ids(judgements, State.UNMET),
                ids(judgements, State.FIRED),
                ids(judgements, State.OPEN));
    }

    /** For judging many sheets on the same day. */
    public Briefs briefs(LocalDate asOf) {
        Optional<QuickBriefs> briefs = quickBriefs();
        return answers -> briefs.flatMap(quick -> quick.of(answers)).orElseGet(() -> briefPieceByPiece(sheet(answers)));
    }

    private Answers sheet(@Nullable Answer[] inOrder) {
        SortedMap<String, Answer> given = new TreeMap<>();
        for (int question = 0; question < inOrder.length; question++) {
            Answer answer = inOrder[question];
            if (answer != null) {
                given.put(edition().questions().get(question).id(), answer);
            }
        }
        return new Answers(given);
    }

    private List<Judgement> judgements(Judge judge, Answers answers) {
        return Referrals.withdrawn(judge.all(scopes), answers);
    }

    private RiskBounds bounds(List<Judgement> judgements) {
        return new RiskBounds(model, judgements, edition().questions().size(), evaluations);
    }

    private static boolean isBeyondChange(List<Exclusion> notFor) {
        return notFor.stream().anyMatch(exclusion -> exclusion.criterion().isPresent());
    }

    /**
     * What to ask next: the open questions that still matter, that first which settles most. Weights of several
     * programmes can be added up by question; a question that a programme does not name does not matter to it.
     *
     * @return question id → how much of what is open its answer settles, in descending order
     */
    public Map<String, Settles> next(Answers answers) {
        Sheet sheet = Sheet.of(ruleBook, answers);
        Judge judge = new Judge(ruleBook, sheet, new Budget(evaluations));
        List<Judgement> judgements = judgements(judge, answers);
        Map<String, Settles> next = new LinkedHashMap<>();
        new OpenQuestions(ruleBook, model, sheet, judge, judgements, bounds(judgements))
                .ranked()
                .forEach(open -> next.put(open.question(), open.settles()));
        return next;
    }

    /**
     * The open questions that decide a required criterion or whether the programme is meant for the applicant, in the
     * order of the form: those that hold the verdict up. Much less work than {@link #next}.
     */
    public List<String> asked(Answers answers) {
        Sheet sheet = Sheet.of(ruleBook, answers);
        Judge judge = new Judge(ruleBook, sheet, new Budget(evaluations));
        Set<Integer> deciding = scopes.stream()
                .filter(Scope::isRequired)
                .flatMap(scope -> judge.judge(scope).deciding().stream())
                .collect(Collectors.toSet());
        List<Question> questions = edition().questions();
        return IntStream.range(0, questions.size())
                .filter(index -> deciding.contains(index)
                        || edition().audience().stream()
                                .anyMatch(audience -> audience.question()
                                                .equals(questions.get(index).id())
                                        && answers.isOpen(audience.question())))
                .mapToObj(index -> questions.get(index).id())
                .toList();
    }

    /** Every rule held against a sheet, in the order written. */
    public List<RuleState> explain(Answers answers) {
        Sheet sheet = Sheet.of(ruleBook, answers);
        return IntStream.range(0, ruleBook.rules().size())
                .mapToObj(rule -> explain(rule, sheet))
                .toList();
    }

    /** One rule held against a sheet; empty if the edition has none of that name. */
    public Optional<RuleState> explain(String rule, Answers answers) {
        return explain(answers).stream()
                .filter(state -> state.rule().equals(rule))
                .findFirst();
    }

    private RuleState explain(int index, Sheet sheet) {
        Rule rule = ruleBook.rules().get(index);
        return new RuleState(
                rule.name(), state(index, sheet), ruleBook.conditions(index, sheet.facts()), rule.concludes());
    }

    private State state(int rule, Sheet sheet) {
        if (sheet.fired().get(rule)) {
            return State.FIRED;
        }
        boolean failed = ruleBook.whyNot(rule, sheet.facts()).stream()
                .anyMatch(comparison -> comparison.holds().isPresent());
        return failed ? State.NOT_FIRED : State.OPEN;
    }

    private static List<String> fired(List<Judgement> judgements, Class<? extends Finding> kind) {
        return judgements.stream()
                .filter(j -> kind.isInstance(j.finding()) && j.state() == State.FIRED)
                .map(j -> j.finding().id())
                .toList();
    }

    private static List<String> ids(List<Judgement> judgements, State state) {
        return judgements.stream()
                .filter(judgement -> judgement.state() == state)
                .map(judgement -> judgement.finding().id())
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
