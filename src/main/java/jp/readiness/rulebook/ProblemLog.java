package jp.readiness.rulebook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Problem;

/** Collects the problems of one text, each at its place. */
final class ProblemLog {

    private static final int MOST = 500;

    private final SourceText source;
    private final Set<Problem> problems = new TreeSet<>(); // sorted, and the same problem once
    private final TreeSet<Integer> errorOffsets = new TreeSet<>();

    ProblemLog(SourceText source) {
        this.source = source;
    }

    /** Adds a problem; beyond the 500th they help nobody and are dropped. */
    void add(int offset, Complaint complaint) {
        if (isFull()) {
            return;
        }
        Problem problem = complaint.at(source.place(offset));
        problems.add(problem);
        if (problem.isError()) {
            errorOffsets.add(offset);
        }
    }

    void add(Token token, Complaint complaint) {
        add(token.start(), complaint);
    }

    /** Whether looking for more is in vain. */
    boolean isFull() {
        return problems.size() >= MOST;
    }

    boolean hasErrors() {
        return !errorOffsets.isEmpty();
    }

    /** Whether something is wrong in a stretch of the text. */
    boolean hasErrorBetween(int from, int to) {
        return !errorOffsets.subSet(from, to).isEmpty();
    }

    List<Problem> sorted() {
        return List.copyOf(problems);
    }
}
