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
        Optional<CountsView> counts,
        List<RuleView> rules,
        List<ParameterView> parameters) {

    /**
     * Who was looked at to say how often rules fire.
     *
     * @param invented whether all of them are made up
     * @param all whether no cohort was left out
     */
    record CountsView(int cohorts, int applicants, int known, boolean invented, boolean all) {}

    /**
     * One rule.
     *
     * @param sentence in the language of the page
     * @param other in the other language
     * @param source the author's text
     * @param change by which it got this text
     * @param counts how often it fires among past applicants and how it ended for them, in sentences
     */
    record RuleView(
            int number,
            String name,
            String sentence,
            String other,
            List<Line> source,
            Optional<RuleChanges.Change> change,
            List<String> counts,
            List<FindingView> findings) {}

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
