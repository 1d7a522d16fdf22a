package jp.readiness.trackrecord;

import jp.readiness.trackrecord.Conclusion.Shortage;

/** How many of a group left. */
public record Tally(int left, int cases) {

    /** The share who left, if the group is large enough for one. */
    public Conclusion<Rate> rate() {
        return Conclusion.of(Shortage.GROUP, cases, Thresholds.GROUP, () -> Rate.of(left, cases));
    }
}
