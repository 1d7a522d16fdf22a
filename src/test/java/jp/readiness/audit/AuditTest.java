package jp.readiness.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import jp.readiness.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditTest {

    private static final Subject SHEET = new Subject("sheet", "s-1");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    AuditTest(TestDatabase kind) {
        DataSource database = kind.migrated();
        jdbc = JdbcClient.create(database);
        audit = new Audit(new AuditRepository(jdbc), Clock.systemUTC());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private AuditEvent record(String action) {
        return transaction.execute(status -> audit.record("me", action, SHEET, Map.of("page", 3, "name", "\"𠮷\"")));
    }

    private void three() {
        record("ONE");
        record("TWO");
        record("THREE");
    }

    @Test
    void an_empty_log_is_whole() {
        assertThat(audit.firstBroken()).isEmpty();
    }

    @Test
    void events_come_back_newest_first_as_they_were_written() {
        AuditEvent one = record("ONE");
        AuditEvent two = record("TWO");

        assertThat(audit.newest(10)).containsExactly(two, one);
        assertThat(audit.newest(1)).containsExactly(two);
        assertThat(one.detail()).isEqualTo("{\"name\":\"\\\"𠮷\\\"\",\"page\":3}");
        assertThat(two.previousHash()).isEqualTo(one.hash());
        assertThat(audit.firstBroken()).isEmpty();
    }

    @Test
    void a_changed_row_is_found() {
        for (String change : List.of(
                "actor = 'you'",
                "action = 'LOG_OUT'",
                "subject_id = 's-2'",
                "detail = '{}'",
                "at = timestamp with time zone '2020-01-01 00:00:00+00'")) {
            jdbc.sql("delete from audit_event").update();
            jdbc.sql("update audit_head set last_id = 0, last_hash = ?")
                    .param("0".repeat(64))
                    .update();
            three();
            jdbc.sql("update audit_event set " + change + " where id = 2").update();
            assertThat(audit.firstBroken()).as(change).hasValue(2);
        }
    }

    @Test
    void letters_moved_from_one_column_to_the_next_are_found() {
        three();
        jdbc.sql("update audit_event set actor = 'meT', action = 'WO' where id = 2")
                .update();
        assertThat(audit.firstBroken()).hasValue(2);
    }

    @Test
    void a_row_taken_out_is_found() {
        three();
        jdbc.sql("delete from audit_event where id = 2").update();
        assertThat(audit.firstBroken()).hasValue(2);
    }

    @Test
    void a_cut_off_end_is_found() {
        three();
        jdbc.sql("delete from audit_event where id = 3").update();
        assertThat(audit.firstBroken()).hasValue(3);
    }

    @Test
    void an_event_goes_with_the_act_that_is_undone() {
        record("ONE");
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.record("me", "TWO", SHEET, Map.of());
                    throw new IllegalStateException();
                }));
        assertThat(audit.newest(10)).extracting(AuditEvent::action).containsExactly("ONE");
        assertThat(audit.firstBroken()).isEmpty();
    }

    @Test
    void many_at_once_make_one_chain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<AuditEvent>> acts = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                String action = "ACT_" + i;
                acts.add(() -> record(action));
            }
            threads.invokeAll(acts).forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(30)));
        } finally {
            threads.shutdown();
        }
        assertThat(audit.newest(100)).hasSize(80);
        assertThat(audit.firstBroken()).isEmpty();
    }
}
