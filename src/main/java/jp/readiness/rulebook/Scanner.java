package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.readiness.rulebook.Token.Kind;

/**
 * Cuts the author's text into tokens and finds what spoils a text before its meaning matters: quotes and comments that
 * never end, characters that one cannot see.
 */
final class Scanner {

    /** Signs of more than one character, the longer first. */
    private static final List<String> SIGNS = List.of(
            ">>>=", "===", "!==", ">>>", "<<=", ">>=", "...", "&&", "||", "==", "!=", "<=", ">=", "=<", "=>", "<>",
            "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", ":=", "->", "::", "!.", "<<", ">>", "?/");

    private static final Set<Integer> BREAKS_UNSEEN = Set.of(0x85, 0x2028, 0x2029, 0xFEFF);

    private final String text;
    private final ProblemLog problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Scanner(String text, ProblemLog problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The tokens of a text; what spoils it goes to the log. */
    static List<Token> scan(String text, ProblemLog problems) {
        Scanner scanner = new Scanner(text, problems);
        scanner.findUnseen();
        scanner.at = text.startsWith("\uFEFF") ? 1 : 0; // an editor's byte order mark
        while (scanner.at < text.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    private void findUnseen() {
        for (int i = 0; i < text.length() && !problems.isFull(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isUnseen(c) && !(i == 0 && c == 0xFEFF)) {
                problems.add(i, TextComplaints.unseenCharacter(c));
            } else if (text.startsWith("\\u", i)) {
                problems.add(i, TextComplaints.unicodeEscape());
            }
        }
    }

    /** Control characters, half of a character, and marks that turn the direction of writing. */
    private static boolean isUnseen(int c) {
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        int type = Character.getType(c);
        return !blank && (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE)
                || BREAKS_UNSEEN.contains(c);
    }

    private void next() {
        int c = text.codePointAt(at);
        if (Character.isWhitespace(c) && c != 0x3000) {
            at++;
        } else if (text.startsWith("//", at)) {
            at = lineEnd();
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (FullWidth.plain(c).isPresent()) {
            add(Kind.SIGN, at + 1);
        } else if (Character.isDigit(c)) {
            word(Kind.NUMBER);
        } else if (isWordPart(c)) {
            word(Kind.WORD);
        } else {
            sign(c);
        }
    }

    private int lineEnd() {
        int end = at;
        while (!breaks(end)) {
            end++;
        }
        return end;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problems.add(at, TextComplaints.commentNotClosed());
        }
        at = end < 0 ? text.length() : end + 2;
    }

    private void quoted(int quote) {
        int end = at + 1;
        while (!breaks(end) && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' && !breaks(end + 1) ? 2 : 1;
        }
        if (breaks(end)) {
            problems.add(at, TextComplaints.quoteNotClosed());
            at = end;
        } else {
            add(Kind.QUOTED, end + 1);
        }
    }

    /** Whether the line ends there. */
    private boolean breaks(int index) {
        return index >= text.length() || text.charAt(index) == '\n' || text.charAt(index) == '\r';
    }

    private void word(Kind kind) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean point = c == '.'
                    && kind == Kind.NUMBER
                    && end + 1 < text.length()
                    && Character.isDigit(text.charAt(end + 1));
            if (!point && !isWordPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        add(kind, end);
    }

    private static boolean isWordPart(int c) {
        return c == '$' || c == '_' || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private void sign(int c) {
        String found = SIGNS.stream()
                .filter(sign -> text.startsWith(sign, at))
                .findFirst()
                .orElse(Character.toString(c));
        add(Kind.SIGN, at + found.length());
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at));
        at = end;
    }
}
