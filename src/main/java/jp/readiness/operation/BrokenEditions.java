package jp.readiness.operation;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.readiness.library.Library;
import jp.readiness.programme.Problem;

/** Which files of the rules folder keep something from going live. */
final class BrokenEditions {

    private BrokenEditions() {}

    /** {@code programme/edition} where the file stands in one, else the file, such as {@code questions.yaml}. */
    static Set<String> of(Library library) {
        return library.problems().stream()
                .filter(Problem::isError)
                .map(problem -> edition(problem.place().file()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String edition(String file) {
        int end = file.lastIndexOf('/');
        return end < 0 ? file : file.substring(0, end);
    }
}
