package jp.readiness.workbench;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What differs between two contents, file by file and line by line. */
record TextDifference(String file, List<Line> lines) {

    private static final int CONTEXT = 3;

    /** @param kind ADDED, REMOVED, SAME, or PLACE for a line that says where the next ones stand */
    record Line(Kind kind, String text) {}

    enum Kind {
        ADDED,
        REMOVED,
        SAME,
        PLACE
    }

    /** Files without a difference are left out. */
    static List<TextDifference> between(Map<String, String> before, Map<String, String> after) {
        List<TextDifference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            List<Line> lines = lines(before.getOrDefault(name, ""), after.getOrDefault(name, ""));
            if (!lines.isEmpty()) {
                differences.add(new TextDifference(name, lines));
            }
        }
        return differences;
    }

    static List<Line> lines(String before, String after) {
        List<String> from = before.lines().toList();
        List<String> to = after.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff("", "", from, DiffUtils.diff(from, to), CONTEXT).stream()
                .skip(2) // the names of the files
                .map(TextDifference::line)
                .toList();
    }

    private static Line line(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        return switch (first) {
            case '+' -> new Line(Kind.ADDED, line.substring(1));
            case '-' -> new Line(Kind.REMOVED, line.substring(1));
            case '@' -> new Line(Kind.PLACE, line);
            default -> new Line(Kind.SAME, line.isEmpty() ? "" : line.substring(1));
        };
    }
}
