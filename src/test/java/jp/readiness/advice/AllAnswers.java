package jp.readiness.advice;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;

/** The answers that a question allows, without regard to the classes that reasoning explores: all of them, but for numbers. */
final class AllAnswers {

    private AllAnswers() {}

    static List<Answer> of(Edition edition, Question question) {
        return switch (question.type()) {
            case YES_NO -> List.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case CHOICE ->
                question.options().stream()
                        .map(Option::id)
                        .<Answer>map(Answer.Choice::new)
                        .toList();
            case CHOICES -> subsets(question.options());
            case WHOLE, DECIMAL -> numbers(edition, question);
            case TEXT -> List.of(new Answer.ShortText("はい"));
        };
    }

    /** The smallest ones; where the edition's own numbers lie beyond these, the least and those on both sides of them. */
    private static List<Answer> numbers(Edition edition, Question question) {
        int min = question.min().map(BigDecimal::intValueExact).orElse(0);
        int max = question.max()
                .orElse(BigDecimal.valueOf(min + 20))
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValueExact();
        int[] own = edition.parameters().values().stream()
                .filter(parameter -> parameter.unit().equals(question.unit()))
                .flatMap(parameter -> Stream.concat(parameter.value().stream(), parameter.table().values().stream()))
                .mapToInt(BigDecimal::intValueExact)
                .toArray();
        boolean beyond = IntStream.of(own).anyMatch(number -> number > min + 20);
        IntStream numbers = beyond
                ? IntStream.concat(
                        IntStream.of(min), IntStream.of(own).flatMap(n -> IntStream.rangeClosed(n - 1, n + 1)))
                : IntStream.rangeClosed(min, min + 20);
        return numbers.filter(n -> n >= min && n <= max)
                .distinct()
                .<Answer>mapToObj(Answer.Number::of)
                .toList();
    }

    private static List<Answer> subsets(List<Option> options) {
        return IntStream.range(0, 1 << options.size())
                .<Answer>mapToObj(bits -> new Answer.Choices(new TreeSet<>(IntStream.range(0, options.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(i -> options.get(i).id())
                        .toList())))
                .toList();
    }
}
