package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.RuleState;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.Comparison;
import jp.readiness.screening.ResultView.Mark;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.Words;

/** Says of a rule whether it fired and why or why not, for staff: each condition, with the answer beside it. */
record RuleWords(Edition edition, Words words) {

    /**
     * A rule held against a sheet.
     *
     * @param mark its picture
     * @param word its state
     * @param concludes names of the findings
     */
    record RuleLine(String name, Mark mark, String word, String concludes, List<ConditionLine> conditions) {}

    /**
     * One of its conditions.
     *
     * @param word whether it holds
     * @param condition as the rule has it; empty where it cannot be said while the threshold is open
     */
    record ConditionLine(Mark mark, String word, String label, String answer, Optional<String> condition) {}

    RuleLine rule(RuleState rule) {
        Mark mark = mark(rule.state());
        return new RuleLine(
                rule.rule(),
                mark,
                words.say("rule." + rule.state()),
                words.listed(rule.concludes().stream()
                        .flatMap(id -> edition.finding(id).stream())
                        .map(finding -> words.in(finding.words().title()))
                        .toList()),
                rule.conditions().stream().map(this::condition).toList());
    }

    private ConditionLine condition(Comparison comparison) {
        ComparisonWords comparisons = new ComparisonWords(edition, words);
        Evidence evidence = comparisons.evidence(comparison, Kind.SIGNAL);
        Mark mark =
                comparison.holds().map(holds -> holds ? Mark.MET : Mark.UNMET).orElse(Mark.OPEN);
        return new ConditionLine(
                mark,
                words.say("rule.condition." + mark),
                evidence.label(),
                evidence.answer(),
                comparisons.asWritten(comparison));
    }

    private static Mark mark(State state) {
        return switch (state) {
            case FIRED -> Mark.OTHER;
            case OPEN -> Mark.OPEN;
            default -> Mark.NOT_FIRED;
        };
    }
}
