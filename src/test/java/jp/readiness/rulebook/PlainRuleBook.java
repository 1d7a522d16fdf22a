package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Place;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/**
 * Rules as plain Java, without an engine: so quick to make that a test can try hundreds of editions. Every allowed
 * answer is its own class, so that searches are exact by construction; keep the questions' ranges small.
 */
public final class PlainRuleBook implements RuleBook {

    /** @param amounts grant → a question's id times a factor, as {@code participants*1000} */
    public record PlainRule(String name, PlainCondition when, List<String> concludes, Map<String, String> amounts) {
        public PlainRule(String name, PlainCondition when, String... concludes) {
            this(name, when, List.of(concludes), Map.of());
        }
    }

    private final Edition edition;
    private final List<PlainRule> plain;
    private final Map<String, Integer> slots = new HashMap<>();
    private final AnswerCodes[] codes;

    public PlainRuleBook(Edition edition, List<PlainRule> rules) {
        this.edition = edition;
        this.plain = List.copyOf(rules);
        for (int slot = 0; slot < edition.questions().size(); slot++) {
            slots.put(edition.questions().get(slot).id(), slot);
        }
        this.codes = edition.questions().stream().map(PlainRuleBook::codes).toArray(AnswerCodes[]::new);
    }

    private static AnswerCodes codes(Question question) {
        SortedSet<BigDecimal> cuts = new TreeSet<>();
        if (question.type().isNumber()) {
            all(question).forEach(answer -> cuts.add(((Answer.Number) answer).value()));
        }
        BitSet options = new BitSet();
        options.set(0, question.options().size());
        return AnswerCodes.of(question, cuts, options);
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public List<Rule> rules() {
        return plain.stream()
                .map(r ->
                        new Rule(r.name(), r.when().reads(), operands(r), r.concludes(), new Place("rules.drl", 1, 1)))
                .toList();
    }

    private static Set<String> operands(PlainRule rule) {
        return rule.amounts().values().stream()
                .map(amount -> amount.split("\\*")[0])
                .collect(Collectors.toSet());
    }

    @Override
    public Facts facts(Answers answers) {
        return facts(Facts.inOrder(slots, answers));
    }

    @Override
    public Facts facts(@Nullable Answer[] inOrder) {
        return Facts.of(edition.questions(), new ConstantPool().with(Map.of()), codes, inOrder);
    }

    /** Every answer is a class of its own. */
    @Override
    public Optional<AnswerClasses> classes(BitSet rules, int most) {
        BitSet read = new BitSet();
        rules.stream()
                .forEach(rule ->
                        plain.get(rule).when().reads().forEach(id -> read.set(Objects.requireNonNull(slots.get(id)))));
        return AnswerClasses.ofEach(codes, read, most);
    }

    /** Plain rules are asked, not examined. */
    @Override
    public RuleParts parts(int rule) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean fires(int rule, Facts facts) {
        PlainCondition when = plain.get(rule).when();
        return when.holds(answers(facts, when.reads()));
    }

    @Override
    public BitSet fired(Facts facts) {
        BitSet fired = new BitSet();
        IntStream.range(0, plain.size()).filter(rule -> fires(rule, facts)).forEach(fired::set);
        return fired;
    }

    @Override
    public List<Comparison> because(int rule, Facts facts) {
        return fires(rule, facts) ? comparisons(rule, facts, Optional.of(true)) : List.of();
    }

    @Override
    public List<Comparison> whyNot(int rule, Facts facts) {
        if (fires(rule, facts)) {
            return List.of();
        }
        List<Comparison> failed = comparisons(rule, facts, Optional.of(false));
        return failed.isEmpty() ? comparisons(rule, facts, Optional.empty()) : failed.subList(0, 1);
    }

    @Override
    public List<Comparison> conditions(int rule, Facts facts) {
        return plain.get(rule).when().leaves().stream()
                .map(leaf -> leaf.comparison(answers(facts)))
                .toList();
    }

    private List<Comparison> comparisons(int rule, Facts facts, Optional<Boolean> holds) {
        return conditions(rule, facts).stream()
                .filter(comparison -> comparison.holds().equals(holds))
                .toList();
    }

    @Override
    public Optional<BigDecimal> amount(int rule, String grant, Facts facts) {
        String[] parts = plain.get(rule).amounts().getOrDefault(grant, "").split("\\*");
        return answers(facts)
                .get(parts[0])
                .map(answer -> ((Answer.Number) answer).value().multiply(new BigDecimal(parts[1])));
    }

    @Override
    public List<Answer> witnesses(int question, BitSet rules, Facts sheet) {
        return witnesses(question, rules);
    }

    @Override
    public List<Answer> witnesses(int question, BitSet rules) {
        return all(edition.questions().get(question));
    }

    @Override
    public List<Answer> nearest(int question, BitSet rules, Facts sheet) {
        return sheet.isOpen(question) ? List.of() : witnesses(question, rules);
    }

    @Override
    public boolean exact(BitSet rules) {
        return true;
    }

    /** Plain rules name no parameters. */
    @Override
    public RuleBook withParameters(Map<String, Parameter> changed) {
        return this;
    }

    private Answers answers(Facts facts) {
        return answers(facts, slots.keySet());
    }

    private Answers answers(Facts facts, Set<String> questions) {
        Map<String, Answer> answers = new HashMap<>();
        for (String id : questions) {
            facts.value(Objects.requireNonNull(slots.get(id))).ifPresent(value -> answers.put(id, answer(value)));
        }
        return new Answers(answers);
    }

    private static Answer answer(Object value) {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        } else if (value instanceof BigDecimal number) {
            return new Answer.Number(number);
        } else if (value instanceof List<?> options) {
            return new Answer.Choices(options.stream().map(Object::toString).collect(Collectors.toSet()));
        }
        return new Answer.Choice(value.toString());
    }

    /** Every answer that a question allows. */
    public static List<Answer> all(Question question) {
        return switch (question.type()) {
            case YES_NO -> List.of(new Answer.YesNo(false), new Answer.YesNo(true));
            case WHOLE, DECIMAL ->
                LongStream.rangeClosed(
                                question.min().orElseThrow().longValue(),
                                question.max().orElseThrow().longValue())
                        .<Answer>mapToObj(Answer.Number::of)
                        .toList();
            case CHOICE ->
                question.options().stream()
                        .map(option -> (Answer) new Answer.Choice(option.id()))
                        .toList();
            case CHOICES -> subsets(question.options());
            case TEXT -> List.of(new Answer.ShortText("x"));
        };
    }

    private static List<Answer> subsets(List<Option> options) {
        List<Answer> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << options.size(); bits++) {
            TreeSet<String> chosen = new TreeSet<>();
            for (int option = 0; option < options.size(); option++) {
                if ((bits >> option & 1) == 1) {
                    chosen.add(options.get(option).id());
                }
            }
            subsets.add(new Answer.Choices(chosen));
        }
        return subsets;
    }
}
