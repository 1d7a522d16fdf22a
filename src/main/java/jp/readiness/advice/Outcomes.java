package jp.readiness.advice;

import java.util.List;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.RuleBook;

/** Judges sheets in short: what the verdict and the overall band are, as a full assessment of them would say. */
final class Outcomes {

    private final RuleBook ruleBook;
    private final RiskModel model;
    private final List<Scope> scopes;
    private final long evaluations;

    record Outcome(Verdict verdict, Band band) {}

    Outcomes(RuleBook ruleBook, RiskModel model, List<Scope> scopes, long evaluations) {
        this.ruleBook = ruleBook;
        this.model = model;
        this.scopes = scopes;
        this.evaluations = evaluations;
    }

    Outcome of(Answers answers) {
        Sheet sheet = Sheet.of(ruleBook, answers);
        Judge judge = new Judge(ruleBook, sheet, new Budget(evaluations));
        List<Judgement> required =
                scopes.stream().filter(Scope::isRequired).map(judge::judge).toList();
        Band band = model.band(model.overallRisk(new KnownRisk(ruleBook, model, scopes, sheet).effects()));
        return new Outcome(
                VerdictRule.verdict(Exclusions.of(ruleBook.edition(), answers, required, judge), required, band), band);
    }
}
