package jp.readiness.table;

import jp.readiness.programme.Text;

/** A file that cannot be read or written as a table, in words for whoever gave it. */
public final class TableProblem extends RuntimeException {

    private final transient Text text;

    TableProblem(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** What is wrong, where, and what to do. */
    public Text text() {
        return text;
    }
}
