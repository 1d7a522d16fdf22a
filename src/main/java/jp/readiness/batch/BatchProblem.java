package jp.readiness.batch;

import java.util.List;
import jp.readiness.programme.Text;
import jp.readiness.table.TableProblem;

/** A run that cannot be done, in words for whoever asked for it. Nothing of it is left behind. */
public final class BatchProblem extends RuntimeException {

    private final transient List<Text> texts;

    BatchProblem(List<Text> texts) {
        super(texts.get(0).en());
        this.texts = List.copyOf(texts);
    }

    static BatchProblem of(TableProblem problem) {
        return new BatchProblem(List.of(problem.text()));
    }

    /** What is wrong, each in a sentence or two; one at least. */
    public List<Text> texts() {
        return texts;
    }
}
