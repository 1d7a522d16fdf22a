package jp.readiness.table;

import java.util.regex.Pattern;

/**
 * Keeps text from being run as a formula when a CSV file is opened in a spreadsheet: a cell that begins like one gets an
 * apostrophe in front, which is taken off again when such a file is read.
 */
final class Formulas {

    private static final String STARTS = "=+-@＝＋－＠\t\r\n";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{1,30})?|-");

    private Formulas() {}

    static String guarded(String cell) {
        return beginsLikeFormula(cell, 0) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && beginsLikeFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean beginsLikeFormula(String cell, int at) {
        return cell.length() > at && STARTS.indexOf(cell.charAt(at)) >= 0;
    }
}
