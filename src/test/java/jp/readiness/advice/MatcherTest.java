package jp.readiness.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.State;
import jp.readiness.answers.AnswerReader;
import jp.readiness.check.Checker;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Match;
import jp.readiness.programme.Question;
import jp.readiness.programme.Side;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of answer sheets, judged and ranked by the match of this repository. */
class MatcherTest {

    private static final Set<Fit> ALL = EnumSet.allOf(Fit.class);

    private static Matcher matcher;

    @BeforeAll
    static void compile(@TempDir Path cache) {
        matcher = new Checker(new RuleCompiler(cache))
                .check(Path.of("rules"))
                .matchers()
                .get(0);
    }

    private static Answers company(String themes, String location, String months) {
        return sheet(matcher.match().left(), "themes", themes, "location", location, "jointMonths", months);
    }

    private static Answers talent(String skills, String regions, String months) {
        return sheet(matcher.match().right(), "themeSkills", skills, "regions", regions, "jointMonths", months);
    }

    /** @param values question, answer as typed, and so on; nothing leaves it open */
    private static Answers sheet(Side side, String... values) {
        Answers answers = Answers.NONE;
        for (int i = 0; i < values.length; i += 2) {
            Question question = side.edition().question(values[i]).orElseThrow();
            var answer = new AnswerReader()
                    .typed(question, values[i + 1].isEmpty() ? List.of() : List.of(values[i + 1].split(",")))
                    .answer();
            answers = answer.isPresent() ? answers.with(question.id(), answer.get()) : answers;
        }
        return answers;
    }

    private static List<Ranked> rank(List<Answers> left, List<Answers> right) {
        return matcher.rank(left, right, ALL);
    }

    @Test
    void the_better_fit_comes_first_then_more_points_then_more_that_may_still_come() {
        Answers company = company("MARKETING", "KUWANA", "6");
        List<Ranked> ranked = rank(
                List.of(company),
                List.of(
                        talent("DATA_MANAGEMENT", "KUWANA", "6"),
                        talent("", "KUWANA", "6"),
                        talent("MARKETING", "KUWANA", "5"),
                        talent("MARKETING", "KUWANA", "6"),
                        talent("MARKETING", "", "5")));

        assertThat(ranked)
                .extracting(Ranked::rank, Ranked::right, Ranked::fit, Ranked::points, Ranked::possiblePoints)
                .containsExactly(
                        tuple(1, 3, Fit.FITS, 5, 7),
                        tuple(2, 2, Fit.FITS, 4, 6),
                        tuple(3, 4, Fit.OPEN, 4, 6),
                        tuple(4, 1, Fit.OPEN, 1, 7),
                        tuple(5, 0, Fit.DOES_NOT_FIT, 1, 3));
    }

    @Test
    void equal_pairs_share_a_rank_and_stand_in_the_order_given() {
        Answers company = company("MARKETING", "KUWANA", "6");
        Answers same = talent("MARKETING", "KUWANA", "6");

        assertThat(rank(List.of(company, company), List.of(same, talent("MARKETING", "KUWANA", "5"), same)))
                .extracting(Ranked::rank, Ranked::left, Ranked::right)
                .containsExactly(
                        tuple(1, 0, 0), tuple(1, 0, 2), tuple(1, 1, 0), tuple(1, 1, 2), tuple(5, 0, 1), tuple(5, 1, 1));
    }

    @Test
    void pairs_that_are_not_wanted_are_left_out() {
        assertThat(matcher.rank(
                        List.of(company("MARKETING", "KUWANA", "6")),
                        List.of(talent("DATA_MANAGEMENT", "KUWANA", "6"), Answers.NONE),
                        EnumSet.of(Fit.FITS, Fit.OPEN)))
                .extracting(Ranked::right)
                .containsExactly(1);
    }

