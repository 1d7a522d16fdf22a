package jp.readiness.audit;

import javax.sql.DataSource;
import jp.readiness.SettableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit log for tests of other packages. */
public final class TestAudit {

    private TestAudit() {}

    public static Audit on(DataSource database) {
        return new Audit(new AuditRepository(JdbcClient.create(database)), new SettableClock());
    }
}
