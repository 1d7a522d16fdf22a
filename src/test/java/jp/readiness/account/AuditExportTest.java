package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.audit.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningServer
class AuditExportTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Audit audit;

    @Test
    void every_event_comes_out_with_its_hashes_and_none_as_a_formula() {
        audit.record(Audit.SYSTEM, "NOTE_WRITTEN", new Subject("member", "=cmd|'/c calc'!A1"), Map.of("a", "b,\"c"));
        AuditEvent ours = audit.newest(1).get(0);

        String csv = staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR)
                .get("/staff/audit/export")
                .body();

        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).endsWith("id,at,actor,username,action,subjectType,subject,detail,previousHash,hash");
        assertThat(lines).hasSize((int) audit.newest(1).get(0).id() + 1);
        assertThat(csv)
                .contains(ours.hash())
                .contains("\"{\"\"a\"\":\"\"b,\\\"\"c\"\"}\"")
                .contains("AUDIT_EXPORTED")
                .doesNotContain(",=cmd");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMINISTRATOR"})
    void nobody_else_gets_it(Role role) {
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        assertThat(visitor.get("/staff/audit/export").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/staff/audit").statusCode()).isEqualTo(403);
    }
}