    @Test
    void a_reason_has_the_answers_of_both_sides_beside_each_other() {
        Pair pair = matcher.pair(company("MARKETING", "KUWANA", "6"), talent("MARKETING", "KUWANA,OKINAWA", ""));

        assertThat(pair.reasons())
                .filteredOn(reason -> reason.finding().id().equals("region"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.finding().state()).isEqualTo(State.MET);
                    assertThat(reason.finding().source().inferred()).isTrue();
                    assertThat(reason.answers())
                            .extracting(
                                    Pair.Given::side,
                                    Pair.Given::question,
                                    given -> given.answer().orElse(null))
                            .containsExactly(
                                    tuple("Company", "location", new Answer.Choice("KUWANA")),
                                    tuple("Talent", "regions", new Answer.Choices(Set.of("KUWANA", "OKINAWA"))));
                });
        assertThat(pair.reasons())
                .filteredOn(reason -> reason.finding().state() == State.OPEN)
                .filteredOn(reason -> reason.finding().id().equals("period"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.finding().decidedBy()).containsExactly("Talent.jointMonths"));
    }

    @Test
    void answers_that_a_question_no_longer_takes_count_as_open() {
        Answers old = company("MARKETING", "KUWANA", "6")
                .with("location", new Answer.Choice("ATLANTIS"))
                .with("jointMonths", Answer.Number.of(1_000))
                .with("unheardOf", Answer.Number.of(1));

        Pair pair = matcher.pair(old, talent("MARKETING", "KUWANA", "6"));

        assertThat(pair.fit()).isEqualTo(Fit.OPEN);
    }

    static Stream<Long> seeds() {
        return LongStream.range(1, 30).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ranking_says_of_each_pair_what_judging_it_alone_says(long seed) {
        Random random = new Random(seed);
        List<Answers> left = sheets(matcher.match().left(), 6, random);
        List<Answers> right = sheets(matcher.match().right(), 7, random);

        List<Ranked> ranked = rank(left, right);

        assertThat(ranked).hasSize(42).isEqualTo(rank(left, right)).isSortedAccordingTo(Ranked.ORDER);
        assertThat(ranked).allSatisfy(pair -> {
            Pair alone = matcher.pair(left.get(pair.left()), right.get(pair.right()));
            assertThat(tuple(pair.fit(), pair.points(), pair.possiblePoints()))
                    .isEqualTo(tuple(alone.fit(), alone.points(), alone.possiblePoints()));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unknown_is_never_no_what_is_decided_stays_so_whatever_the_open_answers_are(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Answers left = sheets(matcher.match().left(), 1, random).get(0);
            Answers right = sheets(matcher.match().right(), 1, random).get(0);
            Pair pair = matcher.pair(left, right);
            for (int j = 0; j < 20; j++) {
                Pair completed = matcher.pair(
                        completed(matcher.match().left(), left, random),
                        completed(matcher.match().right(), right, random));
                if (!completed.notFor().isEmpty()) {
                    assertThat(completed.fit()).isEqualTo(Fit.DOES_NOT_FIT);
                } else if (pair.fit() != Fit.OPEN) {
                    assertThat(completed.fit()).isEqualTo(pair.fit());
                }
                assertThat(completed.points()).isBetween(pair.points(), pair.possiblePoints());
            }
        }
    }

    private static List<Answers> sheets(Side side, int count, Random random) {
        List<Answers> sheets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Answers sheet = completed(side, Answers.NONE, random);
            for (Question question : side.edition().questions()) {
                sheet = random.nextInt(4) == 0 ? sheet.without(question.id()) : sheet;
            }
            sheets.add(sheet);
        }
        return sheets;
    }

    private static Answers completed(Side side, Answers answers, Random random) {
        Answers completed = answers;
        for (Question question : side.edition().questions()) {
            if (answers.isOpen(question.id())) {
                List<Answer> all = AllAnswers.of(side.edition(), question);
                completed = completed.with(question.id(), all.get(random.nextInt(all.size())));
            }
        }
        return completed;
    }

    @Test
    void a_match_names_both_sides_by_what_its_folder_says() {
        Match match = matcher.match();

        assertThat(match.sides()).extracting(Side::name).containsExactly("Company", "Talent");
        assertThat(match.edition().title().in(Locale.ENGLISH)).isNotBlank();
    }
}
