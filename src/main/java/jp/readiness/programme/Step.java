package jp.readiness.programme;

import java.math.BigDecimal;

/**
 * A step of the programme at which applicants may drop out.
 *
 * @param leak the probability, 0 to below 1, of dropping out here without any signal
 */
public record Step(String id, Text title, BigDecimal leak) {}
