package jp.readiness.advice;

import java.util.BitSet;
import java.util.List;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/** The risk by what is known so far: by the signals and strengths whose rules fire on a sheet as it stands. */
final class KnownRisk {

    private final RuleBook ruleBook;
    private final RiskModel model;
    private final List<Scope> scopes;
    private final BitSet fired;

    /** @param sheet on which the others are based */
    KnownRisk(RuleBook ruleBook, RiskModel model, List<Scope> scopes, Sheet sheet) {
        this.ruleBook = ruleBook;
        this.model = model;
        this.scopes = scopes;
        this.fired = sheet.fired();
    }

    /** Of the sheet itself, one for each term of the model. */
    double[] effects() {
        return effects(fired);
    }

    private double[] effects(BitSet rules) {
        return model.effects(finding -> scopes.get(finding).rules().intersects(rules));
    }

    /**
     * The overall band of the sheet with other answers.
     *
     * @param facts with these answers
     * @param touched the rules that read them
     */
    Band band(Facts facts, BitSet touched) {
        BitSet now = (BitSet) fired.clone();
        touched.stream().forEach(rule -> now.set(rule, ruleBook.fires(rule, facts)));
        return model.band(model.overallRisk(effects(now)));
    }
}
