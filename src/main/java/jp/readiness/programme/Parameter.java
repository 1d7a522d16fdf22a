package jp.readiness.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A number of the policy, or a table of them keyed by the options of a choice question. DRL names it {@code
 * Parameters.minimumParticipants} or {@code Parameters.smeCapitalLimit(industry)}.
 *
 * @param value the number; empty for a table
 * @param keyQuestion id of the choice question whose options key the table; empty for a plain number
 * @param table option id → number; empty for a plain number
 * @param confirmed the day somebody last checked the number against its source
 */
public record Parameter(
        String id,
        Text label,
        Text unit,
        Optional<BigDecimal> value,
        Optional<String> keyQuestion,
        Map<String, BigDecimal> table,
        Citation citation,
        LocalDate confirmed,
        Place place) {

    public Parameter {
        table = Map.copyOf(table);
    }

    /** The same parameter, a plain number, with another value. */
    public Parameter withValue(BigDecimal other) {
        return new Parameter(id, label, unit, Optional.of(other), keyQuestion, table, citation, confirmed, place);
    }
}
