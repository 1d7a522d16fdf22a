package jp.readiness.trackrecord;

/** Where the true value lies in 95 of 100 such cases. Either end may be infinite. */
public record Interval(double low, double high) {

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
