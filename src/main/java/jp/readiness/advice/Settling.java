package jp.readiness.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.State;

/** Works out how much of what is open on a sheet the answer to a question settles. Where a search stopped, nothing is counted. */
final class Settling {

    private final List<Spread> required;
    private final List<Spread> risk;
    private final List<Spread> rest;
    private final double wholeRisk;
    private final List<Integer> audience;

    /** @param audience indexes of the open questions that an audience rests on */
    Settling(RiskModel model, List<Judgement> judgements, RiskBounds bounds, List<Integer> audience) {
        this.required = spreads(judgements.stream().filter(Judgement::isRequired));
        this.rest = spreads(judgements.stream()
                .filter(judgement ->
                        !judgement.isRequired() && !judgement.scope().bearsOnRisk()));
        this.risk = IntStream.range(0, model.terms().size())
                .mapToObj(bounds::effects)
                .flatMap(Optional::stream)
                .map(Spread::new)
                .toList();
        this.wholeRisk = risk.stream().mapToDouble(Spread::whole).sum();
        this.audience = audience;
    }

    private static List<Spread> spreads(Stream<Judgement> judgements) {
        return judgements
                .filter(judgement -> judgement.state() == State.OPEN)
                .flatMap(judgement -> judgement.completions().stream())
                .map(completions -> new Spread(completions.table()))
                .toList();
    }

    Settles by(int question) {
        return new Settles(
                rounded(required(question)),
                rounded(risk(question)),
                rounded(share(rest, question) / Math.max(1, rest.size())));
    }

    /** To a thousandth, so that equal shares are equal numbers whatever way they were added up. */
    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private double required(int question) {
        double whole = required.size() + audience.size();
        double settled = share(required, question) + (audience.contains(question) ? 1 : 0);
        return whole == 0 ? 0 : settled / whole;
    }

    private double risk(int question) {
        double settled =
                risk.stream().mapToDouble(spread -> spread.settledBy(question)).sum();
        return wholeRisk > 0 ? settled / wholeRisk : 0;
    }

    private static double share(List<Spread> spreads, int question) {
        return spreads.stream()
                .filter(spread -> spread.whole() > 0)
                .mapToDouble(spread -> spread.settledBy(question) / spread.whole())
                .sum();
    }
}
