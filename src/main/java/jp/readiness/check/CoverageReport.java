package jp.readiness.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.check.Coverage.State;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleComparison;

/**
 * What the scenarios of an edition try and what they do not, as YAML to paste at the end of its {@code scenarios.yaml}:
 * the findings as comments, then a scenario for everything that is missing.
 */
public final class CoverageReport {

    private final Coverage coverage;
    private final Edition edition;
    private final Locale locale;
    private final List<String> lines = new ArrayList<>();

    private CoverageReport(Coverage coverage, Locale locale) {
        this.coverage = coverage;
        this.edition = coverage.space().edition();
        this.locale = locale;
    }

    /** @param locale of the words; names of rules and questions are as their author wrote them */
    public static List<String> lines(Adviser adviser, Locale locale) {
        return lines(Coverage.of(adviser.ruleBook()), new AdvisedExample(adviser), locale);
    }

    /** The same for a match. */
    public static List<String> lines(Matcher matcher, Locale locale) {
        return lines(Coverage.of(matcher.ruleBook()), new MatchedExample(matcher), locale);
    }

    private static List<String> lines(Coverage coverage, ProposedScenarios.Example example, Locale locale) {
        CoverageReport report = new CoverageReport(coverage, locale);
        report.total();
        for (int rule = 0; rule < coverage.space().size(); rule++) {
            report.rule(rule);
        }
        report.lines.addAll(new ProposedScenarios(coverage, example, locale).lines());
        return report.lines;
    }

    private void total() {
        long tried = coverage.count(State.TRIED);
        long missing = coverage.count(State.MISSING);
        comment(new Text("%s: 確かめた側 %d、足りない側 %d", "%s: %d sides tried, %d missing"), edition.name(), tried, missing);
    }

    private void rule(int index) {
        Rule rule = coverage.space().rule(index);
        int[] outcomes = coverage.outcomes(index);
        comment(
                new Text("%s %s: 当てはまる例 %d、当てはまらない例 %d、未回答で決まらない例 %d", "%s %s: fires %d, does not %d, open %d"),
                rule.place(),
                rule.name(),
                outcomes[0],
                outcomes[1],
                outcomes[2]);
        List<RuleComparison> comparisons = coverage.space().parts(index).comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            lines.add("#   " + comparisons.get(i).text());
            sides(index, i);
        }
    }

    private void sides(int rule, int comparison) {
        coverage.states().forEach((side, state) -> {
            if (side.rule() == rule && side.comparison() == comparison) {
                lines.add("#     " + mark(state).in(locale) + side.label().in(locale));
            }
        });
    }

    private static Text mark(State state) {
        return switch (state) {
            case TRIED -> new Text("済    ", "tried    ");
            case MISSING -> new Text("未    ", "MISSING  ");
            case WITHOUT_EXAMPLE -> new Text("例なし ", "no case  ");
        };
    }

    private void comment(Text words, Object... values) {
        lines.add("# " + words.in(locale).formatted(values));
    }
}
