package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;
import jp.readiness.rulebook.PlainRuleBook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What to ask next, and what no longer, held against every completion of sheets of random small editions. */
class NextQuestionsTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    static LongStream manySeeds() {
        return LongStream.range(7_000, 7_400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_asked_next_is_what_all_completions_say(long seed) {
        holdAgainstCompletions(seed);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void what_is_asked_next_is_what_all_completions_of_many_editions_say(long seed) {
        holdAgainstCompletions(seed);
    }

    private static void holdAgainstCompletions(long seed) {
        Random random = new Random(seed);
        PlainRuleBook ruleBook = RandomEditions.edition(random).ruleBook();
        for (int i = 0; i < 4; i++) {
            Answers sheet = RandomEditions.sheet(ruleBook.edition().questions(), random);
            new Oracle(ruleBook, sheet).check();
        }
    }

    private static final class Oracle {

        private final PlainRuleBook ruleBook;
        private final Adviser adviser;
        private final Answers sheet;
        private final Assessment now;
        private final Map<Answers, Assessment> completions = new HashMap<>();

        Oracle(PlainRuleBook ruleBook, Answers sheet) {
            this.ruleBook = ruleBook;
            this.adviser = new Adviser(ruleBook);
            this.sheet = sheet;
            this.now = adviser.assess(sheet, DAY);
            RandomEditions.completions(ruleBook.edition().questions(), sheet)
                    .forEach(completion -> completions.put(completion, adviser.assess(completion, DAY)));
        }

        void check() {
            List<String> open = ruleBook.edition().questions().stream()
                    .map(question -> question.id())
                    .filter(sheet::isOpen)
                    .toList();
            List<String> ranked =
                    now.open().stream().map(OpenQuestion::question).toList();
            assertThat(now.skippable())
                    .isEqualTo(open.stream()
                            .filter(q -> !matters(q) && !isAwaited(q))
                            .toList());
            assertThat(ranked)
                    .containsExactlyInAnyOrderElementsOf(
                            open.stream().filter(this::decides).toList());
            now.open().forEach(question -> checkWeight(question.question(), question.settles()));
            for (int i = 1; i < now.open().size(); i++) {
                checkOrder(now.open().get(i - 1), now.open().get(i));
            }
            assertThat(adviser.next(sheet))
                    .isEqualTo(now.open().stream()
                            .collect(Collectors.toMap(OpenQuestion::question, OpenQuestion::settles)));
            assertThat(adviser.next(sheet).keySet()).containsExactlyElementsOf(ranked);
        }

        private void checkOrder(OpenQuestion first, OpenQuestion then) {
            boolean bothRequired = decidesRequired(first) == decidesRequired(then);
            assertThat(bothRequired ? first.settles().compareTo(then.settles()) >= 0 : decidesRequired(first))
                    .isTrue();
        }

        private boolean decidesRequired(OpenQuestion open) {
            return isAudience(open.question())
                    || open.decides().stream()
                            .anyMatch(id -> now.finding(id).orElseThrow().required());
        }

        private boolean isAudience(String question) {
            return ruleBook.edition().audience().stream()
                    .map(Audience::question)
                    .anyMatch(question::equals);
        }

        /** By the definition: two completions that differ in it alone differ in the verdict, an exclusion, a finding or a band. */
        private boolean matters(String question) {
            return differs(question, Oracle::outcome);
        }

        private boolean decides(String question) {
            return isAudience(question) || differs(question, Oracle::states);
        }

        private boolean differs(String question, Function<Assessment, List<Object>> of) {
            Map<Answers, List<Object>> outcomes = new HashMap<>();
            return completions.entrySet().stream().anyMatch(completion -> {
                List<Object> outcome = of.apply(completion.getValue());
                List<Object> known = outcomes.putIfAbsent(completion.getKey().without(question), outcome);
                return known != null && !known.equals(outcome);
            });
        }

        private static List<Object> outcome(Assessment assessment) {
            List<Object> outcome = new ArrayList<>(states(assessment));
            outcome.add(assessment.verdict());
            outcome.add(assessment.notFor());
            outcome.add(assessment.risk().overall().band());
            assessment.risk().steps().stream()
                    .map(StepRisk::estimate)
                    .map(e -> e.band())
                    .forEach(outcome::add);
            return outcome;
        }

        private static List<Object> states(Assessment assessment) {
            return assessment.findings().stream()
                    .<Object>map(FindingResult::state)
                    .toList();
        }

        private boolean isAwaited(String question) {
            return now.findings().stream()
                    .filter(finding -> finding.state() == State.OPEN && finding.kind() != Kind.CRITERION)
                    .filter(finding -> states(finding.id()).stream().allMatch(State.FIRED::equals))
                    .anyMatch(finding -> ruleBook.rules().stream()
                            .filter(rule -> rule.concludes().contains(finding.id()))
                            .anyMatch(rule -> rule.reads().contains(question)));
        }

        private Collection<State> states(String finding) {
            return completions.values().stream()
                    .map(assessment -> assessment.finding(finding).orElseThrow().state())
                    .toList();
        }

        private void checkWeight(String question, Settles settles) {
            List<ToDoubleFunction<Assessment>> required = new ArrayList<>(open(finding -> finding.required()));
            long audience = ruleBook.edition().audience().stream()
                    .map(Audience::question)
                    .filter(sheet::isOpen)
                    .count();
            double whole = required.size() + audience;
            double expected = shares(required, question) + (isAudience(question) ? 1 : 0);
            assertThat(settles.required()).isCloseTo(whole == 0 ? 0 : expected / whole, within(0.00051));

            var rest = open(
                    finding -> !finding.required() && finding.kind() != Kind.SIGNAL && finding.kind() != Kind.STRENGTH);
            assertThat(settles.rest()).isCloseTo(shares(rest, question) / Math.max(1, rest.size()), within(0.00051));
            assertThat(settles.risk()).isCloseTo(risk(question), within(0.00051));
        }

        private List<ToDoubleFunction<Assessment>> open(Predicate<FindingResult> wanted) {
            return now.findings().stream()
                    .filter(finding -> finding.state() == State.OPEN && wanted.test(finding))
                    .<ToDoubleFunction<Assessment>>map(finding -> then -> holds(then, finding.id()) ? 1 : 0)
                    .toList();
        }

        private double shares(List<ToDoubleFunction<Assessment>> outcomes, String question) {
            return outcomes.stream()
                    .filter(outcome -> spread(outcome) > 0)
                    .mapToDouble(outcome -> settled(outcome, question) / spread(outcome))
                    .sum();
        }

        private double risk(String question) {
            List<ToDoubleFunction<Assessment>> effects = ruleBook.edition().findings().stream()
                    .filter(Finding.Signal.class::isInstance)
                    .<ToDoubleFunction<Assessment>>map(signal -> then -> effect((Finding.Signal) signal, then))
                    .toList();
            double whole = effects.stream().mapToDouble(this::spread).sum();
            double settled = effects.stream()
                    .mapToDouble(effect -> settled(effect, question))
                    .sum();
            return whole < 1e-15 ? 0 : settled / whole;
        }

        private double effect(Finding.Signal signal, Assessment then) {
            double stages =
                    signal.step().isPresent() ? 1 : ruleBook.edition().steps().size();
            double effect =
                    holds(then, signal.id()) ? 1 - Math.pow(1 - signal.weight().doubleValue(), 1 / stages) : 0;
            for (Finding finding : ruleBook.edition().findings()) {
                if (finding instanceof Finding.Strength strength
                        && strength.damps().contains(signal.id())
                        && holds(then, strength.id())) {
                    effect *= 1 - strength.weight().doubleValue();
                }
            }
            return effect;
        }

        private static boolean holds(Assessment assessment, String finding) {
            State state = assessment.finding(finding).orElseThrow().state();
            return state == State.FIRED || state == State.UNMET;
        }

        private double spread(ToDoubleFunction<Assessment> outcome) {
            return variance(completions.values(), outcome);
        }

        /** The spread, less what is left of it on average once the answer is known. */
        private double settled(ToDoubleFunction<Assessment> outcome, String question) {
            Map<Optional<Answer>, List<Answers>> byAnswer =
                    completions.keySet().stream().collect(Collectors.groupingBy(answers -> answers.get(question)));
            double left = byAnswer.values().stream()
                    .mapToDouble(same -> variance(
                            same.stream()
                                    .map(completions::get)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            outcome))
                    .average()
                    .orElseThrow();
            return spread(outcome) - left;
        }

        private static double variance(Collection<Assessment> of, ToDoubleFunction<Assessment> outcome) {
            double mean = of.stream().mapToDouble(outcome).average().orElseThrow();
            return of.stream()
                    .mapToDouble(outcome)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
        }
    }
}
