package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;

/** A rule's condition as plain Java: true, or not true because it is false or open. The reference for what rules mean. */
public sealed interface PlainCondition {

    boolean holds(Answers answers);

    List<Leaf> leaves();

    default Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        leaves().forEach(leaf -> reads.addAll(leaf.reads()));
        return reads;
    }

    /** @param value number, text of an option, Boolean, list of options, or {@code $id} for another question */
    record Leaf(String question, String operator, Object value) implements PlainCondition {

        @Override
        public boolean holds(Answers answers) {
            return test(answers).orElse(false);
        }

        @Override
        public List<Leaf> leaves() {
            return List.of(this);
        }

        @Override
        public Set<String> reads() {
            return other().map(id -> Set.of(question, id)).orElse(Set.of(question));
        }

        private Optional<String> other() {
            return value instanceof String text && text.startsWith("$")
                    ? Optional.of(text.substring(1))
                    : Optional.empty();
        }

        Optional<Boolean> test(Answers answers) {
            if (operator.equals("isNull")) {
                return Optional.of(answers.isOpen(question));
            }
            Optional<Object> right = other().isPresent() ? plain(answers, other().get()) : Optional.of(value);
            return plain(answers, question).flatMap(left -> right.map(to -> compare(left, to)));
        }

        private static Optional<Object> plain(Answers answers, String question) {
            return answers.get(question).map(answer -> {
                if (answer instanceof Answer.Number number) {
                    return number.value();
                } else if (answer instanceof Answer.YesNo yesNo) {
                    return yesNo.yes();
                } else if (answer instanceof Answer.Choice choice) {
                    return choice.option();
                } else if (answer instanceof Answer.Choices choices) {
                    return List.copyOf(choices.options());
                }
                return ((Answer.ShortText) answer).text();
            });
        }

        private boolean compare(Object left, Object right) {
            if (left instanceof BigDecimal number) {
                int order = number.compareTo(new BigDecimal(right.toString()));
                return switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    case "==" -> order == 0;
                    default -> order != 0;
                };
            }
            return switch (operator) {
                case "in" -> ((List<?>) right).contains(left);
                case "contains" -> ((List<?>) left).contains(right);
                case "==" -> left.equals(right);
                default -> !left.equals(right);
            };
        }

        Comparison comparison(Answers answers) {
            Optional<Object> right = other().isPresent() ? plain(answers, other().get()) : Optional.of(value);
            return new Comparison(
                    question, reads(), plain(answers, question), operator, right, Optional.empty(), test(answers));
        }
    }

    record And(List<PlainCondition> parts) implements PlainCondition {
        @Override
        public boolean holds(Answers answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }

        @Override
        public List<Leaf> leaves() {
            return parts.stream().flatMap(part -> part.leaves().stream()).toList();
        }
    }

    record Or(List<PlainCondition> parts) implements PlainCondition {
        @Override
        public boolean holds(Answers answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public List<Leaf> leaves() {
            return parts.stream().flatMap(part -> part.leaves().stream()).toList();
        }
    }

    static PlainCondition is(String question, String operator, Object value) {
        return new Leaf(question, operator, value);
    }

    static PlainCondition all(PlainCondition... parts) {
        return new And(List.of(parts));
    }

    static PlainCondition any(PlainCondition... parts) {
        return new Or(List.of(parts));
    }
}
