package jp.readiness.rulebook;

import java.util.List;

/** A place in a list of tokens, for readers that go through it once. */
final class TokenCursor {

    private final SourceText source;
    private final List<Token> tokens;
    private int at;
    private boolean gaveUp;

    /** @param tokens at least one */
    TokenCursor(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** The token here, or the last one at the end. */
    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token last() {
        return tokens.get(Math.max(at - 1, 0));
    }

    boolean at(String text) {
        return ahead(0, text);
    }

    /** Whether that text comes so many tokens later. */
    boolean ahead(int distance, String text) {
        return at + distance < tokens.size() && tokens.get(at + distance).is(text);
    }

    /** The text so many tokens later; empty beyond the end. */
    String textAhead(int distance) {
        return at + distance < tokens.size() ? tokens.get(at + distance).text() : "";
    }

    Token take() {
        return tokens.get(at++);
    }

    boolean takeIf(String text) {
        boolean here = at(text);
        at += here ? 1 : 0;
        return here;
    }

    /** Leaves the rest unread, after something that cannot be understood. */
    void giveUp() {
        at = tokens.size();
        gaveUp = true;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    int index() {
        return at;
    }

    int offsetOf(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1)).start();
    }

    /** What the author wrote from a token up to here. */
    String textSince(int index) {
        return at <= index ? "" : source.between(tokens.get(index).start(), last().end());
    }
}
