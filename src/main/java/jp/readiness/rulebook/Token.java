package jp.readiness.rulebook;

import java.util.List;

/**
 * A word, number, quoted text or sign of the author's text, without the blanks and comments between.
 *
 * @param text as written, quotes included
 * @param start offset of its first char
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        SIGN
    }

    int end() {
        return start + text.length();
    }

    boolean is(String expected) {
        return text.equals(expected) && kind != Kind.QUOTED;
    }

    /** The tokens that lie in a stretch of the text. */
    static List<Token> between(List<Token> tokens, int from, int to) {
        return tokens.stream()
                .filter(token -> token.start >= from && token.end() <= to)
                .toList();
    }
}
