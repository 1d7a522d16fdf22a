package jp.readiness.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Verdict;
import jp.readiness.check.AnswerSpace.Search;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Finding.Criterion;
import jp.readiness.programme.Finding.Signal;
import jp.readiness.programme.Finding.Strength;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Question;

/**
 * Verdicts that nobody can come to although the edition has what they rest on: an audience for {@code NOT_FOR_YOU}, a
 * required criterion that one can change something about for {@code NOT_YET}, signals for {@code READY_WITH_SUPPORT};
 * {@code READY} always. {@code NEEDS_ANSWERS} is missing only where a rule or a criterion is constant, which is said of
 * that.
 */
final class UnreachableVerdicts {

    private static final int COST_OF_ADVICE = 1_000; // in evaluations
    private static final double HAIR = 1e-9; // what doubles may be off

    private final AnswerSpace space;
    private final Adviser adviser;
    private final Edition edition;
    private final List<Criterion> required;
    private final BitSet criteria;
    private final BitSet signals;
    private final BitSet strengths;
    private final BitSet all = new BitSet();

    UnreachableVerdicts(AnswerSpace space, Adviser adviser) {
        this.space = space;
        this.adviser = adviser;
        this.edition = space.edition();
        this.required = of(Criterion.class).filter(Criterion::required).toList();
        this.criteria = rules(required.stream());
        this.signals = rules(of(Signal.class));
        this.strengths = rules(of(Strength.class));
        Stream.of(criteria, signals, strengths).forEach(all::or);
    }

    private <T extends Finding> Stream<T> of(Class<T> kind) {
        return edition.findings().stream().filter(kind::isInstance).map(kind::cast);
    }

    private BitSet rules(Stream<? extends Finding> findings) {
        return space.concluding(findings.map(Finding::id).collect(Collectors.toSet()));
    }

    List<Problem> find() {
        List<Problem> problems = new ArrayList<>();
        if (space.ruleBook().exact(all)) {
            notForYou().ifPresent(problems::add);
            notYet().ifPresent(problems::add);
            ready().ifPresent(problems::add);
            readyWithSupport().ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> notForYou() {
        boolean excludes = edition.audience().stream().anyMatch(this::excludes);
        return edition.audience().isEmpty() || excludes ? Optional.empty() : unmet(Verdict.NOT_FOR_YOU, required);
    }

    private boolean excludes(Audience audience) {
        return edition.question(audience.question()).stream()
                .flatMap(question -> question.options().stream())
                .anyMatch(option -> !audience.allowed().contains(option.id()));
    }

    private Optional<Problem> notYet() {
        List<Criterion> changeable =
                required.stream().filter(this::canBeChanged).toList();
        return changeable.isEmpty() ? Optional.empty() : unmet(Verdict.NOT_YET, changeable);
    }

    private boolean canBeChanged(Criterion criterion) {
        return space.concluding(Set.of(criterion.id())).stream()
                .mapToObj(space::rule)
                .flatMap(rule -> rule.reads().stream())
                .flatMap(id -> edition.question(id).stream())
                .anyMatch(Question::changeable);
    }

    /**
     * Whether one criterion can lead to the verdict depends on its own questions only: what else is answered takes it
     * further from being changeable, never nearer. With the other questions answered advice is quicker, so that is
     * tried first.
     */
    private Optional<Problem> unmet(Verdict verdict, List<Criterion> criteria) {
        Answers others = extreme(-1, true).answers();
        boolean none = criteria.stream().allMatch(criterion -> {
            BitSet rules = space.concluding(Set.of(criterion.id()));
            return search(
                            space.answered(rules, rules),
                            sheet -> false,
                            sheet -> space.anyFires(rules, sheet),
                            sheet -> assess(over(others, sheet)).verdict() == verdict
                                    || assess(sheet.answers()).verdict() == verdict)
                    .none();
        });
        return none ? Optional.of(problem(verdict, extreme(1, false))) : Optional.empty();
    }

    private static Answers over(Answers others, Sheet sheet) {
        Map<String, Answer> all = new HashMap<>(others.byQuestion());
        all.putAll(sheet.answers().byQuestion());
        return new Answers(all);
    }

    private Optional<Problem> ready() {
        double high = edition.bands().high().doubleValue();
        return met(Verdict.READY, extreme(-1, true), risk -> risk.lowest() < high + HAIR);
    }

    private Optional<Problem> readyWithSupport() {
        double high = edition.bands().high().doubleValue();
        return signals.isEmpty()
                ? Optional.empty()
                : met(Verdict.READY_WITH_SUPPORT, extreme(1, true), risk -> risk.highest() > high - HAIR);
    }

    /**
     * Whether no sheet on which all required criteria are met can have such a risk, the other questions being open: if
     * not even the sheet without answers can, criteria need not be looked at.
     *
     * @param likely a sheet that most often shows that there is one
     */
    private Optional<Problem> met(Verdict verdict, Sheet likely, Predicate<Estimate> possible) {
        boolean reached = assess(likely.answers()).verdict() == verdict;
        boolean missing = !reached
                && (!mayBe(assess(Answers.NONE), possible)
                        || search(
                                        space.answered(criteria, all),
                                        sheet -> space.anyFires(criteria, sheet),
                                        sheet -> true,
                                        sheet -> mayBe(assess(sheet.answers()), possible))
                                .none());
        return missing ? Optional.of(problem(verdict, likely)) : Optional.empty();
    }

    private static boolean mayBe(Assessment assessment, Predicate<Estimate> possible) {
        return assessment.notFor().isEmpty() && possible.test(assessment.risk().overall());
    }

    private Search search(
            List<Choices> choices, Predicate<Sheet> hopeless, Predicate<Sheet> worthAdvice, Predicate<Sheet> wanted) {
        Allowance allowance = space.allowance();
        return space.search(
                Sheet.empty(space.ruleBook()),
                choices,
                hopeless,
                sheet -> worthAdvice.test(sheet) && allowance.take(COST_OF_ADVICE) && wanted.test(sheet),
                allowance);
    }

    private Assessment assess(Answers answers) {
        return adviser.assess(answers, edition.from());
    }

    private Problem problem(Verdict verdict, Sheet example) {
        return RuleWarnings.unreachable(edition, verdict, example.answers(), assess(example.answers()));
    }

    /** An answered sheet with many signals and few strengths, or the other way round; question by question, so not the most. */
    private Sheet extreme(int sign, boolean meetsCriteria) {
        Sheet sheet = Sheet.empty(space.ruleBook());
        for (Choices choices : space.answered(all, all)) {
            Sheet before = sheet;
            sheet = choices.answers().stream()
                    .filter(Optional::isPresent)
                    .map(answer -> before.with(choices, answer))
                    .max(Comparator.comparingInt(s -> sign * (fired(signals, s) - fired(strengths, s))
                            - (meetsCriteria ? all.length() * fired(criteria, s) : 0)))
                    .orElse(before);
        }
        return sheet;
    }

    private int fired(BitSet rules, Sheet sheet) {
        return (int) rules.stream()
                .filter(rule -> space.ruleBook().fires(rule, sheet.facts()))
                .count();
    }
}
