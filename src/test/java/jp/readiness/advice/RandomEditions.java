package jp.readiness.advice;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.PlainCondition;
import jp.readiness.rulebook.PlainRuleBook;

/** Random editions so small that a test can go through their whole answer space: 144 complete sheets. */
final class RandomEditions {

    private RandomEditions() {}

    static EditionBuilder edition(Random random) {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("a")
                .changeable(random.nextInt(4))
                .yesNo("b")
                .changeable(random.nextInt(4))
                .whole("c", 0, 3)
                .changeable(random.nextInt(4))
                .whole("d", 0, 2)
                .changeable(1 + random.nextInt(3))
                .choice("e", "X", "Y", "Z")
                .changeable(random.nextInt(4))
                .step("one", "0.05")
                .step("two", "0")
                .required("c1")
                .recommended("c2")
                .required("c3")
                .signal("s1", "one", "0.4")
                .signal("s2", "two", "0.3")
                .signal("s3", "any", "0.5")
                .signal("s4", "any", "0.2")
                .strength("t1", "0.5", "s1", "s3")
                .strength("t2", "0.3", "s2", "s3", "s4")
                .placement("p1");
        if (random.nextInt(3) == 0) {
            edition.audience("e", "X", "Y");
        }
        List<String> all = List.of("c1", "c2", "c3", "s1", "s2", "s3", "s4", "t1", "t2", "p1");
        for (int rule = 0; rule < 13; rule++) {
            String finding = rule < all.size() ? all.get(rule) : all.get(random.nextInt(all.size()));
            edition.rule("rule" + rule, condition(random, 2), finding);
        }
        return edition;
    }

    /** Comparisons joined by "and" and "or". */
    static PlainCondition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random);
        }
        PlainCondition[] parts = IntStream.range(0, 2)
                .mapToObj(part -> condition(random, depth - 1))
                .toArray(PlainCondition[]::new);
        return random.nextBoolean() ? PlainCondition.all(parts) : PlainCondition.any(parts);
    }

    private static PlainCondition leaf(Random random) {
        List<String> orders = List.of("<", "<=", ">", ">=", "==", "!=");
        String order = orders.get(random.nextInt(orders.size()));
        return switch (random.nextInt(6)) {
            case 0 -> PlainCondition.is("a", "==", random.nextBoolean());
            case 1 -> PlainCondition.is("b", "!=", random.nextBoolean());
            case 2 -> PlainCondition.is("c", order, random.nextInt(4));
            case 3 -> PlainCondition.is("d", order, "$c");
            case 4 -> PlainCondition.is("d", order, random.nextInt(3));
            default -> PlainCondition.is("e", "in", List.of(random.nextBoolean() ? "X" : "Y", "Z"));
        };
    }

    /** Some questions answered, some open. */
    static Answers sheet(List<Question> questions, Random random) {
        Answers answers = Answers.NONE;
        for (Question question : questions) {
            List<Answer> all = PlainRuleBook.all(question);
            if (random.nextInt(5) < 3) {
                answers = answers.with(question.id(), all.get(random.nextInt(all.size())));
            }
        }
        return answers;
    }

    /** Every way to answer the open questions. */
    static List<Answers> completions(List<Question> questions, Answers partial) {
        List<Answers> completions = List.of(partial);
        for (Question question : questions) {
            if (partial.isOpen(question.id())) {
                completions = completions.stream()
                        .flatMap(so -> PlainRuleBook.all(question).stream().map(a -> so.with(question.id(), a)))
                        .toList();
            }
        }
        return completions;
    }
}
