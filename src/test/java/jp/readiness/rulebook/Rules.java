package jp.readiness.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;
import org.jspecify.annotations.Nullable;

/** Rules over the small edition, ready to be asked. Compiled classes are kept between tests and runs. */
final class Rules {

    static final RuleCompiler COMPILER = new RuleCompiler(Path.of("target", "test-classes-of-rules"));

    final RuleBook book;

    Rules(String... conditions) {
        this(TestEditions.small(drl(conditions)));
    }

    Rules(Edition edition) {
        Compiled compiled = COMPILER.compile(edition);
        book = compiled.ruleBook()
                .orElseThrow(() -> new AssertionError(compiled.problems().stream()
                        .filter(Problem::isError)
                        .map(problem -> problem.line(Locale.ENGLISH))
                        .toList()));
    }

    /** One rule for each condition; its name is the condition. */
    static String drl(String... conditions) {
        StringBuilder drl = new StringBuilder();
        for (String condition : conditions) {
            String patterns = condition.contains("Applicant") ? condition : "Applicant( " + condition + " )";
            drl.append("rule '")
                    .append(condition.replace("\\", "\\\\").replace("'", "\\'"))
                    .append("'\nwhen\n    ")
                    .append(patterns)
                    .append("\nthen\n    advice.signal( \"no-data\" );\nend\n");
        }
        return drl.toString();
    }

    static Compiled compile(String drl) {
        return COMPILER.compile(TestEditions.small(drl));
    }

    /** Names of the rules that fire. */
    Set<String> fired(Map<String, ?> answers) {
        Set<String> fired = new TreeSet<>();
        book.fired(facts(answers)).stream()
                .forEach(rule -> fired.add(book.rules().get(rule).name()));
        return fired;
    }

    boolean fires(Map<String, ?> answers) {
        return book.fires(0, facts(answers));
    }

    Facts facts(Map<String, ?> answers) {
        return book.facts(sheet(answers));
    }

    /** An answer sheet from plain values: numbers, booleans, lists of option ids, option ids, and texts after "'". */
    static Answers sheet(Map<String, ?> values) {
        Answers answers = Answers.NONE;
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            answers = answers.with(entry.getKey(), answer(entry.getValue()));
        }
        return answers;
    }

    private static Answer answer(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        }
        if (value instanceof Number number) {
            return new Answer.Number(new java.math.BigDecimal(number.toString()));
        }
        if (value instanceof List<?> options) {
            Set<String> ids = new TreeSet<>();
            new ArrayList<>(options).forEach(option -> ids.add((String) option));
            return new Answer.Choices(ids);
        }
        String text = String.valueOf(value);
        return text.startsWith("'") ? new Answer.ShortText(text.substring(1)) : new Answer.Choice(text);
    }
}
