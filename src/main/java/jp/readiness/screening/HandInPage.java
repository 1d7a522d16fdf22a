package jp.readiness.screening;

import java.util.List;
import jp.readiness.programme.Edition;
import jp.readiness.retention.Retention;

/**
 * The page on which a sheet is handed in: what was typed, and what is wrong with it.
 *
 * @param closed whether applications are not accepted today
 * @param term how long names and contact will be kept
 */
record HandInPage(
        Edition edition,
        SheetLinks links,
        HandInForm form,
        List<HandInForm.Problem> problems,
        boolean closed,
        Retention.Term term) {

    /** Whether something is wrong with the field. */
    public boolean bad(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }
}
