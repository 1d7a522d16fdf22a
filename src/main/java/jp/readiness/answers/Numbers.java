package jp.readiness.answers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;

/** Holds numbers against the bounds of their question, whatever their size: {@code 1e999999} costs nothing. */
final class Numbers {

    private static final int MOST_FRACTION_DIGITS = 9;

    /** Bounds lie within 10^15, so more whole digits are out of bounds, and nothing so large is ever calculated with. */
    private static final long MOST_WHOLE_DIGITS = 20;

    private static final int MOST_BITS = 400;

    private Numbers() {}

    static Read read(Question question, BigDecimal number) {
        if (number.unscaledValue().bitLength() > MOST_BITS || wholeDigits(number) > MOST_WHOLE_DIGITS) {
            return outOfBounds(question, "…");
        }
        Answer.Number answer = new Answer.Number(number);
        if (question.type() == QuestionType.WHOLE && answer.value().scale() > 0) {
            return Read.problem(new Text(
                    "小数のない整数で答えてください(入力:" + Typed.shown(number.toString()) + ")。",
                    "Please answer with a whole number (you gave: " + Typed.shown(number.toString()) + ")."));
        }
        if (answer.value().scale() > MOST_FRACTION_DIGITS) {
            return Read.problem(new Text("小数は9桁までにしてください。", "Please use at most 9 digits after the point."));
        }
        boolean below =
                question.min().filter(min -> answer.value().compareTo(min) < 0).isPresent();
        boolean above =
                question.max().filter(max -> answer.value().compareTo(max) > 0).isPresent();
        return below || above ? outOfBounds(question, answer.value().toPlainString()) : Read.of(answer);
    }

    /** The exact decimal of a number from JSON; empty for NaN and infinities. */
    static Optional<BigDecimal> exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (number instanceof BigInteger integer) {
            return Optional.of(new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue())
                    ? Optional.of(new BigDecimal(number.toString()))
                    : Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(number.longValue()));
    }

    private static long wholeDigits(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }

    private static Read outOfBounds(Question question, String shown) {
        String min = question.min().map(Display::digits).orElse("");
        Text max = question.max().map(bound -> Display.number(question, bound)).orElse(Text.NONE);
        return Read.problem(new Text(
                min + question.unit().ja() + "から" + max.ja() + "までの数で答えてください(入力:" + shown + ")。",
                "Please answer with a number from " + min + " to " + max.en() + " (you gave: " + shown + ")."));
    }
}
