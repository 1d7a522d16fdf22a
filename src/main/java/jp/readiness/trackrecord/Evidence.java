package jp.readiness.trackrecord;

import java.util.List;

/**
 * What enough outcomes show.
 *
 * @param dropout share who left
 * @param bands LOW, MEDIUM, HIGH
 * @param steps in the edition's order; who left at an unknown step is in none
 * @param verdicts in the order of {@link jp.readiness.advice.Verdict}, those that occur
 * @param precision of those called high, the share who left
 * @param recall of those who left, the share called high
 */
public record Evidence(
        Rate dropout,
        List<GroupRecord> bands,
        List<GroupRecord> steps,
        List<GroupRecord> verdicts,
        Conclusion<Rate> precision,
        Conclusion<Rate> recall,
        Brier brier,
        List<FindingRecord> findings) {
    public Evidence {
        bands = List.copyOf(bands);
        steps = List.copyOf(steps);
        verdicts = List.copyOf(verdicts);
        findings = List.copyOf(findings);
    }
}
