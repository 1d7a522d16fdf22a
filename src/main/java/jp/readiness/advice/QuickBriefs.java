package jp.readiness.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Judges sheets in brief, a cohort of them quickly: what comes of a finding is worked out once for all sheets that its
 * rules cannot tell apart, and remembered; so is what a signal takes from the risk.
 *
 * <p>Each piece is worked out by {@link Judge} and {@link RiskBounds} as for an assessment, so that the whole says the
 * same. Sheets whose searches together may reach the budget are left to them altogether, as are rules whose sheets have no
 * classes.
 */
final class QuickBriefs {

    /**
     * What came of a finding.
     *
     * @param cost evaluations that its searches take
     * @param beyondChange whether it is a required criterion, unmet whatever one changes
     * @param alike whether it is the same for all sheets of the class: the amount of a grant may rest on more
     */
    private record Known(Judgement judgement, long cost, boolean beyondChange, boolean alike) {}

    /**
     * What a term of the model takes from the risk.
     *
     * @param known by what is known so far
     * @param least the completions of its own questions under which it takes least
     * @param most those under which it takes most
     * @param cost evaluations that finding the range takes
     */
    private record Effect(double known, RiskBounds.Range range, Extremes least, Extremes most, long cost) {}

    /** @param question index of the one that the audience rests on */
    private record Meant(Audience audience, int question) {
        boolean excludes(@Nullable Answer[] inOrder) {
            return Exclusions.outside(audience, Optional.ofNullable(inOrder[question]))
                    .isPresent();
        }
    }

    private final RuleBook ruleBook;
    private final List<Meant> audience;
    /** By finding: whom the programme of a referral is for; empty for other kinds. */
    private final List<List<Meant>> referredTo;

    private final RiskModel model;
    private final List<Scope> scopes;
    private final long evaluations;
    private final List<ByClass<Known>> findings;
    private final List<ByClass<Effect>> effects;

    private QuickBriefs(
            RuleBook ruleBook,
            RiskModel model,
            List<Scope> scopes,
            long evaluations,
            List<ByClass<Known>> findings,
            List<ByClass<Effect>> effects) {
        this.ruleBook = ruleBook;
        this.audience = meant(ruleBook.edition().audience(), ruleBook.edition());
        this.referredTo = scopes.stream()
                .map(scope -> scope.finding() instanceof Finding.Referral referral
                        ? meant(referral.audience(), ruleBook.edition())
                        : List.<Meant>of())
                .toList();
        this.model = model;
        this.scopes = scopes;
        this.evaluations = evaluations;
        this.findings = findings;
        this.effects = effects;
    }

    /** @return empty if the edition's sheets have no classes, or too many */
    static Optional<QuickBriefs> of(RuleBook ruleBook, RiskModel model, List<Scope> scopes, long evaluations) {
        List<ByClass<Known>> findings = new ArrayList<>();
        List<ByClass<Effect>> effects = new ArrayList<>();
        for (Scope scope : scopes) {
            ByClass.<Known>of(ruleBook, scope.rules()).ifPresent(findings::add);
        }
        for (RiskModel.Term term : model.terms()) {
            ByClass.<Effect>of(ruleBook, rules(term, scopes)).ifPresent(effects::add);
        }
        boolean all = findings.size() == scopes.size()
                && effects.size() == model.terms().size();
        return all && scopes.stream().allMatch(Scope::exact)
                ? Optional.of(new QuickBriefs(ruleBook, model, scopes, evaluations, findings, effects))
                : Optional.empty();
    }

    private static List<Meant> meant(List<Audience> audiences, Edition edition) {
        List<Meant> meant = new ArrayList<>();
        for (Audience audience : audiences) {
            for (int question = 0; question < edition.questions().size(); question++) {
                if (edition.questions().get(question).id().equals(audience.question())) {
                    meant.add(new Meant(audience, question));
                }
            }
        }
        return meant;
    }

    private static BitSet rules(RiskModel.Term term, List<Scope> scopes) {
        BitSet rules = (BitSet) scopes.get(term.signal()).rules().clone();
        term.dampings()
                .forEach(damping -> rules.or(scopes.get(damping.strength()).rules()));
        return rules;
    }

    /** @return empty where the sheet is to be judged as for an assessment */
    Optional<Brief> of(Answers answers) {
        List<Question> questions = ruleBook.edition().questions();
        @Nullable Answer[] inOrder = new Answer[questions.size()];
        Arrays.setAll(
                inOrder, question -> answers.get(questions.get(question).id()).orElse(null));
        return of(inOrder);
    }

    /** @param inOrder one answer for each question of the edition; null where it is open */
    Optional<Brief> of(@Nullable Answer[] inOrder) {
        Facts facts = ruleBook.facts(inOrder);
        Known[] known = new Known[scopes.size()];
        long cost = 0;
        boolean notFor = isForOthers(audience, inOrder);
        for (int finding = 0; finding < known.length; finding++) {
            known[finding] = known(finding, facts);
            cost += known[finding].cost;
            notFor |= known[finding].beyondChange;
        }
        Effect[] taken = new Effect[effects.size()];
        long riskCost = 0;
        for (int term = 0; term < taken.length; term++) {
            taken[term] = effect(term, facts);
            riskCost += taken[term].cost;
        }
        return cost > evaluations || riskCost > evaluations
                ? Optional.empty()
                : Optional.of(brief(known, notFor, inOrder, estimates(taken)));
    }

    private static boolean isForOthers(List<Meant> audience, @Nullable Answer[] inOrder) {
        for (Meant meant : audience) {
            if (meant.excludes(inOrder)) {
                return true;
            }
        }
        return false;
    }

