package jp.readiness.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/** How much a draft may hold, so that checking it takes bounded time and memory: found before anything is compiled. */
final class DraftLimits {

    /** Twenty times as many as the largest programme that is shipped. */
    static final int MOST_RULES = 1_000;

    static final int MOST_SCENARIOS = 1_000;

    private static final String TOO_MANY = "TOO_MANY";

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule\\b");

    private DraftLimits() {}

    static void complain(Edition edition, List<Problem> problems) {
        Matcher rule = RULE.matcher(edition.rules());
        for (int rules = 1; rule.find(); rules++) {
            if (rules > MOST_RULES) {
                int line = (int) edition.rules()
                                .substring(0, rule.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                problems.add(tooMany(new Place(edition.rulesFile(), line, 1), "決まり", "rules", MOST_RULES));
                break;
            }
        }
        if (edition.scenarios().size() > MOST_SCENARIOS) {
            problems.add(tooMany(edition.scenarios().get(MOST_SCENARIOS).place(), "例", "scenarios", MOST_SCENARIOS));
        }
    }

    static boolean isOver(Problem problem) {
        return problem.code().equals(TOO_MANY);
    }

    private static Problem tooMany(Place place, String ja, String en, int most) {
        return Problem.error(
                place,
                TOO_MANY,
                new Text(
                        "%sが多すぎます。%,d個までにしてください。".formatted(ja, most),
                        "There are too many %s (at most %,d).".formatted(en, most)),
                new Text("いらないものを消すか、年度版を分けてください。", "Delete what is not needed, or part the edition."));
    }
}
