package jp.readiness.trackrecord;

/**
 * How those fared who showed a sign of dropping out, or something that protects.
 *
 * @param id of the finding
 * @param with of those with it, how many left; the share only if there are enough
 * @param lift how many times as often those with it left; below 1 for what protects
 */
public record FindingRecord(
        String id, boolean isStrength, Tally with, Tally without, Conclusion<Lift> lift, Conclusion<Weight> weight) {}
