package jp.readiness.workbench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Suggestion;

/**
 * One word put in the place of another, as the hint of a problem proposes: {@code particpants} → {@code participants}.
 *
 * @param column where what is replaced begins, in characters (code points) from 1
 * @param length of what is replaced, in characters
 */
record QuickFix(int column, int length, String replacement) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$-]*(\\.[\\p{L}\\p{N}_]+)*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_$]+");
    private static final Pattern WITH_HYPHENS = Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$-]*");
    private static final Pattern WITH_POINTS = Pattern.compile("[\\p{L}\\p{N}_$]+(\\.[\\p{L}\\p{N}_]+)*");
    private static final Pattern SIGNS = Pattern.compile("[=<>!&|]+|and|or|[^\\p{L}\\p{N}\\s]");

    /** @param line the line of the problem, as it is written; empty if nothing on it can be replaced by one word */
    static Optional<QuickFix> of(Problem problem, String line) {
        return Suggestion.meant(problem.hint()).flatMap(meant -> of(meant, problem, line));
    }

    private static Optional<QuickFix> of(String meant, Problem problem, String line) {
        int column = problem.place().column();
        if (column < 1 || column > line.codePointCount(0, line.length())) {
            return Optional.empty();
        }
        int from = line.offsetByCodePoints(0, column - 1);
        if (line.charAt(from) == '"' || line.charAt(from) == '\'') {
            from++;
        }
        boolean quoted = from > 0 && "\"'".indexOf(line.charAt(from - 1)) >= 0;
        Matcher written = written(meant, quoted || problem.place().file().endsWith(".yaml"))
                .matcher(line)
                .region(from, line.length());
        return written.lookingAt() && !written.group().equals(meant)
                ? Optional.of(
                        new QuickFix(line.codePointCount(0, from) + 1, line.codePointCount(from, written.end()), meant))
                : Optional.empty();
    }

    private static Pattern written(String meant, boolean hyphens) {
        if (!NAME.matcher(meant).matches()) {
            return meant.codePoints().anyMatch(Character::isLetterOrDigit) ? Pattern.compile("(?!)") : SIGNS;
        }
        if (meant.contains(".")) {
            return WITH_POINTS;
        }
        return hyphens ? WITH_HYPHENS : PLAIN_NAME;
    }
}
