package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.PlainRuleBook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What to change, held against every way to change the answers of random small editions. */
class ChangesTest {

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    static LongStream manySeeds() {
        return LongStream.range(5_000, 6_500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_changes_are_exactly_the_smallest_of_all_ways_to_change(long seed) {
        holdAgainstAllWays(seed);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void the_changes_are_exactly_the_smallest_of_all_ways_to_change_in_many_editions(long seed) {
        holdAgainstAllWays(seed);
    }

    private static void holdAgainstAllWays(long seed) {
        Random random = new Random(seed);
        Adviser adviser = RandomEditions.edition(random).adviser();
        for (int i = 0; i < 6; i++) {
            Answers sheet = RandomEditions.sheet(adviser.edition().questions(), random);
            new Oracle(adviser, sheet).check();
        }
    }

    /** Tries everything. */
    private static final class Oracle {

        private final Edition edition;
        private final List<Question> questions;
        private final Answers sheet;
        private final Assessment now;
        private final Map<Answers, Assessment> ways = new HashMap<>();

        Oracle(Adviser adviser, Answers sheet) {
            this.edition = adviser.edition();
            this.questions = edition.questions();
            this.sheet = sheet;
            this.now = adviser.assess(sheet, DAY);
            all(sheet).forEach(way -> ways.put(way, adviser.assess(way, DAY)));
        }

        private List<Answers> all(Answers base) {
            List<Answers> all = List.of(base);
            for (Question question : questions) {
                if (question.changeable() && !base.isOpen(question.id())) {
                    all = all.stream()
                            .flatMap(so -> PlainRuleBook.all(question).stream().map(a -> so.with(question.id(), a)))
                            .toList();
                }
            }
            return all;
        }

        void check() {
            boolean notReady = now.verdict() == Verdict.NOT_YET || now.verdict() == Verdict.NOT_FOR_YOU;
            check(Aim.READY, now.changeSearch().ready(), notReady, this::makesReady);
            boolean lowerable = now.risk().overall().band() != Band.LOW && now.verdict() != Verdict.NOT_FOR_YOU;
            check(Aim.LOWER_RISK, now.changeSearch().lowerRisk(), lowerable, this::lowersRisk);
            now.changes().forEach(this::keepsItsPromise);
        }

        private void check(Aim aim, Search search, boolean needed, Predicate<Assessment> reached) {
            List<Answers> smallest = needed ? smallest(reached) : List.of();
            Search expected = needed ? (smallest.isEmpty() ? Search.NOTHING_HELPS : Search.FOUND) : Search.NOT_NEEDED;
            assertThat(search).as("%s %s", aim, sheet).isEqualTo(expected);
            List<Answers> given = now.changes().stream()
                    .filter(change -> change.aims().contains(aim))
                    .map(this::applied)
                    .toList();
            assertThat(given.stream().map(this::changed))
                    .as("%s %s", aim, sheet)
                    .containsExactlyInAnyOrderElementsOf(
                            smallest.stream().map(this::changed).collect(Collectors.toSet()));
            assertThat(smallest).as("%s %s", aim, sheet).containsAll(given);
        }

        /** Of least number, then least effort, then, for each set of questions, least distance. */
        private List<Answers> smallest(Predicate<Assessment> reached) {
            List<Answers> good = ways.keySet().stream()
                    .filter(way -> reached.test(ways.get(way)))
                    .toList();
            good = least(good, way -> (double) changed(way).size());
            good = least(good, this::effort);
            Map<Set<String>, List<Answers>> byQuestions = good.stream().collect(Collectors.groupingBy(this::changed));
            List<Answers> nearest = new ArrayList<>();
            byQuestions.values().forEach(same -> nearest.addAll(least(same, this::distance)));
            return nearest;
        }

        private static List<Answers> least(List<Answers> ways, ToDoubleFunction<Answers> measure) {
            double least = ways.stream().mapToDouble(measure).min().orElse(0);
            return ways.stream()
                    .filter(way -> measure.applyAsDouble(way) == least)
                    .toList();
        }

        private boolean makesReady(Assessment then) {
            return then.verdict() != Verdict.NOT_YET && then.verdict() != Verdict.NOT_FOR_YOU;
        }

        private boolean lowersRisk(Assessment then) {
            return then.risk().overall().band().compareTo(now.risk().overall().band()) < 0
                    && Failed.of(now).containsAll(Failed.of(then));
        }

        private Set<String> changed(Answers way) {
            return questions.stream()
                    .map(Question::id)
                    .filter(id -> !way.get(id).equals(sheet.get(id)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private double effort(Answers way) {
            return questions.stream()
                    .filter(question -> changed(way).contains(question.id()))
                    .mapToInt(Question::effort)
                    .sum();
        }

        private double distance(Answers way) {
            return questions.stream()
                    .filter(question -> changed(way).contains(question.id()))
                    .mapToDouble(question -> distance(
                            question,
                            sheet.get(question.id()).orElseThrow(),
                            way.get(question.id()).orElseThrow()))
                    .sum();
        }

        /** All answers of a question in a row: for numbers and options that is how far they lie apart. */
        private static double distance(Question question, Answer from, Answer to) {
            List<Answer> all = PlainRuleBook.all(question);
            return Math.abs(all.indexOf(from) - all.indexOf(to));
        }

        private Answers applied(Change change) {
            assertThat(change.set().keySet())
                    .allMatch(id -> edition.question(id).orElseThrow().changeable());
            return Sheets.changed(edition, sheet, change);
        }

        private void keepsItsPromise(Change change) {
            Assessment then = Objects.requireNonNull(ways.get(applied(change)));
            assertThat(change.verdict()).isEqualTo(then.verdict());
            assertThat(change.riskBand()).isEqualTo(then.risk().overall().band());
            assertThat((double) change.effort()).isEqualTo(effort(applied(change)));
        }
    }
}
