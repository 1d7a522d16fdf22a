package jp.readiness.workbench;

import java.util.ArrayList;
import java.util.List;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;

/** The author's text of one rule, with the comment above it and the numbers of its lines. */
record RuleSource(List<Line> lines) {

    record Line(int number, String text) {
        private boolean isComment() {
            return text.strip().startsWith("//");
        }

        private boolean isBlank() {
            return text.isBlank();
        }
    }

    /** One for every rule, in their order. */
    static List<RuleSource> of(RuleBook ruleBook) {
        List<Line> text = lines(ruleBook.edition());
        List<Rule> rules = ruleBook.rules();
        List<RuleSource> sources = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int first = rules.get(i).place().line() - 1;
            int next = i + 1 < rules.size() ? rules.get(i + 1).place().line() - 1 : text.size();
            sources.add(new RuleSource(text.subList(beginning(text, first), ending(text, first, next))));
        }
        return sources;
    }

    /** Index of the comment's first line above the rule, or of the rule itself. */
    private static int beginning(List<Line> text, int first) {
        int begin = first;
        while (begin > 0 && text.get(begin - 1).isComment()) {
            begin--;
        }
        return begin;
    }

    /** Index behind the rule's last line: what is blank or comment before the next rule is not part of it. */
    private static int ending(List<Line> text, int first, int next) {
        int end = Math.max(next, first + 1);
        while (end > first + 1
                && (text.get(end - 1).isBlank() || text.get(end - 1).isComment())) {
            end--;
        }
        return end;
    }

    private static List<Line> lines(Edition edition) {
        List<Line> lines = new ArrayList<>();
        edition.rules().lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return lines;
    }
}
