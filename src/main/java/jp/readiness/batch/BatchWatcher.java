package jp.readiness.batch;

import java.util.List;
import jp.readiness.programme.Text;

/** Hears how a run is getting on, on the thread that it runs on. */
public interface BatchWatcher {

    /** For those who only want the result. */
    BatchWatcher NONE = new BatchWatcher() {};

    /**
     * The input was opened and its columns are known.
     *
     * @param notes what one should know before the results: columns that are not read, questions that have none
     * @param resumed rows that an earlier run, which was cut short, has judged already
     */
    default void opened(List<Text> notes, long resumed) {}

    /**
     * @param rows judged or rejected so far
     * @param rejected of them
     * @param fraction of the input that has been read, 0 to 1
     */
    default void progressed(long rows, long rejected, double fraction) {}

    /** All rows are judged and the files are being put in place, which takes a while for workbooks. */
    default void finishing() {}
}
