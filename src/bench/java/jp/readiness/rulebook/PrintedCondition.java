package jp.readiness.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;

/** Prints a rule's condition as an expression of another language: true only if every answer that it rests on is there. */
final class PrintedCondition {

    /** Where languages differ. Unless said otherwise, it is {@code name == 'OPTION'}, {@code &&}, {@code null}. */
    record Language(String prefix, String quote, boolean equalsMethod) {
        String is(String name, String option) {
            String literal = quote + option + quote;
            return equalsMethod ? literal + ".equals(" + name + ")" : name + " == " + literal;
        }

        String isNot(String name, String option) {
            String literal = quote + option + quote;
            return equalsMethod ? "!" + literal + ".equals(" + name + ")" : name + " != " + literal;
        }
    }

    private final Workload workload;
    private final Language language;

    PrintedCondition(Workload workload, Language language) {
        this.workload = workload;
        this.language = language;
    }

    String of(int rule) {
        return print(workload.models().get(rule).condition());
    }

    private String print(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.parts().stream().map(this::print).toList(), " && ");
        }
        return condition instanceof Condition.Or or
                ? joined(or.parts().stream().map(this::print).toList(), " || ")
                : print(((Condition.Leaf) condition).check());
    }

    private static String joined(List<String> parts, String by) {
        return parts.stream().collect(Collectors.joining(by, "(", ")"));
    }

    private String print(Check check) {
        if (check instanceof Check.Whole whole) {
            String name = name(whole.question());
            String number = workload.constants().numbers[whole.constant()].toPlainString();
            return "(" + name + " != null && " + name + " " + whole.operator().drl() + " " + number + ")";
        }
        if (check instanceof Check.Is is) {
            return is(is);
        }
        if (check instanceof Check.Several several) {
            return joined(several.checks().stream().map(this::print).toList(), several.any() ? " || " : " && ");
        }
        throw new IllegalArgumentException("not printed for other engines: " + check);
    }

    private String is(Check.Is check) {
        Question question = workload.edition().questions().get(check.question());
        String name = name(check.question());
        if (question.type() == QuestionType.YES_NO) {
            boolean yes = (check.option() == 1) == check.is();
            return "(" + name + " != null && " + name + " == " + yes + ")";
        }
        String option = question.options().get(check.option()).id();
        return "(" + name + " != null && " + (check.is() ? language.is(name, option) : language.isNot(name, option))
                + ")";
    }

    private String name(int question) {
        return language.prefix() + workload.edition().questions().get(question).id();
    }
}
