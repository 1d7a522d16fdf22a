package jp.readiness.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.readiness.library.Library;
import jp.readiness.programme.Problem.Severity;
import org.springframework.stereotype.Component;

/** The gauges {@code readiness.editions.live}, {@code readiness.editions.broken} and {@code readiness.rules.problems}. */
@Component
class LibraryMetrics implements MeterBinder {

    private final Library library;

    LibraryMetrics(Library library) {
        this.library = library;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("readiness.editions.live", library, l -> l.editions().size())
                .description("Editions that one can be advised by")
                .register(meters);
        Gauge.builder(
                        "readiness.editions.broken",
                        library,
                        l -> BrokenEditions.of(l).size())
                .description("Editions with an error in the rules folder")
                .register(meters);
        for (Severity severity : Severity.values()) {
            Gauge.builder("readiness.rules.problems", library, l -> count(l, severity))
                    .description("Problems in the rules folder")
                    .tag("severity", severity.name())
                    .register(meters);
        }
    }

    private static long count(Library library, Severity severity) {
        return library.problems().stream().filter(p -> p.severity() == severity).count();
    }
}
