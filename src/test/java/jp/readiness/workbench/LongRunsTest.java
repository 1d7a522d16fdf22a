package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jp.readiness.workbench.LongRuns.Run;
import jp.readiness.workbench.Refused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongRunsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final LongRuns<String, Integer> runs = new LongRuns<>("test", Duration.ofMinutes(1), 2);

    @AfterEach
    void stop() {
        gate.countDown();
        runs.stop();
    }

    private int behindTheGate(Run<Integer> run) {
        try {
            run.at(1, 3);
            gate.await();
            return 7;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_work_runs_once_and_its_result_is_kept() {
        Run<Integer> first = runs.start("a", this::behindTheGate);
        assertThat(runs.start("a", this::behindTheGate)).isSameAs(first);
        gate.countDown();
        first.await(LONG);
        assertThat(runs.find("a").orElseThrow().result()).contains(7);
        assertThat(first.done()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(3);
    }

    @Test
    void what_was_not_looked_at_for_longest_makes_room() {
        gate.countDown();
        for (String about : new String[] {"a", "b", "c"}) {
            runs.start(about, this::behindTheGate).await(LONG);
        }
        assertThat(runs.find("a")).isEmpty();
        assertThat(runs.find("c").orElseThrow().result()).contains(7);
    }

    @Test
    void who_comes_when_too_many_wait_is_told_so() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        runs.start("run " + i, this::behindTheGate);
                    }
                })
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY));
    }

    @Test
    void work_that_breaks_or_wants_too_much_ends_with_a_reason_and_the_next_one_runs() {
        Run<Integer> broken = runs.start("a", run -> {
            throw new IllegalStateException("on purpose");
        });
        Run<Integer> greedy = runs.start("b", run -> {
            throw new OutOfMemoryError("on purpose");
        });
        gate.countDown();
        Run<Integer> sound = runs.start("c", this::behindTheGate);
        sound.await(LONG);
        assertThat(broken.refusal()).contains(Reason.FAILED);
        assertThat(greedy.refusal()).contains(Reason.TOO_MUCH);
        assertThat(sound.result()).contains(7);
    }
}
