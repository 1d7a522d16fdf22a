package jp.readiness.trackrecord;

/**
 * From how many on something is concluded. Below, nothing is said but how many there are: a rate of 5 firms invites
 * conclusions that the next 5 overturn.
 */
public final class Thresholds {

    /**
     * Outcomes altogether. With 20, of which half left, the interval for the share who left runs from 30 % to 70 %: wide,
     * yet narrow enough to tell a low risk (below a fifth or so) from a high one (half and more). With fewer it does not
     * even do that.
     */
    public static final int OUTCOMES = 20;

    /**
     * In a group of which a rate is given (a band, a step, with a sign, without it, those called high), and leavers for
     * anything about who leaves. With 4 the interval of a rate spans at least 49 points whatever was seen, so that it
     * excludes next to nothing.
     */
    public static final int GROUP = 5;

    /**
     * With the finding, and without it, for a suggested weight. What was shipped counts as much as
     * {@link #PRIOR} outcomes; fewer than half as many would hardly move it.
     */
    public static final int WEIGHT = 10;

    /** How many outcomes the shipped weight is worth against those observed: see {@link NoisyOr}. */
    static final double PRIOR = 20;

    /** Of all intervals. */
    static final double CONFIDENCE = 0.95;

    private Thresholds() {}
}
