package jp.readiness.workbench;

import java.time.Instant;

/**
 * One file of a draft.
 *
 * @param revision counts changes: who saves names the one they read, so that nobody's text is overwritten unseen
 * @param changedBy id of a staff account, or "system"
 */
record DraftFile(String name, String text, long revision, String changedBy, Instant changedAt) {

    static final String RULES = "rules.drl";
    static final String PROGRAMME = "programme.yaml";
    static final String SCENARIOS = "scenarios.yaml";
    static final String EXAMPLES = "examples.yaml";
    static final String SHARED = "questions.yaml";

    /** Two million characters of rules help nobody; 256 Ki are ten times the longest file that is shipped. */
    static final int LONGEST = 256 * 1024;
}
