package jp.readiness.rulebook;

import java.util.List;

/**
 * Where the parts of one rule lie in the author's text.
 *
 * @param start the word {@code rule}
 * @param name as written, quotes included
 * @param header what stands between the name and {@code when}; nothing may
 * @param when the word {@code when}
 * @param then the word {@code then}
 * @param condition the tokens between {@code when} and {@code then}
 * @param consequence the tokens between {@code then} and {@code end}
 */
record RuleText(
        Token start,
        Token name,
        List<Token> header,
        Token when,
        Token then,
        List<Token> condition,
        List<Token> consequence) {}
