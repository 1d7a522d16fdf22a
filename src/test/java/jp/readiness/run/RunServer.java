package jp.readiness.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.readiness.RunningServer;
import org.springframework.test.context.TestPropertySource;

/** The whole server with the small programme {@code camp}, and a folder for runs of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningServer
@TestPropertySource(
        properties = {
            "readiness.rules=src/test/resources/small-rules",
            "spring.datasource.url=jdbc:h2:mem:run-server",
            "readiness.runs.dir=target/test-runs",
            "readiness.runs.max-file=2MB",
            "readiness.runs.unfinished=5"
        })
public @interface RunServer {}
