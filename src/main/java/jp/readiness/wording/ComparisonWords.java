package jp.readiness.wording;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Comparison;

/**
 * Phrases the conditions of rules for people: the answer beside what is wanted.
 *
 * <p>A rule says when a criterion is <em>not</em> met, so what is wanted is the opposite of its condition: {@code
 * participants < 2}, held against one participant, reads 「参加人数: 1名」 and 「2名以上」. The same turn fits signals, which are
 * unwanted; what a strength, placement, referral or grant asks for is wanted as it stands.
 */
public final class ComparisonWords {

    private static final Map<String, String> OPPOSITE = Map.ofEntries(
            Map.entry("==", "!="),
            Map.entry("!=", "=="),
            Map.entry("<", ">="),
            Map.entry(">=", "<"),
            Map.entry(">", "<="),
            Map.entry("<=", ">"),
            Map.entry("in", "not in"),
            Map.entry("not in", "in"),
            Map.entry("contains", "not contains"),
            Map.entry("not contains", "contains"),
            Map.entry("memberOf", "not memberOf"),
            Map.entry("not memberOf", "memberOf"),
            Map.entry("matches", "not matches"),
            Map.entry("not matches", "matches"));

    private final Edition edition;
    private final Words words;
    private final ValueWords values;

    public ComparisonWords(Edition edition, Words words) {
        this.edition = edition;
        this.words = words;
        this.values = new ValueWords(words);
    }

    /** The condition of a finding of that kind as label, answer, and what would be wanted. */
    public Evidence evidence(Comparison comparison, Kind kind) {
        Optional<Question> question = edition.question(comparison.expression());
        String answer = answer(comparison, question);
        return new Evidence(
                label(comparison, question),
                answer,
                wanted(comparison, kind).filter(wanted -> isWorthSaying(wanted, answer, comparison, kind)),
                comparison.questions().stream().sorted().toList());
    }

    /** Criteria name what they ask for, others only the number that they compare with; nothing is said twice. */
    private static boolean isWorthSaying(String wanted, String answer, Comparison comparison, Kind kind) {
        boolean number = comparison.threshold().filter(Number.class::isInstance).isPresent();
        return (kind == Kind.CRITERION || number) && !wanted.equals(answer);
    }

    /** What is wanted of the left side; empty while the threshold is open. */
    public Optional<String> wanted(Comparison comparison, Kind kind) {
        boolean unwanted = kind == Kind.CRITERION || kind == Kind.SIGNAL;
        return condition(comparison, unwanted ? opposite(comparison.operator()) : comparison.operator());
    }

    private static String opposite(String operator) {
        return OPPOSITE.getOrDefault(operator, operator);
    }

    /** The condition as the rule has it, for staff. */
    public Optional<String> asWritten(Comparison comparison) {
        return condition(comparison, comparison.operator());
    }

    private Optional<String> condition(Comparison comparison, String operator) {
        if (comparison.threshold().isEmpty()) {
            return asksWhetherAnswered(comparison)
                    ? Optional.of(words.say(operator.equals("==") ? "answer.open" : "answer.given"))
                    : Optional.empty();
        }
        return Optional.of(
                condition(comparison, operator, comparison.threshold().get()));
    }

    /** {@code question == null} is decided without a threshold; any other condition without one is open. */
    private static boolean asksWhetherAnswered(Comparison comparison) {
        boolean equality =
                comparison.operator().equals("==") || comparison.operator().equals("!=");
        return equality && comparison.holds().isPresent();
    }

    private String condition(Comparison comparison, String operator, Object threshold) {
        Optional<Question> question = edition.question(comparison.expression());
        return switch (operator) {
            case "==", "in", "memberOf" -> oneOf(threshold, comparison);
            case "!=", "not in", "not memberOf" -> noneOf(threshold, comparison);
            case "contains" -> words.say("condition.contains", values.value(threshold, question));
            case "not contains" -> words.say("condition.without", values.value(threshold, question));
            case "matches" -> words.say("condition.form");
            case "not matches" -> words.say("condition.other-form");
            case "<" -> words.say("condition.under", number(threshold, comparison));
            case "<=" -> words.say("condition.at-most", number(threshold, comparison));
            case ">" -> words.say("condition.over", number(threshold, comparison));
            default -> words.say("condition.at-least", number(threshold, comparison));
        };
    }

    private String oneOf(Object threshold, Comparison comparison) {
        if (threshold instanceof Collection<?> several) {
            return anyOf(values.labels(several, optionsOf(comparison)));
        }
        return single(threshold, comparison);
    }

    /** Names what is left where that is no longer than what is ruled out: not いいえ is はい. */
    private String noneOf(Object threshold, Comparison comparison) {
        if (threshold instanceof Boolean yes) {
            return words.say(yes ? "no" : "yes");
        }
        Collection<?> excluded = threshold instanceof Collection<?> several ? several : List.of(threshold);
        Optional<Question> question = optionsOf(comparison);
        List<String> left =
                question
                        .filter(asked -> asked.type() == QuestionType.CHOICE)
                        .map(Question::options)
                        .orElse(List.of())
                        .stream()
                        .filter(option -> !excluded.contains(option.id()))
                        .map(Option::label)
                        .map(words::in)
                        .toList();
        if (!left.isEmpty() && left.size() <= excluded.size()) {
            return anyOf(left);
        }
        List<String> names = threshold instanceof Number
                ? List.of(single(threshold, comparison))
                : values.labels(excluded, question);
        return words.say("condition.other-than", words.quoted(names));
    }

    private String anyOf(List<String> names) {
        return names.isEmpty() ? words.say("answer.none") : words.joined("condition.or", names.stream());
    }

    private String single(Object threshold, Comparison comparison) {
        return threshold instanceof Number
                ? number(threshold, comparison)
                : values.value(threshold, optionsOf(comparison));
    }

    private String number(Object threshold, Comparison comparison) {
        return values.number(new BigDecimal(threshold.toString()), unit(comparison));
    }

    /** The unit of the question or, where the left side is computed, of the parameter. */
    private String unit(Comparison comparison) {
        return edition.question(comparison.expression())
                .map(Question::unit)
                .or(() -> comparison.parameter().map(edition.parameters()::get).map(parameter -> parameter.unit()))
                .map(words::in)
                .orElse("");
    }

    /** The question whose options the values are: the left side's, or of any other question read. */
    private Optional<Question> optionsOf(Comparison comparison) {
        return edition.question(comparison.expression())
                .or(() -> comparison.questions().stream()
                        .sorted()
                        .flatMap(id -> edition.question(id).stream())
                        .filter(question -> question.type().hasOptions())
                        .findFirst());
    }

    private String answer(Comparison comparison, Optional<Question> question) {
        Optional<Object> answer = comparison.answer();
        return answer.isPresent() && question.isEmpty()
                ? single(answer.get(), comparison)
                : values.answer(answer, question);
    }

    private String label(Comparison comparison, Optional<Question> question) {
        return question.map(asked -> words.in(asked.label()))
                .orElseGet(() -> words.say("computed", words.quoted(labels(comparison))));
    }

    private List<String> labels(Comparison comparison) {
        return edition.questions().stream()
                .filter(question -> comparison.questions().contains(question.id()))
                .map(question -> words.in(question.label()))
                .toList();
    }
}
