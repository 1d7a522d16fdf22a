package jp.readiness.cohort;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A filter as a condition of SQL. What came from the address is a parameter, never a piece of the text. */
final class Narrowing {

    private final StringBuilder where = new StringBuilder(" where m.cohort_id = :cohort");
    private final Map<String, Object> parameters = new HashMap<>();

    Narrowing(UUID cohort, Filter filter) {
        parameters.put("cohort", cohort);
        if (!filter.text().isEmpty()) {
            and("lower(" + MemberRows.NAME + ") like :text escape '!'", "text", pattern(filter.text()));
        }
        filter.verdict().ifPresent(verdict -> and("m.verdict = :verdict", "verdict", verdict.name()));
        filter.band().ifPresent(band -> and("m.risk_band = :band", "band", band.name()));
        andConstant("decision", filter.decision());
        andConstant("ending", filter.ending());
        if (!filter.step().isEmpty()) {
            and("m.peak_step = :step", "step", filter.step());
        }
        if (!filter.finding().isEmpty()) {
            and(marked("kind in ('UNMET', 'FIRED')", "finding"), "finding", filter.finding());
        }
        if (!filter.question().isEmpty()) {
            and(marked("kind = 'ASKED'", "question"), "question", filter.question());
        }
    }

    /** @param column a name of ours */
    private void andConstant(String column, String name) {
        if (name.equals(Filter.UNDECIDED)) {
            where.append(" and m.").append(column).append(" is null");
        } else if (!name.isEmpty()) {
            and("m." + column + " = :" + column, column, name);
        }
    }

    private static String pattern(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + plain + "%";
    }

    /** Looked up once for the whole list: asked for each member again, H2 goes through all marks of the cohort each time. */
    private static String marked(String kind, String parameter) {
        return "m.id in (select x.member_id from cohort_member_mark x where x.cohort_id = :cohort and x." + kind
                + " and x.mark = :" + parameter + ")";
    }

    private void and(String condition, String parameter, Object value) {
        where.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
