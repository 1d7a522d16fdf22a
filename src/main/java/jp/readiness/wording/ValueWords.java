package jp.readiness.wording;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;

/** Says an answer or a threshold as a person would: 1名, 「約束している」, 3億円, はい. */
public record ValueWords(Words words) {

    private static final BigDecimal MAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal OKU = BigDecimal.valueOf(100_000_000);

    /** @param value JSON-like; empty while the question is open */
    public String answer(Optional<?> value, Optional<Question> question) {
        return value.map(known -> value(known, question)).orElseGet(() -> words.say("answer.open"));
    }

    /** @param value Boolean, Number, option id, ids of several options, or text */
    public String value(Object value, Optional<Question> question) {
        if (value instanceof Boolean yes) {
            return words.say(yes ? "yes" : "no");
        }
        if (value instanceof Number number) {
            return number(
                    new BigDecimal(number.toString()),
                    question.map(asked -> words.in(asked.unit())).orElse(""));
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty() ? words.say("answer.none") : words.listed(labels(several, question));
        }
        return label(value.toString(), question);
    }

    /** The labels of options; what is no option of the question stays as it is. */
    public List<String> labels(Collection<?> values, Optional<Question> question) {
        return values.stream().map(value -> value(value, question)).toList();
    }

    /** @param unit such as 名 or "people"; may be empty */
    public String number(BigDecimal number, String unit) {
        String digits = digits(number);
        boolean word = !unit.isEmpty() && Character.isLetter(unit.codePointAt(0));
        if (unit.isEmpty() || (word && !words.japanese() && number.compareTo(BigDecimal.ONE) == 0)) {
            return digits; // "1", since "1 people" is no English
        }
        return words.say(word ? "number.word" : "number.sign", digits, unit);
    }

    /** Grouped from 10,000 on, so that a year is not; round Japanese numbers in 万 and 億. */
    private String digits(BigDecimal number) {
        boolean large = number.abs().compareTo(MAN) >= 0;
        if (words.japanese() && large && number.remainder(MAN).signum() == 0) {
            return myriads(number);
        }
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMaximumFractionDigits(9);
        format.setGroupingUsed(large);
        return format.format(number);
    }

    private String myriads(BigDecimal number) {
        BigDecimal oku = number.divideToIntegralValue(OKU);
        BigDecimal man = number.remainder(OKU).abs().divide(MAN);
        NumberFormat format = NumberFormat.getInstance(words.locale());
        String head = oku.signum() == 0 ? "" : format.format(oku) + "億";
        if (man.signum() == 0) {
            return head;
        }
        String sign = oku.signum() == 0 && number.signum() < 0 ? "-" : "";
        return head + sign + man.toBigInteger() + "万";
    }

    private String label(String value, Optional<Question> question) {
        return question.flatMap(asked -> asked.option(value))
                .map(Option::label)
                .map(words::in)
                .orElse(value);
    }
}
