package jp.readiness.programme;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses which known name somebody meant: {@code lable} is close to {@code label}. */
public final class Suggestion {

    private static final int LONGEST = 64;

    private static final Pattern MEANT = Pattern.compile("Maybe you meant `([^`]+)`");

    private Suggestion() {}

    /** The hint "Maybe you meant …"; {@link Text#NONE} if no known name is close. */
    public static Text maybe(String typed, Collection<String> known) {
        return closest(typed, known)
                .map(name -> new Text("もしかして「" + name + "」ですか。", "Maybe you meant `" + name + "`."))
                .orElse(Text.NONE);
    }

    /** What the hint of a problem proposes, if it proposes something: the way back from {@link #maybe}. */
    public static Optional<String> meant(Text hint) {
        Matcher proposed = MEANT.matcher(hint.en());
        return proposed.find() ? Optional.of(proposed.group(1)) : Optional.empty();
    }

    /** The known name closest to what was typed, if at most one letter in three differs; the first of equals. */
    public static Optional<String> closest(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = folded(typed);
        int allowed = Math.max(1, wanted.length() / 3);
        return known.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> distance(wanted, folded(name)) <= Math.min(allowed, wanted.length() - 1))
                .min(Comparator.comparingInt(name -> distance(wanted, folded(name))));
    }

    /** Case, width and separators are what people mistype most, so they cost nothing. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "");
    }

    /** Letters to add, drop, replace or swap with their neighbour to get from one name to the other. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (isSwap(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
