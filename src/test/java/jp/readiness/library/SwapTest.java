package jp.readiness.library;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Verdict;
import jp.readiness.check.Checker;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applicants are advised while the rules change under them. */
@Tag("soak")
class SwapTest {

    private static final int APPLICANTS_AT_ONCE = 8;
    private static final int CHANGES = 30;
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Answers TWO = Answers.NONE.with("participants", Answer.Number.of(2));
    private static final String RULES = "camp/2022/rules.drl";
    private static final String PROGRAMME = "camp/2022/programme.yaml";
    private static final String SCENARIOS = "camp/2022/scenarios.yaml";

    @TempDir
    private Path temp;

    @Test
    void eight_threads_get_the_old_versions_advice_or_the_new_ones_and_never_a_mixture_or_an_error() throws Exception {
        SmallRules rules = SmallRules.in(temp);
        RuleCompiler compiler = new RuleCompiler(temp.resolve("cache"));
        Library library =
                new Library(rules.folder(), new Checker(compiler), Versions.in(TestDatabase.H2.migrated(), compiler));
        Set<Assessment> possible = new HashSet<>();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(APPLICANTS_AT_ONCE);
        try {
            List<Future<Set<Assessment>>> applicants = new ArrayList<>();
            for (int i = 0; i < APPLICANTS_AT_ONCE; i++) {
                applicants.add(threads.submit(adviceOn(library, done)));
            }
            possible.add(advice(library));
            for (int change = 1; change <= CHANGES; change++) {
                askFor(change % 2 == 0 ? 2 : 3, change, rules);
                library.importFolder();
                possible.add(advice(library));
            }
            done.set(true);
            for (Future<Set<Assessment>> applicant : applicants) {
                assertThat(possible).containsAll(applicant.get());
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(library.problems()).noneMatch(Problem::isError);
        assertThat(possible.stream().map(Assessment::version).collect(toSet())).hasSize(CHANGES + 1);
        assertThat(possible.stream().map(Assessment::verdict).collect(toSet()))
                .contains(Verdict.NOT_YET)
                .hasSize(2);
    }

    /** So many participants, in a condition that was never compiled before. */
    private static void askFor(int participants, int change, SmallRules rules) {
        for (String file : List.of(RULES, PROGRAMME, SCENARIOS)) {
            rules.write(file, original(file));
        }
        rules.change(RULES, "participants <", "participants + " + change + " - " + change + " <")
                .change(PROGRAMME, "value: 2", "value: " + participants)
                .change(SCENARIOS, "participants: 2,", "participants: " + participants + ",");
    }

    private static String original(String file) {
        try {
            return Files.readString(SmallRules.ORIGINAL.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Callable<Set<Assessment>> adviceOn(Library library, AtomicBoolean done) {
        return () -> {
            Set<Assessment> seen = new HashSet<>();
            while (!done.get()) {
                seen.add(advice(library));
            }
            return seen;
        };
    }

    private static Assessment advice(Library library) {
        return library.inForce("camp", DAY).assess(TWO, DAY);
    }
}
