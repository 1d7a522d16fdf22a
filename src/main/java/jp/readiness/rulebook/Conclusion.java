package jp.readiness.rulebook;

import java.util.Optional;

/**
 * What a rule says when it fires.
 *
 * @param finding its id
 * @param amount of a grant; else empty
 */
public record Conclusion(String finding, Optional<Quantity> amount) {}
