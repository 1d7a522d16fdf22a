package jp.readiness.folder;

import java.util.ArrayList;
import java.util.List;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/** Collects what is wrong, so that reading goes on and finds the rest. */
final class Problems {

    /** More than anybody reads in one go; a file of a mebibyte can hold a hundred thousand. */
    private static final int MOST = 1000;

    private static final Text TOO_MANY =
            new Text("誤りが多いため、ここから先は表示しません。", "There are so many problems that the others are not shown.");

    private final List<Problem> all = new ArrayList<>();
    private int errors;

    void error(Place place, String code, Text message) {
        error(place, code, message, Text.NONE);
    }

    void error(Place place, String code, Text message, Text hint) {
        add(Problem.error(place, code, message, hint));
        errors++;
    }

    void warning(Place place, String code, Text message, Text hint) {
        add(Problem.warning(place, code, message, hint));
    }

    private void add(Problem problem) {
        if (all.size() < MOST) {
            all.add(problem);
        } else if (all.size() == MOST) {
            all.add(Problem.error(problem.place(), "TOO_MANY_PROBLEMS", TOO_MANY, Text.NONE));
        }
    }

    /** How many errors so far: what was read between two equal counts is sound. */
    int errors() {
        return errors;
    }

    List<Problem> all() {
        return List.copyOf(all);
    }
}
