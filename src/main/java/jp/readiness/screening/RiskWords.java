package jp.readiness.screening;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.screening.ResultView.RiskBar;
import jp.readiness.screening.ResultView.RiskLine;
import jp.readiness.screening.ResultView.RiskView;
import jp.readiness.wording.Words;

/**
 * The estimate of dropping out, step by step, as percent, band and bar.
 *
 * @param outcomes on how many it was calibrated; 0 for not
 */
record RiskWords(Edition edition, Words words, int outcomes) {

    /** Empty for an edition that knows no sign of dropping out. */
    Optional<RiskView> risk(Risk risk) {
        boolean estimated = edition.findings().stream().anyMatch(Finding.Signal.class::isInstance);
        if (!estimated) {
            return Optional.empty();
        }
        List<RiskLine> steps = risk.steps().stream()
                .map(step -> line(words.in(step.title()), step.estimate()))
                .toList();
        RiskLine overall = line(words.say("risk.overall"), risk.overall());
        String note = words.say("risk.note." + (outcomes > 0), outcomes);
        boolean provisional = risk.overall().provisional()
                || risk.steps().stream().anyMatch(step -> step.estimate().provisional());
        String title = words.say("risk.title." + (outcomes > 0));
        return Optional.of(new RiskView(title, overall, steps, note, scale(), provisional));
    }

    private String scale() {
        return words.say(
                "risk.scale",
                words.percent(edition.bands().medium().doubleValue()),
                words.percent(edition.bands().high().doubleValue()));
    }

    private RiskLine line(String title, Estimate estimate) {
        return new RiskLine(
                title,
                words.percent(estimate.probability()),
                estimate.band(),
                words.say("band." + estimate.band()),
                interval(estimate),
                bar(estimate));
    }

    private Optional<String> interval(Estimate estimate) {
        if (!estimate.provisional()) {
            return Optional.empty();
        }
        String lowest = words.percent(estimate.lowest());
        String highest = words.percent(estimate.highest(), RoundingMode.CEILING);
        return Optional.of(words.say("risk.interval", lowest, highest));
    }

    private RiskBar bar(Estimate estimate) {
        return new RiskBar(
                tenths(estimate.probability()),
                tenths(estimate.lowest()),
                tenths(estimate.highest()),
                tenths(edition.bands().medium().doubleValue()),
                tenths(edition.bands().high().doubleValue()));
    }

    /** Percent with one digit after the point: all that a picture can show. */
    private static double tenths(double share) {
        return Math.round(share * 1000) / 10.0;
    }
}
