package jp.readiness.batch;

import jp.readiness.programme.Text;

/**
 * Why a row cannot be judged.
 *
 * @param line of the row in the file
 * @param column its header; empty for the row as a whole
 * @param value as it stands in the cell, shortened
 * @param reason what is wrong with it and what it should be
 */
public record CellProblem(long line, String column, String value, Text reason) {

    private static final int SHOWN = 60;

    public CellProblem {
        value = value.length() > SHOWN
                ? value.substring(
                                0,
                                value.offsetByCodePoints(
                                        0, Math.min(SHOWN / 2, value.codePointCount(0, value.length()))))
                        + "…"
                : value;
    }

    /** The place and the reason in one sentence. */
    public Text text() {
        Text within = within();
        return new Text(
                "%d行目%s".formatted(line, within.ja().isEmpty() ? "" : "の") + within.ja(),
                "Line %d: ".formatted(line) + within.en());
    }

    /** The column and the reason, for those who see the row. */
    Text within() {
        if (column.isEmpty()) {
            return reason;
        }
        return new Text(
                "列「%s」の値「%s」: %s".formatted(column, value, reason.ja()),
                "column \"%s\", value \"%s\": %s".formatted(column, value, reason.en()));
    }
}
