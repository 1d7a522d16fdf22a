package jp.readiness.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.check.CheckedFolder;
import jp.readiness.check.Checker;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What to change, for seeded sheets of every shipped edition: every change keeps its promise, and no smaller one would.
 * The smaller ones are drawn here from all answers that the questions allow.
 */
class ShippedChangesTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private static CheckedFolder checked;

    @BeforeAll
    static void compile(@TempDir Path cache) {
        checked = new Checker(new RuleCompiler(cache)).check(Path.of("rules"));
    }

    static Stream<Long> seeds() {
        return LongStream.range(1, 7).boxed();
    }

    static Stream<Long> manySeeds() {
        return LongStream.range(1_000, 1_020).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_change_keeps_its_promise_and_no_smaller_one_would(long seed) {
        checked.advisers().forEach(adviser -> check(adviser, seed));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void every_change_keeps_its_promise_and_no_smaller_one_would_for_many_sheets(long seed) {
        checked.advisers().forEach(adviser -> check(adviser, seed));
    }

    private static void check(Adviser adviser, long seed) {
        Answers sheet = new LikelySheets(adviser.edition(), seed).next();
        Assessment now = adviser.assess(sheet, DAY);
        now.changes().forEach(change -> keepsItsPromise(adviser, sheet, now, change));
        smaller(now, Aim.READY, now.changeSearch().ready())
                .ifPresent(size -> noneReaches(adviser, sheet, now, Aim.READY, size));
        smaller(now, Aim.LOWER_RISK, now.changeSearch().lowerRisk())
                .ifPresent(size -> noneReaches(adviser, sheet, now, Aim.LOWER_RISK, size));
    }

    private static void keepsItsPromise(Adviser adviser, Answers sheet, Assessment now, Change change) {
        Assessment then = adviser.assess(Sheets.changed(adviser.edition(), sheet, change), DAY);
        assertThat(then.verdict()).isEqualTo(change.verdict());
        assertThat(then.risk().overall().band()).isEqualTo(change.riskBand());
        change.aims().forEach(aim -> assertThat(reaches(aim, now, then)).isTrue());
    }

    /** The largest number of answers of which surely no change exists, at most 2; empty if there is nothing to look for. */
    private static Optional<Integer> smaller(Assessment now, Aim aim, Search search) {
        return switch (search) {
            case NOT_NEEDED, STOPPED -> Optional.empty();
            case NOTHING_HELPS -> Optional.of(2);
            case FOUND ->
                now.changes().stream()
                        .filter(change -> change.aims().contains(aim))
                        .map(change -> Math.min(2, change.set().size() - 1))
                        .findFirst();
        };
    }

    private static void noneReaches(Adviser adviser, Answers sheet, Assessment now, Aim aim, int size) {
        List<Question> changeable = adviser.edition().questions().stream()
                .filter(question -> question.changeable() && !sheet.isOpen(question.id()))
                .filter(question -> question.type() != QuestionType.TEXT)
                .toList();
        noneReaches(adviser, sheet, now, aim, size, changeable);
    }

    private static void noneReaches(
            Adviser adviser, Answers sheet, Assessment now, Aim aim, int left, List<Question> changeable) {
        for (int i = 0; left > 0 && i < changeable.size(); i++) {
            Question question = changeable.get(i);
            for (Answer answer : AllAnswers.of(adviser.edition(), question)) {
                Answers changed = sheet.with(question.id(), answer);
                assertThat(reaches(aim, now, adviser.assess(changed, DAY)))
                        .as("%s by %s", aim, changed)
                        .isFalse();
                noneReaches(adviser, changed, now, aim, left - 1, changeable.subList(i + 1, changeable.size()));
            }
        }
    }

    private static boolean reaches(Aim aim, Assessment now, Assessment then) {
        boolean unfailed = then.verdict() != Verdict.NOT_YET && then.verdict() != Verdict.NOT_FOR_YOU;
        boolean lower =
                then.risk().overall().band().compareTo(now.risk().overall().band()) < 0;
        return aim == Aim.READY ? unfailed : lower && noWorse(now, then);
    }

    /** No required criterion and no audience is failed that was not failed before. */
    private static boolean noWorse(Assessment now, Assessment then) {
        return Failed.of(now).containsAll(Failed.of(then));
    }
}
