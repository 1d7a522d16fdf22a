package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.screening.ResultView.Banner;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;

/** The verdict in a word, and the sentence that counts. */
record BannerWords(Assessment assessment, Edition edition, Words words) {

    Banner banner() {
        return new Banner(
                assessment.verdict(),
                words.say("verdict." + assessment.verdict()),
                sentence(),
                Stream.concat(assessment.notFor().stream().map(this::why), audienceOpen().stream())
                        .toList(),
                words.in(edition.title()),
                words.day(assessment.asOf()),
                closed());
    }

    /** An open question excludes nobody, but nobody should think that it was answered. */
    private Optional<String> audienceOpen() {
        List<String> open = edition.audience().stream()
                .filter(audience -> assessment.open().stream()
                        .anyMatch(question -> question.question().equals(audience.question())))
                .flatMap(audience -> edition.question(audience.question()).stream())
                .map(question -> words.in(question.label()))
                .toList();
        return open.isEmpty() || assessment.verdict() == Verdict.NOT_FOR_YOU
                ? Optional.empty()
                : Optional.of(words.say("why.audience.open", words.quoted(open)));
    }

    private String sentence() {
        long all = required().size();
        return switch (assessment.verdict()) {
            case NOT_FOR_YOU -> words.say("sentence.NOT_FOR_YOU");
            case NOT_YET -> notYet(all);
            case NEEDS_ANSWERS ->
                words.say(
                        "sentence.NEEDS_ANSWERS", count(all), count(required(State.MET)), count(required(State.OPEN)));
            case READY_WITH_SUPPORT, READY ->
                words.say("sentence." + assessment.verdict() + (all == 0 ? free() : ""), count(all));
        };
    }

    /** Of dropping out nothing is said where nothing is known of it. */
    private String free() {
        return assessment.findings().stream().anyMatch(finding -> finding.kind() == Kind.SIGNAL) ? ".free" : ".anybody";
    }

    /** Meeting what is unmet is enough only where nothing else is open. */
    private String notYet(long all) {
        long unmet = required(State.UNMET);
        long open = required(State.OPEN);
        return open == 0
                ? words.say("sentence.NOT_YET", count(all), count(unmet))
                : words.say("sentence.NOT_YET.open", count(all), count(unmet), count(open));
    }

    private String count(long number) {
        return words.say("count", number);
    }

    private List<FindingResult> required() {
        return assessment.findings().stream()
                .filter(finding -> finding.kind() == Kind.CRITERION && finding.required())
                .toList();
    }

    private long required(State state) {
        return required().stream().filter(finding -> finding.state() == state).count();
    }

    private String why(Exclusion exclusion) {
        return exclusion
                .criterion()
                .map(this::neverMet)
                .orElseGet(() -> outside(exclusion.question().orElse(""), exclusion));
    }

    private String neverMet(String criterion) {
        return assessment
                .finding(criterion)
                .map(finding -> words.say("why.criterion", words.in(finding.text())))
                .orElse("");
    }

    private String outside(String question, Exclusion exclusion) {
        List<String> allowed = edition.question(question).map(asked -> asked.options()).orElse(List.of()).stream()
                .filter(option -> exclusion.allowed().contains(option.id()))
                .map(Option::label)
                .map(words::in)
                .toList();
        String label =
                edition.question(question).map(asked -> words.in(asked.label())).orElse(question);
        String answer = new ValueWords(words).answer(exclusion.answer(), edition.question(question));
        return words.say("why.audience", label, words.quoted(allowed), answer);
    }

    private Optional<String> closed() {
        if (!assessment.closed()) {
            return Optional.empty();
        }
        boolean early =
                edition.window().from().filter(assessment.asOf()::isBefore).isPresent();
        return Optional.of(words.say(early ? "closed.early" : "closed.over"));
    }
}
