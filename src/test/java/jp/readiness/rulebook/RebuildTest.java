package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.readiness.MemoryInUse;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server takes up changed rules for months: what a rebuilt rule book replaces must go. */
@Tag("soak")
class RebuildTest {

    private static final int REBUILDS = 200;
    private static final int WARM = 50;
    private static final int RULES = 10;
    /** One build's classes take several times this in heap, and its loader about a tenth of a megabyte of metaspace. */
    private static final double MEGABYTES_OF_NOISE = 6;

    @TempDir
    Path cache;

    @Test
    void two_hundred_rebuilds_leave_heap_and_metaspace_flat() {
        RuleCompiler compiler = new RuleCompiler(cache);
        double heapWhenWarm = 0;
        double metaspaceWhenWarm = 0;
        for (int build = 1; build <= REBUILDS; build++) {
            Compiled compiled = compiler.compile(TestEditions.small(new RandomRules(build).drl(RULES)));
            RuleBook live = compiled.ruleBook().orElseThrow();
            assertThat(compiled.cached()).isFalse();
            live.fired(live.facts(Answers.NONE));
            if (build == WARM) {
                heapWhenWarm = MemoryInUse.heap();
                metaspaceWhenWarm = MemoryInUse.metaspace();
            }
        }

        assertThat(MemoryInUse.heap() - heapWhenWarm).as("megabytes of heap").isLessThan(MEGABYTES_OF_NOISE);
        assertThat(MemoryInUse.metaspace() - metaspaceWhenWarm)
                .as("megabytes of metaspace")
                .isLessThan(MEGABYTES_OF_NOISE);
    }
}
