package jp.readiness.batch;

import java.util.List;

/**
 * What came of a run.
 *
 * @param rows all of them
 * @param rejected of them
 * @param cancelled whether it was cancelled; then no file was written
 * @param firstProblems of the first rows that this run rejected, in order
 */
public record BatchResult(long rows, long rejected, boolean cancelled, List<CellProblem> firstProblems) {
    public BatchResult {
        firstProblems = List.copyOf(firstProblems);
    }
}
