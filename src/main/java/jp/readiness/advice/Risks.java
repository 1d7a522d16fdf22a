package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.programme.Step;

/** The risk as the assessment shows it: by what is known so far, with how low and how high it may still come out. */
final class Risks {

    private final RiskModel model;
    private final List<Step> steps;
    private final RiskBounds bounds;

    Risks(RiskModel model, List<Step> steps, RiskBounds bounds) {
        this.model = model;
        this.steps = steps;
        this.bounds = bounds;
    }

    Risk of(List<Judgement> judgements) {
        double[] effects = model.effects(finding -> judgements.get(finding).state() == State.FIRED);
        List<StepRisk> byStep = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            Estimate estimate =
                    estimate(model.stageRisk(step, effects), bounds.stage(step, false), bounds.stage(step, true));
            byStep.add(new StepRisk(steps.get(step).id(), steps.get(step).title(), estimate));
        }
        Estimate overall = estimate(model.overallRisk(effects), bounds.overall(false), bounds.overall(true));
        return new Risk(overall, byStep, false);
    }

    /** Provisional if some completion lies in another band than the one shown. */
    private Estimate estimate(double probability, double lowest, double highest) {
        Band band = model.band(probability);
        boolean provisional = model.band(lowest) != band || model.band(highest) != band;
        return new Estimate(probability, band, provisional, lowest, highest);
    }
}
