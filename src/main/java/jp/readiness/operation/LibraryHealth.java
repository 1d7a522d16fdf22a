package jp.readiness.operation;

import java.util.Set;
import jp.readiness.library.Library;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while nobody can be advised. A broken edition beside sound ones is a detail: the service works, and its readers
 * are the staff.
 */
@Component("libraryHealthIndicator")
class LibraryHealth implements HealthIndicator {

    private final Library library;

    LibraryHealth(Library library) {
        this.library = library;
    }

    @Override
    public Health health() {
        int live = library.editions().size();
        Set<String> broken = BrokenEditions.of(library);
        return (live > 0 ? Health.up() : Health.down())
                .withDetail("editionsLive", live)
                .withDetail("editionsBroken", broken)
                .build();
    }
}
