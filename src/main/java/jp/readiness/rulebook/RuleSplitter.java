package jp.readiness.rulebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import jp.readiness.programme.Suggestion;
import jp.readiness.rulebook.Token.Kind;

/**
 * Cuts a text into its rules, so that what is wrong in one does not hide what is wrong in the next: Drools' parser gives
 * nothing at all for a text with any syntax error.
 *
 * <pre>
 * text := rule*
 * rule := "rule" name "when" condition "then" consequence "end"
 * </pre>
 */
final class RuleSplitter {

    private static final int DEEPEST = 50;

    private static final Set<String> KEYWORDS = Set.of("rule", "when", "then", "end");

    /** What plain DRL may hold beside rules. */
    private static final Set<String> DECLARATIONS = Set.of(
            "package",
            "import",
            "global",
            "function",
            "declare",
            "query",
            "unit",
            "dialect",
            "enum",
            "salience",
            "agenda-group",
            "no-loop",
            "expander",
            "template",
            "static",
            "class",
            "public");

    private final SourceText source;
    private final ProblemLog problems;
    private final List<Token> tokens;
    private final List<RuleText> rules = new ArrayList<>();
    private int at;

    private RuleSplitter(SourceText source, ProblemLog problems) {
        this.source = source;
        this.problems = problems;
        this.tokens = Scanner.scan(source.text(), problems);
    }

    /** The rules that have all their parts, those that a stray character spoils left out; problems go to the log. */
    static List<RuleText> split(SourceText source, ProblemLog problems) {
        RuleSplitter splitter = new RuleSplitter(source, problems);
        while (splitter.at < splitter.tokens.size() && !problems.isFull()) {
            splitter.next();
        }
        return splitter.rules;
    }

    private void next() {
        int from = at;
        if (tokens.get(at).is("rule")) {
            at = indexOf(from + 1, "end", "rule");
            rule(from, tokens.subList(from, at));
            at += at < tokens.size() && tokens.get(at).is("end") ? 1 : 0;
        } else {
            at = indexOf(from, "rule", "rule");
            outside(from, at);
        }
    }

    /** Index of the next of two words; the end of the text if there is none. */
    private int indexOf(int from, String word, String other) {
        int index = from;
        while (index < tokens.size()
                && !tokens.get(index).is(word)
                && !tokens.get(index).is(other)) {
            index++;
        }
        return index;
    }

    /** What stands outside rules is said once for every stretch, and again at each declaration that begins a line. */
    private void outside(int from, int to) {
        for (int i = from; i < to && !problems.isFull(); i++) {
            Token token = tokens.get(i);
            boolean declares = DECLARATIONS.contains(token.text()) && beginsLine(i);
            if (i == from || declares) {
                problems.add(
                        token,
                        declares ? TextComplaints.onlyRules(token.text()) : TextComplaints.outsideRule(token.text()));
            }
        }
    }

    private boolean beginsLine(int index) {
        return index == 0
                || source.place(tokens.get(index - 1).start()).line()
                        < source.place(tokens.get(index).start()).line();
    }

    /** @param parts from the word {@code rule}, which has that index, to before {@code end} */
    private void rule(int index, List<Token> parts) {
        if (!isSound(parts)) {
            return;
        }
        Token start = parts.get(0);
        int when = indexIn(parts, "when", 1);
        int then = indexIn(parts, "then", Math.max(when, 1));
        boolean ended = at < tokens.size() && tokens.get(at).is("end");
        if (parts.size() < 2 || parts.get(1).kind() == Kind.SIGN || when == 1 || then == 1) {
            problems.add(start, TextComplaints.noRuleName());
        } else if (when < 0 || then < 0 || !ended) {
            missing(index, parts, when < 0 ? "when" : then < 0 ? "then" : "end");
        } else {
            rules.add(new RuleText(
                    start,
                    parts.get(1),
                    parts.subList(2, when),
                    parts.get(when),
                    parts.get(then),
                    parts.subList(when + 1, then),
                    parts.subList(then + 1, parts.size())));
        }
    }

    private static int indexIn(List<Token> parts, String word, int from) {
        for (int i = from; i < parts.size(); i++) {
            if (parts.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /** A missing word is often there, but misspelt; then it begins its line. */
    private void missing(int index, List<Token> parts, String word) {
        for (int i = 2; i < parts.size(); i++) {
            Token token = parts.get(i);
            boolean close = !KEYWORDS.contains(token.text())
                    && Suggestion.closest(token.text(), Set.of(word)).isPresent();
            if (close && token.kind() == Kind.WORD && beginsLine(index + i)) {
                problems.add(token, TextComplaints.misspelt(token.text(), word));
                return;
            }
        }
        problems.add(parts.get(0), TextComplaints.partMissing(parts.get(1).text(), word));
    }

    /** Whether the scanner found nothing in a rule, there is no full-width sign, and every bracket has its partner. */
    private boolean isSound(List<Token> parts) {
        int from = parts.get(0).start();
        int to = at < tokens.size() ? tokens.get(at).start() : source.text().length();
        for (Token token : parts) {
            FullWidth.plain(token.text().codePointAt(0))
                    .ifPresent(plain -> problems.add(token, TextComplaints.fullWidth(token.text(), plain)));
        }
        if (problems.hasErrorBetween(from, to)) {
            return false;
        }
        return bracketsMatch(parts);
    }

    private boolean bracketsMatch(List<Token> parts) {
        Deque<Token> open = new ArrayDeque<>();
        boolean match = true;
        for (Token token : parts) {
            if (token.is("(")) {
                open.push(token);
            } else if (token.is(")") && open.pollFirst() == null) {
                problems.add(token, TextComplaints.bracketNotOpened());
                match = false;
            } else if (token.is("then") && !open.isEmpty()) {
                break; // what is open before "then" is never closed after it
            }
            if (open.size() > DEEPEST) {
                problems.add(token, TextComplaints.tooDeep(DEEPEST));
                return false;
            }
        }
        open.forEach(token -> problems.add(token, TextComplaints.bracketNotClosed()));
        return match && open.isEmpty();
    }
}
