package jp.readiness.workbench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Parameter;
import jp.readiness.workbench.Refused.Reason;

/**
 * Which values of a parameter are tried: from one to another, whole numbers one by one while that gives no more than
 * {@value #MOST}, else evenly spread.
 *
 * @param from as typed; empty for what suits the parameter
 */
record CurveForm(String parameter, String from, String to) {

    static final int MOST = 21;

    private static final int AROUND = 3;
    private static final int PARTS = 10;
    private static final int LONGEST = 20;

    /** Plain numbers alone: a table has no one value. */
    static List<Parameter> parameters(Edition edition) {
        return edition.parameters().values().stream()
                .filter(parameter -> parameter.value().isPresent())
                .toList();
    }

    /** The parameter asked for, or the first. */
    Optional<Parameter> parameter(Edition edition) {
        List<Parameter> all = parameters(edition);
        return all.stream()
                .filter(each -> each.id().equals(parameter))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The same with what suits the parameter where nothing was typed: three below to three above, or half to twice. */
    CurveForm filled(Parameter of) {
        BigDecimal value = of.value().orElseThrow();
        boolean small = value.stripTrailingZeros().scale() <= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
        BigDecimal low = small
                ? value.subtract(BigDecimal.valueOf(AROUND)).max(value.min(BigDecimal.ZERO))
                : value.divide(BigDecimal.valueOf(2));
        BigDecimal high = small ? value.add(BigDecimal.valueOf(AROUND)) : value.multiply(BigDecimal.valueOf(2));
        return new CurveForm(
                of.id(), from.isBlank() ? plain(low) : from.strip(), to.isBlank() ? plain(high) : to.strip());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** In ascending order. @throws Refused if the bounds are no numbers, or the wrong way round */
    List<BigDecimal> values() {
        BigDecimal low = number(from);
        BigDecimal high = number(to);
        if (low.compareTo(high) >= 0) {
            throw new Refused(Reason.BAD_VALUES);
        }
        BigDecimal span = high.subtract(low);
        boolean whole = low.scale() <= 0 && high.scale() <= 0;
        BigDecimal step = whole && span.compareTo(BigDecimal.valueOf(MOST - 1L)) <= 0
                ? BigDecimal.ONE
                : span.divide(BigDecimal.valueOf(PARTS), Math.max(span.scale(), 0) + 2, RoundingMode.HALF_UP);
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = low; value.compareTo(high) < 0 && values.size() < MOST - 1; value = value.add(step)) {
            values.add(value.stripTrailingZeros());
        }
        values.add(high.stripTrailingZeros());
        return values;
    }

    private static BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(Normalizer.normalize(text.length() > LONGEST ? "" : text, Form.NFKC))
                    .stripTrailingZeros();
            if (number.precision() - number.scale() > LONGEST || number.scale() > LONGEST) {
                throw new Refused(Reason.BAD_VALUES);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Refused(Reason.BAD_VALUES);
        }
    }
}
