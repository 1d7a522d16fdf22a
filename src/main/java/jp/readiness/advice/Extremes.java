package jp.readiness.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.readiness.advice.Elimination.Table;

/**
 * The ways to answer the open questions that a term of the risk rests on under which it takes most, or least.
 *
 * @param questions indexes
 * @param ways each a class for every one of the questions
 */
record Extremes(int[] questions, List<int[]> ways) {

    private static final int UNDECIDED = -1;
    private static final int MOST_TRIES = 500;

    /** Of a term that is the same under every completion. */
    static final Extremes ANY = new Extremes(new int[0], List.of(new int[0]));

    /** With all of them, finding out whether they meet would take longer than it saves. */
    private static final int MOST_WAYS = 32;

    static Extremes of(Table effects, double extreme) {
        List<Variable> variables = effects.combinations().variables();
        int[] questions = variables.stream().mapToInt(Variable::question).toArray();
        List<int[]> ways = new ArrayList<>();
        int[] digits = new int
                [1 + variables.stream().mapToInt(Variable::question).max().orElse(0)];
        effects.combinations().forEach(digits, number -> {
            if (effects.values()[number] == extreme && ways.size() < MOST_WAYS) {
                int[] way = new int[questions.length];
                for (int i = 0; i < way.length; i++) {
                    way[i] = digits[questions[i]];
                }
                ways.add(way);
            }
        });
        return new Extremes(questions, ways);
    }

    /**
     * Whether a completion was found that agrees with a way of each. Where none was found there may be one all the same: the
     * search is a short one.
     *
     * @param questions how many the edition has
     */
    static boolean meet(List<Extremes> all, int questions) {
        int[] decided = new int[questions];
        Arrays.fill(decided, UNDECIDED);
        return new Meeting(all, new Budget(MOST_TRIES)).from(0, decided);
    }

    private record Meeting(List<Extremes> all, Budget tries) {

        boolean from(int next, int[] decided) {
            if (next == all.size()) {
                return true;
            }
            Extremes one = all.get(next);
            for (int[] way : one.ways) {
                if (tries.take(1) && one.agrees(way, decided) && from(next + 1, one.decided(way, decided))) {
                    return true;
                }
            }
            return false;
        }
    }

    private int[] decided(int[] way, int[] before) {
        int[] decided = before.clone();
        for (int i = 0; i < way.length; i++) {
            decided[questions[i]] = way[i];
        }
        return decided;
    }

    private boolean agrees(int[] way, int[] decided) {
        for (int i = 0; i < way.length; i++) {
            int before = decided[questions[i]];
            if (before != UNDECIDED && before != way[i]) {
                return false;
            }
        }
        return true;
    }
}
