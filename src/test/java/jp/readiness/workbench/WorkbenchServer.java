package jp.readiness.workbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.readiness.RunningServer;
import org.springframework.test.context.TestPropertySource;

/** The whole server with the small programme {@code camp}, which tests may publish for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningServer
@TestPropertySource(
        properties = {
            "readiness.rules=src/test/resources/small-rules",
            "spring.datasource.url=jdbc:h2:mem:workbench-server"
        })
@interface WorkbenchServer {}
