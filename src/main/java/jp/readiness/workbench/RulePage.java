package jp.readiness.workbench;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import jp.readiness.workbench.RuleSource.Line;

/** What the page of one edition shows. */
record RulePage(
        String programme,
        String edition,
        String title,
        String version,
        String days,
        boolean inForce,
        List<RuleView> rules,
        List<ParameterView> parameters) {

    /**
     * One rule.
     *
     * @param sentence in the language of the page
     * @param other in the other language
     * @param source the author's text
     */
    record RuleView(
            int number, String name, String sentence, String other, List<Line> source, List<FindingView> findings) {}

    /**
     * What a rule concludes.
     *
     * @param kind such as 必須条件
     * @param weight of a sign or strength, and at which step; empty for other kinds
     */
    record FindingView(
            String id, String kind, String title, String text, String advice, String weight, SourceView source) {}

    /** @param inferred whether we concluded it ourselves and the source does not say so */
    record SourceView(String title, String pointer, Optional<URI> link, boolean inferred) {}

    /** @param value with its unit, or the whole table */
    record ParameterView(
            String id, String label, String value, String confirmed, SourceView source, List<String> usedBy) {}
}
