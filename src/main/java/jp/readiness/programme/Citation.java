package jp.readiness.programme;

/**
 * How we know something.
 *
 * @param source id of a {@link Source} of the edition
 * @param pointer where in the source, such as "year-1 dropouts"
 * @param inferred true where we concluded it ourselves and the source does not say so
 */
public record Citation(String source, Text pointer, boolean inferred) {}
