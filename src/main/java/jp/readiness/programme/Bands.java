package jp.readiness.programme;

import java.math.BigDecimal;

/**
 * The risk bands of an edition: below {@code medium} is LOW, from {@code medium} on MEDIUM, from {@code high} on HIGH;
 * compared with the unrounded probability.
 */
public record Bands(BigDecimal medium, BigDecimal high) {}
