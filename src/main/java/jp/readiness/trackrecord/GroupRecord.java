package jp.readiness.trackrecord;

/**
 * Predicted against observed for a group of applicants.
 *
 * @param group name of the band, of the verdict, or id of the step
 * @param predicted mean of the probabilities predicted; 0 for nobody
 * @param observed who left; for a step, of those who entered it
 */
public record GroupRecord(String group, double predicted, Tally observed) {}
