package jp.readiness.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of a workbook's cells, as people see it in the sheet where that matters: dates and percentages. */
final class Cells {

    /** What a format says literally: quoted text, escaped characters, colours and conditions, padding. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.|(?i)general");

    private static final Pattern OF_DATES = Pattern.compile("[ymdhsYMDHS]");

    /** Spreadsheets count with 15 digits; what follows is the noise of binary fractions, as in 0.30000000000000004. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS = 400;

    private Cells() {}

    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        return value == null ? withoutValue(cell) : value.toString();
    }

    /** A formula whose result was not saved is shown as such; nobody knows what it gives. */
    private static String withoutValue(Cell cell) {
        return cell.getFormula() == null || cell.getFormula().isEmpty() ? "" : "=" + cell.getFormula();
    }

    private static String number(Cell cell, BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        if (isDate(cell)) {
            return date(cell, number);
        }
        BigDecimal shown = number.round(DIGITS);
        boolean percent = cell.getDataFormatString() != null
                && LITERAL.matcher(cell.getDataFormatString()).replaceAll("").contains("%");
        return percent ? plain(shown.movePointRight(2)) + "%" : plain(shown);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        // the dates that every spreadsheet knows without being told, the Japanese ones among them
        boolean known =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        String format = cell.getDataFormatString();
        return known
                || (format != null
                        && OF_DATES.matcher(LITERAL.matcher(format).replaceAll(""))
                                .find());
    }

    private static String date(Cell cell, BigDecimal number) {
        try {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        } catch (RuntimeException e) {
            return plain(number.round(DIGITS));
        }
    }
}
