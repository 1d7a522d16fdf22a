package jp.readiness.trackrecord;

/** On how many outcomes of applicants who exist the predictions of an edition have been held against what happened. */
public interface Calibration {

    /** Where nobody knows outcomes, as on the command line. */
    Calibration NONE = (programme, edition) -> 0;

    /** @return 0 while there are fewer than {@link Thresholds#OUTCOMES} */
    int outcomes(String programme, String edition);
}
