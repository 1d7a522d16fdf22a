package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Step;

/**
 * The risk of dropping out: for a step 1 − (1 − leak) · ∏ᵢ (1 − wᵢ · ∏ⱼ (1 − sⱼ)) over the fired signals i of that step
 * and the fired strengths j that damp them. A signal at any of n steps enters each with 1 − (1 − w)^(1/n). Overall it is
 * 1 − ∏ (1 − p) over the steps. An edition without steps has a single unnamed stage without a leak.
 *
 * <p>Example: leak 0.1, one signal of weight 0.5 damped by a strength of 0.4: the signal's effect is 0.5 · 0.6 = 0.3, the
 * risk 1 − 0.9 · 0.7 = 0.37.
 *
 * <p>All sums run in the edition's order and powers are strict, so that results are the same to the last bit.
 */
final class RiskModel {

    /**
     * How far from a threshold a probability still counts as reaching it: doubles miss 1 − 0.9 ≥ 0.1 by a hair, and a
     * policy that says "from 10 %" means it.
     */
    private static final double HAIR = 1e-12;

    /**
     * A signal.
     *
     * @param signal index of the finding
     * @param weight in each stage that it enters
     * @param stage index, or {@link #EVERY_STAGE}
     */
    record Term(int signal, double weight, int stage, List<Damping> dampings) {
        boolean enters(int wanted) {
            return stage == EVERY_STAGE || stage == wanted;
        }
    }

    /**
     * A strength that damps a signal.
     *
     * @param strength index of the finding
     * @param factor what it leaves of the signal's weight
     */
    record Damping(int strength, double factor) {}

    private static final int EVERY_STAGE = -1;

    private final List<Double> leaks;
    private final List<Term> terms;
    private final Bands bands;

    RiskModel(Edition edition) {
        List<Step> steps = edition.steps();
        this.leaks = steps.isEmpty()
                ? List.of(0.0)
                : steps.stream().map(step -> step.leak().doubleValue()).toList();
        this.bands = edition.bands();
        List<Term> found = new ArrayList<>();
        for (int finding = 0; finding < edition.findings().size(); finding++) {
            if (edition.findings().get(finding) instanceof Finding.Signal signal) {
                found.add(term(edition, signal, finding));
            }
        }
        this.terms = List.copyOf(found);
    }

    private Term term(Edition edition, Finding.Signal signal, int index) {
        int stage = signal.step().map(id -> stageOf(edition.steps(), id)).orElse(EVERY_STAGE);
        double weight = signal.weight().doubleValue();
        int shared = stage == EVERY_STAGE ? leaks.size() : 1;
        double perStage = shared == 1 ? weight : 1 - StrictMath.pow(1 - weight, 1.0 / shared);
        return new Term(index, perStage, stage, dampings(edition.findings(), signal.id()));
    }

    private static int stageOf(List<Step> steps, String id) {
        return IntStream.range(0, steps.size())
                .filter(step -> steps.get(step).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + id));
    }

    private static List<Damping> dampings(List<Finding> findings, String signal) {
        List<Damping> dampings = new ArrayList<>();
        for (int finding = 0; finding < findings.size(); finding++) {
            if (findings.get(finding) instanceof Finding.Strength strength
                    && strength.damps().contains(signal)) {
                dampings.add(new Damping(finding, 1 - strength.weight().doubleValue()));
            }
        }
        return List.copyOf(dampings);
    }

    int stages() {
        return leaks.size();
    }

    List<Term> terms() {
        return terms;
    }

    /** How many stages a term enters. */
    int stagesOf(Term term) {
        return term.stage() == EVERY_STAGE ? stages() : 1;
    }

    /**
     * The effect of each term.
     *
     * @param holds whether a finding, by index, is concluded
     */
    double[] effects(IntPredicate holds) {
        return terms.stream()
                .mapToDouble(term -> effect(term, holds.test(term.signal()), holds))
                .toArray();
    }

    /** What a term takes from each stage it enters: 0 unless its signal holds. */
    static double effect(Term term, boolean signal, IntPredicate strengths) {
        if (!signal) {
            return 0;
        }
        double effect = term.weight();
        for (Damping damping : term.dampings()) {
            effect *= strengths.test(damping.strength()) ? damping.factor() : 1;
        }
        return effect;
    }

    /**
     * The probability of dropping out in each stage, and as the last the overall one.
     *
     * @param effects by term
     */
    double[] risks(IntToDoubleFunction effects) {
        double[] all = IntStream.range(0, terms.size()).mapToDouble(effects).toArray();
        double[] risks = new double[leaks.size() + 1];
        double overall = 1;
        for (int stage = 0; stage < leaks.size(); stage++) {
            double survival = survival(stage, all);
            risks[stage] = 1 - survival;
            overall *= survival;
        }
        risks[leaks.size()] = 1 - overall;
        return risks;
    }

    /** The probability of dropping out in one stage. @param effects one per term */
    double stageRisk(int stage, double[] effects) {
        return 1 - survival(stage, effects);
    }

    /** The probability of dropping out in any stage. @param effects one per term */
    double overallRisk(double[] effects) {
        double survival = 1;
        for (int stage = 0; stage < leaks.size(); stage++) {
            survival *= survival(stage, effects);
        }
        return 1 - survival;
    }

    private double survival(int stage, double[] effects) {
        double survival = 1 - leaks.get(stage);
        for (int term = 0; term < terms.size(); term++) {
            if (terms.get(term).enters(stage)) {
                survival *= 1 - effects[term];
            }
        }
        return survival;
    }

    Band band(double probability) {
        if (probability + HAIR >= bands.high().doubleValue()) {
            return Band.HIGH;
        }
        return probability + HAIR >= bands.medium().doubleValue() ? Band.MEDIUM : Band.LOW;
    }
}
