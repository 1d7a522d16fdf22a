package jp.readiness.outcome;

import jp.readiness.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A start with {@code readiness.demonstration=true}, as the command {@code demo} makes it, takes the invented cohorts in. */
@Component
@ConditionalOnProperty("readiness.demonstration")
class DemonstrationStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationStart.class);

    private final Demonstrations demonstrations;

    DemonstrationStart(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int loaded = demonstrations.load(Audit.SYSTEM);
        log.info("{} demonstration cohorts taken in; all of them are under /staff/cohorts, marked as invented", loaded);
    }
}
