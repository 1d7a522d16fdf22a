package jp.readiness.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Verdict;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Comparison;
import jp.readiness.screening.ResultView.AimView;
import jp.readiness.screening.ResultView.ChangeLine;
import jp.readiness.screening.ResultView.ChangedAnswer;
import jp.readiness.screening.ResultView.ChangesView;
import jp.readiness.screening.ResultView.Effect;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;

/** Says what to change: the new answers beside those of now, and the verdict and the risk before and after. */
record ChangeWords(Assessment assessment, Edition edition, Answers answers, Words words) {

    ChangesView changes() {
        return new ChangesView(ready(), lower());
    }

    private AimView ready() {
        List<ChangeLine> lines = lines(change -> change.aims().contains(Aim.READY));
        boolean open = assessment.changes().stream().anyMatch(ChangeWords::leavesOpen);
        // whoever the programme is not for has been told that already
        boolean told = assessment.verdict() == Verdict.NOT_FOR_YOU;
        return new AimView(
                title(open ? "ready.open" : "ready", lines),
                lines,
                note("ready", assessment.changeSearch().ready()).filter(note -> !told));
    }

    /** What makes ready and lowers the risk as well is said once. */
    private AimView lower() {
        List<ChangeLine> lines = lines(change -> !change.aims().contains(Aim.READY));
        return new AimView(
                title("lower", lines),
                lines,
                note("lower", assessment.changeSearch().lowerRisk()));
    }

    private Optional<String> note(String key, Search search) {
        return switch (search) {
            case NOTHING_HELPS -> Optional.of(words.say("changes.none." + key));
            case STOPPED -> Optional.of(words.say("changes.stopped"));
            case FOUND, NOT_NEEDED -> Optional.empty();
        };
    }

    private static boolean leavesOpen(Change change) {
        return change.aims().contains(Aim.READY) && change.verdict() == Verdict.NEEDS_ANSWERS;
    }

    private String title(String key, List<ChangeLine> lines) {
        return words.say("changes." + key + (lines.size() > 1 ? ".any" : ""));
    }

    private List<ChangeLine> lines(Predicate<Change> wanted) {
        return assessment.changes().stream().filter(wanted).map(this::line).toList();
    }

    ChangeLine line(Change change) {
        return new ChangeLine(
                ChangeKey.of(change),
                change.set().entrySet().stream().map(this::changed).toList(),
                effect("verdict.", assessment.verdict(), change.verdict()),
                effect("band.", assessment.risk().overall().band(), change.riskBand()));
    }

    private Optional<Effect> effect(String key, Enum<?> now, Enum<?> then) {
        return now == then ? Optional.empty() : Optional.of(new Effect(words.say(key + now), words.say(key + then)));
    }

    private ChangedAnswer changed(Map.Entry<String, Object> set) {
        Question question = edition.question(set.getKey()).orElseThrow();
        String to = bound(question, set.getValue())
                .orElseGet(() -> new ValueWords(words).value(set.getValue(), Optional.of(question)));
        return new ChangedAnswer(words.in(question.label()), now(question), to);
    }

    private String now(Question question) {
        return answers.get(question.id())
                .map(answer -> new ValueWords(words).value(AnswerReader.value(answer), Optional.of(question)))
                .orElse("");
    }

    /** 「2名以上」 where the new number is just what a condition asks for: more would do as well. */
    private Optional<String> bound(Question question, Object value) {
        return assessment.findings().stream()
                .flatMap(finding -> finding.because().stream()
                        .filter(comparison -> comparison.expression().equals(question.id()))
                        .filter(comparison -> isStrict(comparison)
                                && comparison.threshold().filter(value::equals).isPresent())
                        .flatMap(comparison -> wanted(comparison, finding).stream()))
                .findFirst();
    }

    private static boolean isStrict(Comparison comparison) {
        return comparison.operator().equals("<") || comparison.operator().equals(">");
    }

    private Optional<String> wanted(Comparison comparison, FindingResult finding) {
        return new ComparisonWords(edition, words).wanted(comparison, finding.kind());
    }
}
