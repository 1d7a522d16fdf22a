package jp.readiness.run;

import java.util.OptionalLong;

/**
 * How a run is getting on.
 *
 * @param running whether it is being judged; else others come first
 * @param rows judged or rejected so far
 * @param percent of the file that has been read
 * @param perSecond rows, since it was begun or went on
 * @param secondsLeft unknown at the beginning
 * @param finishing whether all rows are judged and the files are being put in place
 */
public record RunProgress(
        boolean running,
        long rows,
        long rejected,
        int percent,
        long perSecond,
        OptionalLong secondsLeft,
        boolean finishing) {

    static final RunProgress WAITING = new RunProgress(false, 0, 0, 0, 0, OptionalLong.empty(), false);
}
