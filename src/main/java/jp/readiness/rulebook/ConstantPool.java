package jp.readiness.rulebook;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;

/**
 * What rules compare answers with, by number: generated code says {@code below(3, 0)} (question 3, constant 0), so that
 * no character of the author's reaches it and a changed threshold needs no compilation. Filled while rules are read.
 */
final class ConstantPool {

    private record Table(String parameter, Question key) {}

    private final List<Object> numbers = new ArrayList<>(); // a BigDecimal, or the id of a parameter
    private final List<Table> tables = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<List<Integer>> translations = new ArrayList<>();

    int literal(BigDecimal value) {
        return indexOf(numbers, value);
    }

    int parameter(String id) {
        return indexOf(numbers, id);
    }

    int table(String parameter, Question key) {
        return indexOf(tables, new Table(parameter, key));
    }

    int text(String text) {
        return indexOf(texts, text);
    }

    int pattern(Pattern pattern) {
        return indexOf(patterns, pattern);
    }

    /** For each option of one question, the index of the same option in another; -1 if the other does not offer it. */
    int translation(List<Integer> optionIndexes) {
        return indexOf(translations, optionIndexes);
    }

    private static <T> int indexOf(List<T> pool, T constant) {
        int index = pool.indexOf(constant);
        if (index >= 0) {
            return index;
        }
        pool.add(constant);
        return pool.size() - 1;
    }

    /** The pool with the parameters' values filled in; they must have the ids and options that the rules name. */
    Constants with(Map<String, Parameter> parameters) {
        return new Constants(
                numbers.stream().map(number -> value(number, parameters)).toArray(BigDecimal[]::new),
                tables.stream().map(table -> values(table, parameters)).toArray(BigDecimal[][]::new),
                texts.toArray(String[]::new),
                patterns.toArray(Pattern[]::new),
                translations.stream()
                        .map(options ->
                                options.stream().mapToInt(option -> option).toArray())
                        .toArray(int[][]::new));
    }

    private static BigDecimal value(Object number, Map<String, Parameter> parameters) {
        return number instanceof BigDecimal literal
                ? literal
                : parameter((String) number, parameters).value().orElseThrow();
    }

    private static BigDecimal[] values(Table table, Map<String, Parameter> parameters) {
        Map<String, BigDecimal> values = parameter(table.parameter, parameters).table();
        return table.key.options().stream()
                .map(option -> Objects.requireNonNull(values.get(option.id()), option.id()))
                .toArray(BigDecimal[]::new);
    }

    private static Parameter parameter(String id, Map<String, Parameter> parameters) {
        return Objects.requireNonNull(parameters.get(id), id);
    }

    /** The constants of one rule book, its parameters' values among them. Immutable. */
    static final class Constants {
        final BigDecimal[] numbers;
        final BigDecimal[][] tables;
        final String[] texts;
        final Pattern[] patterns;
        final int[][] translations;

        /** A whole number is below 2.5 if it is below 3 and above it if it is above 2: no decimals are needed then. */
        final long[] floors;

        final long[] ceilings;

        private Constants(
                BigDecimal[] numbers, BigDecimal[][] tables, String[] texts, Pattern[] patterns, int[][] translations) {
            this.numbers = numbers;
            this.tables = tables;
            this.texts = texts;
            this.patterns = patterns;
            this.translations = translations;
            this.floors = rounded(numbers, RoundingMode.FLOOR);
            this.ceilings = rounded(numbers, RoundingMode.CEILING);
        }

        private static long[] rounded(BigDecimal[] numbers, RoundingMode mode) {
            BigDecimal least = BigDecimal.valueOf(Long.MIN_VALUE);
            BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
            long[] rounded = new long[numbers.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = numbers[i].max(least).min(most).setScale(0, mode).longValueExact();
            }
            return rounded;
        }
    }
}
