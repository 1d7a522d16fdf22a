package jp.readiness.cohort;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.readiness.advice.Brief;
import jp.readiness.cohort.Projection.StepRisk;
import jp.readiness.programme.Edition;

/** Makes projections of what the rules said. */
final class Projections {

    private Projections() {}

    /**
     * @param asked open questions that decide a required condition
     * @param revision of the sheet that was judged
     */
    static Projection of(Edition edition, Brief brief, Collection<String> asked, long revision) {
        return new Projection(
                edition.version(),
                revision,
                brief.verdict(),
                brief.overall().probability(),
                brief.overall().band(),
                brief.overall().provisional(),
                steps(edition, brief),
                new TreeSet<>(brief.unmet()),
                new TreeSet<>(brief.fired()),
                new TreeSet<>(brief.open()),
                new TreeSet<>(asked));
    }

    private static List<StepRisk> steps(Edition edition, Brief brief) {
        return IntStream.range(0, edition.steps().size())
                .mapToObj(i -> new StepRisk(
                        edition.steps().get(i).id(),
                        brief.steps().get(i).probability(),
                        brief.steps().get(i).band(),
                        brief.steps().get(i).provisional()))
                .toList();
    }
}
