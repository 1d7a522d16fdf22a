package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;

/** Answer sheets by chance, around the numbers that rules are likely to compare with. */
final class RandomSheets {

    private final Random random;
    private final Edition edition;

    RandomSheets(long seed, Edition edition) {
        this.random = new Random(seed);
        this.edition = edition;
    }

    /** A sheet on which every question is open with that probability. */
    Answers next(double open) {
        Answers answers = Answers.NONE;
        for (Question question : edition.questions()) {
            if (random.nextDouble() >= open) {
                answers = answers.with(question.id(), answer(question));
            }
        }
        return answers;
    }

    Answer answer(Question question) {
        return switch (question.type()) {
            case YES_NO -> new Answer.YesNo(random.nextBoolean());
            case WHOLE -> whole(question);
            case DECIMAL -> new Answer.Number(decimal());
            case CHOICE -> new Answer.Choice(any(question.options()).id());
            case CHOICES -> new Answer.Choices(some(question.options()));
            case TEXT -> new Answer.ShortText(any(List.of("", "a", "b", "ab", "急ぐ")));
        };
    }

    private Answer whole(Question question) {
        List<BigDecimal> own = edition.parameters().values().stream()
                .filter(parameter -> parameter.unit().equals(question.unit()))
                .flatMap(parameter -> Stream.concat(parameter.value().stream(), parameter.table().values().stream()))
                .sorted()
                .toList();
        return own.isEmpty() || random.nextBoolean()
                ? Answer.Number.of(random.nextInt(7))
                : Answer.Number.of(any(own).intValue() + random.nextInt(3) - 1);
    }

    private BigDecimal decimal() {
        BigDecimal base = any(List.of(
                new BigDecimal("0"),
                new BigDecimal("0.5"),
                new BigDecimal("3.5"),
                new BigDecimal("50000000.5"),
                new BigDecimal("300000000")));
        return base.add(any(List.of(BigDecimal.ZERO, new BigDecimal("0.000000001"), BigDecimal.ONE)));
    }

    private Set<String> some(List<Option> options) {
        Set<String> some = new TreeSet<>();
        options.forEach(option -> {
            if (random.nextBoolean()) {
                some.add(option.id());
            }
        });
        return some;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