    private Known known(int finding, Facts facts) {
        Known known = findings.get(finding).get(facts, () -> judged(finding, facts));
        return known.alike ? known : judged(finding, facts);
    }

    private Known judged(int finding, Facts facts) {
        Scope scope = scopes.get(finding);
        Budget budget = new Budget(evaluations);
        Sheet sheet = new Sheet(Answers.NONE, facts, ruleBook.fired(facts)); // a judge looks at the facts alone
        Judge judge = new Judge(ruleBook, sheet, budget);
        Judgement judgement = judge.judge(scope);
        boolean beyondChange = judgement.isRequired(State.UNMET) && judge.isBeyondChange(judgement);
        boolean alike = !(scope.finding() instanceof Finding.Grant)
                || sheet.firedAmong(scope.rules()).isEmpty();
        return new Known(judgement, budget.taken(), beyondChange, alike);
    }

    private Effect effect(int term, Facts facts) {
        return effects.get(term).get(facts, () -> {
            IntFunction<Judgement> judgements = finding -> known(finding, facts).judgement;
            Budget budget = new Budget(evaluations);
            RiskModel.Term own = model.terms().get(term);
            RiskBounds.Range range = RiskBounds.range(own, judgements, questions(), budget);
            double known = RiskModel.effect(own, fired(judgements, own.signal()), s -> fired(judgements, s));
            return new Effect(
                    known, range, extremes(range, range.least()), extremes(range, range.most()), budget.taken());
        });
    }

    private static Extremes extremes(RiskBounds.Range range, double extreme) {
        return range.effects()
                .filter(table -> range.least() < range.most())
                .map(table -> Extremes.of(table, extreme))
                .orElse(Extremes.ANY);
    }

    private static boolean fired(IntFunction<Judgement> judgements, int finding) {
        return judgements.apply(finding).state() == State.FIRED;
    }

    private int questions() {
        return ruleBook.edition().questions().size();
    }

    /** One for each stage, and then the one overall. */
    private List<Brief.Estimate> estimates(Effect[] taken) {
        double[] now = model.risks(term -> taken[term].known);
        boolean settled = true;
        for (Effect effect : taken) {
            settled &= effect.range.least() == effect.known && effect.range.most() == effect.known;
        }
        double[] lowest = settled ? now : model.risks(term -> taken[term].range.least());
        double[] highest = settled ? now : model.risks(term -> taken[term].range.most());
        List<Brief.Estimate> estimates = new ArrayList<>();
        for (int stage = 0; stage < now.length; stage++) {
            Band band = model.band(now[stage]);
            boolean lower = model.band(lowest[stage]) != band;
            boolean higher = model.band(highest[stage]) != band;
            boolean provisional = (lower && meet(stage, false, taken))
                    || (higher && meet(stage, true, taken))
                    || ((lower || higher) && differs(stage, band, taken));
            estimates.add(new Brief.Estimate(now[stage], band, provisional));
        }
        return estimates;
    }

    /**
     * Whether a completion was found under which every term of a stage takes most, or least, so that the risk is reached
     * that comes of taking each by itself. Where none was found there may be one all the same.
     */
    private boolean meet(int stage, boolean most, Effect[] taken) {
        List<Extremes> extremes = new ArrayList<>();
        for (int term = 0; term < taken.length; term++) {
            boolean enters = stage == model.stages() || model.terms().get(term).enters(stage);
            if (enters && taken[term].range.least() < taken[term].range.most()) {
                extremes.add(most ? taken[term].most : taken[term].least);
            }
        }
        return Extremes.meet(extremes, questions());
    }

    /** Whether the risk of a stage lies in another band under some completion, searched for as in an assessment. */
    private boolean differs(int stage, Band band, Effect[] taken) {
        List<RiskBounds.Range> ranges = Arrays.stream(taken).map(Effect::range).toList();
        RiskBounds bounds = new RiskBounds(model, evaluations, questions(), ranges);
        boolean overall = stage == model.stages();
        double lowest = overall ? bounds.overall(false) : bounds.stage(stage, false);
        double highest = overall ? bounds.overall(true) : bounds.stage(stage, true);
        return model.band(lowest) != band || model.band(highest) != band;
    }

    private Brief brief(Known[] known, boolean notFor, @Nullable Answer[] inOrder, List<Brief.Estimate> estimates) {
        List<String> unmet = new ArrayList<>();
        List<String> fired = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean requiredUnmet = false;
        boolean requiredOpen = false;
        for (int finding = 0; finding < known.length; finding++) {
            Judgement judgement = known[finding].judgement;
            boolean told = judgement.state() == State.FIRED || judgement.state() == State.OPEN;
            if (told && isForOthers(referredTo.get(finding), inOrder)) {
                continue;
            }
            requiredUnmet |= judgement.isRequired(State.UNMET);
            requiredOpen |= judgement.isRequired(State.OPEN);
            switch (judgement.state()) {
                case UNMET -> unmet.add(judgement.finding().id());
                case FIRED -> fired.add(judgement.finding().id());
                case OPEN -> open.add(judgement.finding().id());
                case MET, NOT_FIRED -> {}
            }
        }
        int steps = ruleBook.edition().steps().size();
        Brief.Estimate overall = estimates.get(estimates.size() - 1);
        Verdict verdict = VerdictRule.verdict(notFor, requiredUnmet, requiredOpen, overall.band());
        return new Brief(verdict, overall, estimates.subList(0, steps), unmet, fired, open);
    }
}
