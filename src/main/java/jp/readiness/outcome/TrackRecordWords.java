package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.readiness.outcome.TrackRecordView.Counts;
import jp.readiness.outcome.TrackRecordView.FindingLine;
import jp.readiness.outcome.TrackRecordView.GroupLine;
import jp.readiness.outcome.TrackRecordView.LiftBar;
import jp.readiness.outcome.TrackRecordView.Point;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Step;
import jp.readiness.trackrecord.Brier;
import jp.readiness.trackrecord.Conclusion;
import jp.readiness.trackrecord.Conclusion.TooFew;
import jp.readiness.trackrecord.Evidence;
import jp.readiness.trackrecord.FindingRecord;
import jp.readiness.trackrecord.GroupRecord;
import jp.readiness.trackrecord.Lift;
import jp.readiness.trackrecord.Rate;
import jp.readiness.trackrecord.Sample;
import jp.readiness.trackrecord.Tally;
import jp.readiness.trackrecord.TrackRecord;
import jp.readiness.trackrecord.Weight;

/** Puts a track record into words for those who screen and those who write the rules. */
record TrackRecordWords(Edition edition, Phrases words) {

    TrackRecordView view(TrackRecord record) {
        Sample sample = record.sample();
        Counts counts =
                new Counts(sample.applicants(), sample.finished(), sample.left(), sample.pending(), sample.declined());
        if (record.evidence() instanceof TooFew<Evidence> few) {
            return new TrackRecordView(
                    counts,
                    Optional.of(words.say("too-few.OUTCOMES", few.have(), few.needed())),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        Evidence evidence = record.evidence().known().orElseThrow();
        return new TrackRecordView(
                counts,
                Optional.empty(),
                lines(evidence.bands(), band -> words.say("band." + band)),
                lines(evidence.steps(), this::step),
                lines(evidence.verdicts(), verdict -> words.say("verdict." + verdict)),
                sentences(evidence),
                findings(evidence, finding -> isSaid(finding) && !finding.isStrength()),
                findings(evidence, finding -> isSaid(finding) && finding.isStrength()),
                findings(evidence, finding -> !isSaid(finding)));
    }

    private String step(String id) {
        return edition.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .map(Step::title)
                .map(words::in)
                .orElse(words.say("step.only"));
    }

    private List<GroupLine> lines(List<GroupRecord> groups, Function<String, String> title) {
        return groups.stream()
                .map(group -> line(group, title.apply(group.group())))
                .toList();
    }

    private GroupLine line(GroupRecord group, String title) {
        Optional<Rate> rate = group.observed().rate().known();
        return new GroupLine(
                group.group(),
                title,
                group.observed().cases() == 0 ? "–" : words.percent(group.predicted()),
                tally(group.observed()),
                rate.map(this::rate),
                rate.map(r -> words.say("meaning." + meaning(group.predicted(), r)))
                        .orElseGet(() -> few(group.observed().rate())),
                rate.map(r -> new Point(
                        100 * group.predicted(),
                        100 * r.value(),
                        100 * r.interval().low(),
                        100 * r.interval().high())));
    }

    private static String meaning(double predicted, Rate observed) {
        if (observed.interval().contains(predicted)) {
            return "fits";
        }
        return predicted < observed.interval().low() ? "more" : "fewer";
    }

    private String tally(Tally tally) {
        return words.say("tally", tally.left(), tally.cases());
    }

    private String rate(Rate rate) {
        return words.say("rate.range", words.percent(rate.value()), words.range(rate.interval()));
    }

    private String few(Conclusion<?> conclusion) {
        return conclusion instanceof TooFew<?> few ? words.say("too-few." + few.of(), few.have(), few.needed()) : "";
    }

    private List<String> sentences(Evidence evidence) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say(
                "say.dropout", evidence.dropout().cases(), evidence.dropout().events(), rate(evidence.dropout())));
        sentences.add(share("precision", evidence.precision()));
        sentences.add(share("recall", evidence.recall()));
        Brier brier = evidence.brier();
        sentences.add(words.say(
                "say.brier." + brier.beatsBaseRate(),
                words.two(brier.score()),
                words.two(brier.baseRate()),
                words.percent(evidence.dropout().value())));
        return sentences;
    }

    private String share(String what, Conclusion<Rate> share) {
        return share.known()
                .map(rate -> words.say("say." + what, rate.cases(), rate.events(), rate(rate)))
                .orElseGet(() -> words.say("say." + what + ".few", few(share)));
    }

    private static boolean isSaid(FindingRecord finding) {
        return finding.lift().known().isPresent();
    }

    private List<FindingLine> findings(Evidence evidence, Predicate<FindingRecord> which) {
        return evidence.findings().stream().filter(which).map(this::finding).toList();
    }

    private FindingLine finding(FindingRecord finding) {
        Optional<Lift> lift = finding.lift().known();
        Optional<Weight> weight = finding.weight().known();
        return new FindingLine(
                finding.id(),
                edition.finding(finding.id())
                        .map(f -> words.in(f.words().title()))
                        .orElse(finding.id()),
                share(finding.with()),
                share(finding.without()),
                lift.map(this::lift).orElseGet(() -> few(finding.lift())),
                lift.map(l ->
                        LiftBar.of(l.interval().low(), l.ratio(), l.interval().high())),
                edition.finding(finding.id()).map(this::shipped).orElse(""),
                weight.map(this::suggested).orElseGet(() -> few(finding.weight())),
                weight.filter(w -> !w.fits()).isPresent());
    }

    private String share(Tally tally) {
        return tally.rate()
                .known()
                .map(rate -> words.say("tally.share", tally.left(), tally.cases(), words.percent(rate.value())))
                .orElseGet(() -> tally(tally));
    }

    private String lift(Lift lift) {
        return words.say(
                "lift",
                words.times(lift.ratio()),
                words.times(lift.interval().low()),
                words.times(lift.interval().high()));
    }

    private String shipped(Finding finding) {
        if (finding instanceof Finding.Signal signal) {
            return words.two(signal.weight().doubleValue());
        }
        return finding instanceof Finding.Strength strength
                ? words.two(strength.weight().doubleValue())
                : "";
    }

    private String suggested(Weight weight) {
        return words.say(
                "weight",
                words.two(weight.suggested()),
                words.range(weight.interval().low(), weight.interval().high()));
    }
}
