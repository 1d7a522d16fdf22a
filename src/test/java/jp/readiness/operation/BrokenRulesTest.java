package jp.readiness.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server that starts with a rules folder in which nothing is sound: it tells, and everything else works. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:broken-rules",
            "readiness.cache-dir=target/test-cache",
            "management.server.port=0",
            "management.server.address=127.0.0.1"
        })
class BrokenRulesTest {

    @TempDir
    private static Path rules;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry properties) {
        properties.add("readiness.rules", () -> rules);
    }

    @BeforeAll
    static void breakEverything() throws IOException {
        Path sound = Path.of("rules");
        try (Stream<Path> files = Files.walk(sound)) {
            for (Path file : files.toList()) {
                Path copy = rules.resolve(sound.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, broken(file, Files.readString(file)));
                }
            }
        }
    }

    private static String broken(Path file, String content) {
        boolean drl = file.toString().endsWith(".drl");
        return drl ? content.replaceFirst("Applicant\\( \\w+", "Applicant( <b>nonsense") : content;
    }

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private LibraryHealth health;

    @Autowired
    private TestStaff staff;

    @Test
    void staff_read_what_is_wrong_and_where() {
        HttpResponse<String> page =
                staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR).get("/staff/rules");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("公開中のものはありません")
                .containsPattern("<code>bootcamp/2022/rules.drl:\\d+:\\d+</code>")
                .doesNotContain("<b>nonsense");
    }

    @Test
    void the_library_is_down_but_the_server_is_alive_and_ready_for_staff() {
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        Visitor probe = new Visitor(managementPort);
        assertThat(probe.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(probe.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(probe.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_open_on_a_port_of_their_own_and_absent_from_the_public_one() {
        assertThat(new Visitor(managementPort).get("/actuator/prometheus").body())
                .contains("readiness_editions_live 0.0", "readiness_editions_broken");
        assertThat(new Visitor(port).get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(new Visitor(managementPort).get("/actuator/env").statusCode())
                .isEqualTo(404);
    }
}
