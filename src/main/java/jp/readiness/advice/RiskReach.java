package jp.readiness.advice;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.RiskModel.Damping;
import jp.readiness.advice.RiskModel.Term;

/** How far changes can lower the overall risk at most: bounds that no change beats, found without trying any. */
final class RiskReach {

    /** So that a bound never errs by the last bit of a double. */
    private static final double HAIR = 1 + 1e-9;

    private final RiskModel model;
    private final Requirements requirements;
    private final List<Scope> scopes;
    private final List<Lever> levers;
    private final double survival;
    private final double lowest;
    /** By term, by how much survival can grow when its effect becomes the least that changes can make it. */
    private final double[] gains;

    private final List<BitSet> termsOf;
    private final double[] gainsOf;

    /** @param evaluations that finding the bounds may take; beyond them they are wider, never wrong */
    RiskReach(RiskModel model, Requirements requirements, List<Scope> scopes, KnownRisk risk, long evaluations) {
        this.model = model;
        this.requirements = requirements;
        this.scopes = scopes;
        List<Lever> found = riskLevers();
        RiskBounds bounds = bounds(found, evaluations);
        double[] effects = risk.effects();
        this.survival = 1 - model.overallRisk(effects);
        this.lowest = bounds.overall(false);
        this.gains = IntStream.range(0, effects.length)
                .mapToDouble(term -> gain(term, effects[term], bounds.least(term)))
                .toArray();
        this.levers = found.stream()
                .filter(lever -> !lever.moves().isEmpty())
                .sorted(Comparator.comparingDouble((Lever lever) -> -gain(termsOf(lever)))
                        .thenComparingInt(Lever::question))
                .toList();
        this.termsOf = levers.stream().map(this::termsOf).toList();
        this.gainsOf = termsOf.stream().mapToDouble(this::gain).toArray();
    }

    /** The answers that bear on the risk, those first that may lower it most. */
    List<Lever> levers() {
        return levers;
    }

    /** The lowest band that any change whatever can lead to. */
    Band lowestBand() {
        return model.band(1 - (1 - lowest) * HAIR);
    }

    /**
     * A band that no change of these answers, and of so many more of those after the last of them, gets below.
     *
     * @param chosen indexes of levers, ascending
     */
    Band band(List<Integer> chosen, int more) {
        BitSet terms = new BitSet();
        chosen.forEach(lever -> terms.or(termsOf.get(lever)));
        double best = survival * gain(terms);
        int after = chosen.get(chosen.size() - 1) + 1;
        for (int lever = after; lever < Math.min(after + more, gainsOf.length); lever++) {
            best *= gainsOf[lever];
        }
        return model.band(1 - best * HAIR);
    }

    /** Indexes of the rules of signals and strengths that read one of these answers. */
    BitSet rules(List<Integer> chosen) {
        BitSet rules = new BitSet();
        riskScopes()
                .filter(scope -> chosen.stream()
                        .anyMatch(lever -> scope.reads(levers.get(lever).question())))
                .forEach(scope -> rules.or(scope.rules()));
        return rules;
    }

    private Stream<Scope> riskScopes() {
        return scopes.stream().filter(Scope::bearsOnRisk);
    }

    private List<Lever> riskLevers() {
        BitSet questions = new BitSet();
        BitSet rules = (BitSet) requirements.rules().clone();
        riskScopes().forEach(scope -> {
            rules.or(scope.rules());
            questions.or(scope.questions());
        });
        return requirements.levers(questions, rules);
    }

    /** Of the risk over all ways to change the answers, open ones left open. */
    private RiskBounds bounds(List<Lever> all, long evaluations) {
        Budget budget = new Budget(evaluations);
        List<Judgement> changed = scopes.stream()
                .map(scope -> new Judgement(
                        scope, State.OPEN, scope.rules(), List.of(), explore(scope, all, budget), Optional.empty()))
                .toList();
        return new RiskBounds(
                model, changed, requirements.ruleBook().edition().questions().size(), evaluations);
    }

    private Optional<Completions> explore(Scope scope, List<Lever> all, Budget budget) {
        if (!scope.bearsOnRisk()) {
            return Optional.empty();
        }
        List<Variable> free = all.stream()
                .filter(lever -> scope.reads(lever.question()))
                .map(Lever::variable)
                .toList();
        Sheet sheet = requirements.sheet();
        return Completions.explore(requirements.ruleBook(), scope.rules(), free, sheet.facts(), budget);
    }

    private double gain(int term, double now, double least) {
        return StrictMath.pow(
                (1 - least) / (1 - now), model.stagesOf(model.terms().get(term)));
    }

    private double gain(BitSet terms) {
        return terms.stream().mapToDouble(term -> gains[term]).reduce(1, (a, b) -> a * b);
    }

    private BitSet termsOf(Lever lever) {
        BitSet terms = new BitSet();
        for (int term = 0; term < model.terms().size(); term++) {
            Term one = model.terms().get(term);
            boolean reads = reads(one.signal(), lever)
                    || one.dampings().stream().map(Damping::strength).anyMatch(strength -> reads(strength, lever));
            terms.set(term, reads);
        }
        return terms;
    }

    private boolean reads(int finding, Lever lever) {
        return scopes.get(finding).reads(lever.question());
    }
}
