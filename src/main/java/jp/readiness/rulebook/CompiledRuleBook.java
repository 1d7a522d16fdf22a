package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Parameter;
import jp.readiness.rulebook.ConstantPool.Constants;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * A rule book that calls the executable model's own compiled conditions, without a session: every rule is decided by one
 * sheet of facts and nothing that a rule says changes them, so there is nothing for a session to do. All rules together
 * are looked up in {@link FiringTables}, which call the conditions once for all sheets that are alike.
 */
final class CompiledRuleBook implements RuleBook {

    private final Edition edition;
    private final List<RuleModel> models;
    private final List<Rule> rules;
    private final ConstantPool pool;
    private final Constants constants;
    private final Predicate1<Facts>[] conditions;
    private final Explainer explainer;
    private final Witnesses witnesses;
    private final @Nullable AnswerCodes[] codes;
    private final Map<String, Integer> slots;

    /** Made when it is first asked for; that two threads may both make it is harmless. */
    private volatile @Nullable FiringTables tables;

    CompiledRuleBook(
            Edition edition,
            SourceText source,
            List<RuleModel> models,
            ConstantPool pool,
            List<Predicate1<Facts>> conditions) {
        this(
                edition,
                models,
                models.stream().map(model -> rule(edition, source, model)).toList(),
                pool,
                array(conditions));
    }

    private CompiledRuleBook(
            Edition edition,
            List<RuleModel> models,
            List<Rule> rules,
            ConstantPool pool,
            Predicate1<Facts>[] conditions) {
        this.edition = edition;
        this.models = models;
        this.rules = rules;
        this.pool = pool;
        this.constants = pool.with(edition.parameters());
        this.conditions = conditions;
        this.explainer = new Explainer(edition);
        this.witnesses = new Witnesses(edition, models, constants);
        this.slots = Facts.slots(edition.questions());
        this.codes = witnesses.codes(FiringTables.lookedUp(models));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array is the fastest list
    private static Predicate1<Facts>[] array(List<Predicate1<Facts>> conditions) {
        return conditions.toArray(new Predicate1[0]);
    }

    private static Rule rule(Edition edition, SourceText source, RuleModel model) {
        return new Rule(
                model.name(),
                ids(edition, model.reads()),
                ids(edition, model.computesFrom()),
                model.calls().stream().map(Call::finding).toList(),
                source.place(model.offset()));
    }

    private static Set<String> ids(Edition edition, BitSet slots) {
        return slots.stream()
                .mapToObj(slot -> edition.questions().get(slot).id())
                .collect(Collectors.toSet());
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public Facts facts(Answers answers) {
        return facts(Facts.inOrder(slots, answers));
    }

    @Override
    public Facts facts(@Nullable Answer[] inOrder) {
        return Facts.of(edition.questions(), constants, codes, inOrder);
    }

    @Override
    public Optional<AnswerClasses> classes(BitSet rules, int most) {
        List<RuleModel> some = rules.stream().mapToObj(models::get).toList();
        return FiringTables.lookedUp(some).cardinality() == some.size()
                ? AnswerClasses.of(codes, some, facts(Answers.NONE), most)
                : Optional.empty();
    }

    @Override
    public RuleParts parts(int rule) {
        return new RuleParts(models.get(rule), edition, constants);
    }

    @Override
    public boolean fires(int rule, Facts facts) {
        try {
            return conditions[rule].test(facts);
        } catch (Exception e) {
            throw new IllegalStateException("conditions of rules throw nothing", e);
        }
    }

    @Override
    public BitSet fired(Facts facts) {
        FiringTables known = tables;
        if (known == null) {
            known = new FiringTables(this, models, codes);
            tables = known;
        }
        return known.fired(facts);
    }

    @Override
    public List<Comparison> because(int rule, Facts facts) {
        return explainer.because(models.get(rule).condition(), facts);
    }

    @Override
    public List<Comparison> whyNot(int rule, Facts facts) {
        return explainer.whyNot(models.get(rule).condition(), facts);
    }

    @Override
    public List<Comparison> conditions(int rule, Facts facts) {
        return explainer.conditions(models.get(rule).condition(), facts);
    }

    @Override
    public Optional<BigDecimal> amount(int rule, String grant, Facts facts) {
        return models.get(rule).calls().stream()
                .filter(call -> call.kind() == Call.Kind.GRANT && call.finding().equals(grant))
                .findFirst()
                .flatMap(call -> call.amount())
                .flatMap(amount -> Optional.ofNullable(amount.value(facts)))
                .map(value -> new Answer.Number(value).value());
    }

    @Override
    public List<Answer> witnesses(int question, BitSet rules, Facts sheet) {
        return witnesses.of(question, rules, sheet);
    }

    @Override
    public List<Answer> witnesses(int question, BitSet rules) {
        return witnesses.of(question, rules);
    }

    @Override
    public List<Answer> nearest(int question, BitSet rules, Facts sheet) {
        return witnesses.nearest(question, rules, sheet);
    }

    @Override
    public boolean exact(BitSet rules) {
        return witnesses.exact(rules);
    }

    @Override
    public RuleBook withParameters(Map<String, Parameter> changed) {
        return new CompiledRuleBook(edition.withParameters(changed), models, rules, pool, conditions);
    }
}
