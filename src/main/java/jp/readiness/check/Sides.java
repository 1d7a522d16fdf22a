package jp.readiness.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.RuleComparison;

/** The sides of one comparison. */
final class Sides {

    private static final Text AT = new Text("(境目ちょうど)", " (the threshold itself)");
    private static final Text BEYOND = new Text("(境目のすぐ外)", " (just beyond the threshold)");

    private final int rule;
    private final int index;
    private final RuleComparison comparison;
    private final List<Side> sides = new ArrayList<>();

    private Sides(int rule, int index, RuleComparison comparison) {
        this.rule = rule;
        this.index = index;
        this.comparison = comparison;
    }

    /** Of every comparison of a rule, in their order. */
    static List<Side> of(AnswerSpace space, int rule) {
        List<Side> all = new ArrayList<>();
        List<RuleComparison> comparisons = space.parts(rule).comparisons();
        for (int i = 0; i < comparisons.size(); i++) {
            Sides sides = new Sides(rule, i, comparisons.get(i));
            Optional<Question> direct = comparisons.get(i).question().flatMap(space.edition()::question);
            sides.find(direct);
            if (!comparisons.get(i).asksWhetherOpen() && isFirst(comparisons, i)) {
                sides.open(direct);
            }
            all.addAll(sides.sides);
        }
        return all;
    }

    /** A question that is open is so for all comparisons, so it is one side of them together. */
    private static boolean isFirst(List<RuleComparison> comparisons, int index) {
        Set<String> questions = comparisons.get(index).questions();
        return comparisons.subList(0, index).stream()
                .noneMatch(c -> c.questions().equals(questions) && !c.asksWhetherOpen());
    }

    private void find(Optional<Question> direct) {
        if (comparison.asksWhetherOpen() || direct.isEmpty()) {
            truth();
        } else {
            find(direct.get());
        }
    }

    private void open(Optional<Question> direct) {
        add(
                new Text(
                        String.join("、", comparison.questions()) + " が未回答",
                        String.join(", ", comparison.questions()) + " left open"),
                direct.map(question -> List.of(Optional.<Answer>empty())).orElse(List.of()),
                held -> held.holds().isEmpty());
    }

    private void find(Question question) {
        switch (question.type()) {
            case WHOLE, DECIMAL -> numbers(question);
            case YES_NO -> Stream.of(true, false).forEach(yes -> option(question, new Answer.YesNo(yes), yes));
            case CHOICE -> options(question);
            case CHOICES -> memberships(question);
            case TEXT -> truth();
        }
    }

    private void truth() {
        add(
                new Text(comparison.text() + " が成り立つ", comparison.text() + " holds"),
                List.of(),
                held -> held.holds().equals(Optional.of(true)));
        add(
                new Text(comparison.text() + " が成り立たない", comparison.text() + " does not hold"),
                List.of(),
                held -> held.holds().equals(Optional.of(false)));
    }

    private void option(Question question, Answer answer, Object value) {
        add(
                is(question, value.toString()),
                List.of(Optional.of(answer)),
                held -> held.answer().equals(Optional.of(value)));
    }

    private void options(Question question) {
        comparison.thresholds().forEach(id -> option(question, new Answer.Choice((String) id), id));
        List<Optional<Answer>> others = question.options().stream()
                .map(Option::id)
                .filter(id -> !comparison.thresholds().contains(id))
                .map(id -> Optional.<Answer>of(new Answer.Choice(id)))
                .toList();
        if (!others.isEmpty()) {
            other(new Text(question.id() + " がほかの選択肢", "another option for " + question.id()), others);
        }
    }

    /** An answer that is not compared with. */
    private void other(Text label, List<Optional<Answer>> answers) {
        add(
                label,
                answers,
                held -> held.answer()
                        .filter(answer -> !comparison.thresholds().contains(answer))
                        .isPresent());
    }

    private void memberships(Question question) {
        for (Object id : comparison.thresholds()) {
            add(
                    new Text(question.id() + " に " + id + " を含む", question.id() + " with " + id),
                    List.of(),
                    held -> held.answer().filter(chosen -> has(chosen, id)).isPresent());
            add(
                    new Text(question.id() + " に " + id + " を含まない", question.id() + " without " + id),
                    List.of(),
                    held -> held.answer().filter(chosen -> !has(chosen, id)).isPresent());
        }
    }

    private static boolean has(Object chosen, Object id) {
        return chosen instanceof List<?> options && options.contains(id);
    }

    private void numbers(Question question) {
        for (Boundary boundary : Boundary.of(question, comparison)) {
            Answer.Number answer = new Answer.Number(boundary.answer());
            Text where = boundary.isThreshold() ? AT : BEYOND;
            Text is = is(question, answer.value().toPlainString());
            add(new Text(is.ja() + where.ja(), is.en() + where.en()), List.of(Optional.of(answer)), boundary::isTried);
        }
        if (!Boundary.isOrder(comparison)) {
            other(new Text(question.id() + " がほかの数", "another number for " + question.id()), List.of());
        }
    }

    private static Text is(Question question, String value) {
        return new Text(question.id() + " = " + value, question.id() + " = " + value);
    }

    private void add(Text label, List<Optional<Answer>> answers, Predicate<Comparison> holds) {
        sides.add(new Side(rule, index, label, answers, holds));
    }
}
